import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { PermanentError } from '../../errors.js';
import { describeFeedHealth } from '../../feeds/feed-health.js';
import type { FeedListing } from '../../model/feed-record.js';
import type { PollRecord } from '../../model/poll.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

/** `wirewatch feeds`: what is watched. */
export function registerFeeds(program: Command): void {
  const feeds = program
    .command('feeds')
    .description('add, list, rest and remove the feeds that are watched')
    .addHelpText(
      'after',
      `
Examples:
  $ wirewatch feeds add https://example.org/feed.xml --category Vendors --schedule 'every 30m'
  $ wirewatch feeds discover https://example.org
  $ wirewatch feeds import subscriptions.opml
  $ wirewatch feeds list`,
    );
  registerAdd(feeds);
  registerList(feeds);
  registerPolls(feeds);
  registerStateChanges(feeds);
  registerFiles(feeds);
  registerDiscover(feeds);
}

function registerAdd(feeds: Command): void {
  feeds
    .command('add')
    .description('watch feeds')
    .argument('<urls...>', 'addresses of feeds')
    .option('--title <text>', 'what to call it (default: what the feed says)')
    .option('--category <text>', 'a group of yours')
    .option('--schedule <when>', 'cron expression or "every 30m" (default: adapts to the feed)')
    .action(async (urls: string[], options: { title?: string; category?: string; schedule?: string }) => {
      const { parseSchedule } = await import('../../feeds/parse-schedule.js');
      const { canonicaliseUrl } = await import('../../article/canonical-url.js');
      if (options.schedule !== undefined) parseSchedule(options.schedule);
      // Only checks: a feed's address is kept as it was given.
      for (const url of urls) canonicaliseUrl(url);
      const { withApp } = await import('../with-app.js');
      const { added } = await withApp((app) =>
        app.store.upsertFeeds(urls.map((url) => ({ url: new URL(url).href, ...options }))),
      );
      say(`${added} added, ${urls.length - added} known already`);
    });
}

function registerList(feeds: Command): void {
  feeds
    .command('list')
    .description('all feeds, how they fare, when they are polled next, and what to do')
    .option('--problems', 'only those that a person should look at')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean; problems?: boolean }) => {
      const { withApp } = await import('../with-app.js');
      const all = await withApp((app) => app.store.listFeeds());
      const now = new Date();
      const rows =
        options.problems === true ? all.filter((feed) => describeFeedHealth(feed, now).needsAttention) : all;
      if (options.json === true) {
        console.log(
          JSON.stringify(
            rows.map((feed) => ({ ...feed, health: describeFeedHealth(feed, now) })),
            null,
            2,
          ),
        );
      } else if (all.length === 0) say('no feeds yet: wirewatch feeds add URL');
      else if (rows.length === 0) say(`all ${all.length} feeds are well`);
      else console.log(renderFeeds(rows, now));
    });
}

function registerPolls(feeds: Command): void {
  feeds
    .command('polls')
    .description('the latest polls of a feed: what it offered and how each item ended')
    .argument('<feed>', 'address, or id from `feeds list`')
    .option('--limit <n>', 'how many', '20')
    .option('--json', 'as JSON')
    .action(async (feed: string, options: { limit: string; json?: boolean }) => {
      const { withApp } = await import('../with-app.js');
      const limit = Math.min(Math.max(Math.trunc(Number(options.limit)) || 20, 1), 1_000);
      const rows = await withApp(async (app) => {
        const found = (await app.store.listFeeds()).find(({ id, url }) => id === feed || url === feed);
        if (found === undefined) {
          throw new PermanentError('not_found', 'There is no such feed; see `wirewatch feeds list`.');
        }
        return app.store.listPolls(found.id, limit);
      });
      console.log(options.json === true ? JSON.stringify(rows, null, 2) : renderPolls(rows));
    });
}

function registerStateChanges(feeds: Command): void {
  const changes = [
    { name: 'remove', description: 'stop watching; articles stay', done: 'removed' },
    { name: 'pause', description: 'rest feeds until they are resumed', done: 'paused' },
    { name: 'resume', description: 'poll rested or gone feeds again', done: 'resumed' },
  ] as const;
  for (const change of changes) {
    feeds
      .command(change.name)
      .description(change.description)
      .argument('<feeds...>', 'addresses, or ids from `feeds list`')
      .action(async (urls: string[]) => {
        const { withApp } = await import('../with-app.js');
        const count = await withApp((app) =>
          change.name === 'remove'
            ? app.store.removeFeeds(urls)
            : app.store.setFeedStatus(urls, change.name === 'pause' ? 'paused' : 'active'),
        );
        if (count === 0) {
          throw new PermanentError('not_found', 'There is no such feed; see `wirewatch feeds list`.');
        }
        say(`${count} ${change.done}`);
      });
  }
}

function registerFiles(feeds: Command): void {
  feeds
    .command('import')
    .description('watch the feeds of a feeds.yml or OPML file')
    .argument('<file>')
    .action(async (file: string) => {
      const { withApp } = await import('../with-app.js');
      const { importFeedsFile } = await import('../import-feeds-file.js');
      const ids = await withApp((app) => importFeedsFile(app.store, file));
      say(`${ids.length} feeds of ${file} are watched`);
    });
  feeds
    .command('export')
    .description('write the feeds as OPML or YAML')
    .argument('[file]', 'default: stdout')
    .addOption(new Option('--format <format>').choices(['opml', 'yaml']).default('opml'))
    .action(async (file: string | undefined, options: { format: 'opml' | 'yaml' }) => {
      const { withApp } = await import('../with-app.js');
      const { renderOpml } = await import('../../feeds/opml.js');
      const { renderFeedsYaml } = await import('../../feeds/feeds-file.js');
      const rows = await withApp((app) => app.store.listFeeds());
      const entries = rows.map(({ url, title, category, schedule }) => ({
        url,
        ...(title === null ? {} : { title }),
        ...(category === null ? {} : { category }),
        ...(schedule === null ? {} : { schedule }),
      }));
      const text = options.format === 'opml' ? renderOpml(entries) : renderFeedsYaml(entries);
      if (file === undefined) process.stdout.write(text);
      else await writeFile(file, text);
    });
}

function registerDiscover(feeds: Command): void {
  feeds
    .command('discover')
    .description('find the feeds of a web site')
    .argument('<url>', 'address of the site')
    .action(async (url: string) => {
      const { withApp } = await import('../with-app.js');
      const { discoverFeeds } = await import('../../feeds/discover-feeds.js');
      const { decodeHtml } = await import('../../article/decode-html.js');
      const found = await withApp(async (app) => {
        const page = await app.fetcher.fetch({
          url,
          accept: app.config.fetch.pageAccept,
          maxBytes: app.config.fetch.pageMaxBytes,
          robots: 'obey',
        });
        return discoverFeeds({ html: decodeHtml(page.body, page.contentType).html, url: page.url });
      });
      if (found.length === 0) say('that page names no feed');
      for (const feed of found) console.log(`${feed.url}${feed.title === null ? '' : `\t${feed.title}`}`);
    });
}

const minuteOf = (date: Date | null) =>
  date === null ? 'never' : date.toISOString().slice(0, 16).replace('T', ' ');

function renderFeeds(rows: readonly FeedListing[], now: Date): string {
  return renderTable(
    [
      { title: 'id', align: 'right', cell: (row) => row.id },
      { title: 'state', cell: (row) => describeFeedHealth(row, now).state },
      { title: 'feed', maxWidth: 40, cell: (row) => row.title ?? row.url },
      { title: 'category', maxWidth: 20, cell: (row) => row.category ?? '' },
      { title: 'items', align: 'right', cell: (row) => String(row.itemCount) },
      { title: 'last poll (UTC)', cell: (row) => minuteOf(row.lastPolledAt) },
      { title: 'brought', cell: (row) => (row.lastPoll === null ? '' : endingsOf(row.lastPoll)) },
      { title: 'next poll', cell: (row) => (row.status === 'active' ? minuteOf(row.nextPollAt) : '') },
      { title: 'what to do', maxWidth: 90, cell: (row) => describeFeedHealth(row, now).advice },
    ],
    rows,
  );
}

function renderPolls(rows: readonly PollRecord[]): string {
  return renderTable(
    [
      { title: 'polled at (UTC)', cell: (row) => minuteOf(row.polledAt) },
      { title: 'by', cell: (row) => (row.trigger === 'push' ? 'hub' : 'clock') },
      { title: 'outcome', cell: (row) => row.errorCode ?? row.outcome.replaceAll('_', ' ') },
      { title: 'offered', align: 'right', cell: (row) => String(row.counts.offered) },
      { title: 'new', align: 'right', cell: (row) => String(row.counts.new) },
      { title: 'known', align: 'right', cell: (row) => String(row.counts.known) },
      { title: 'duplicate', align: 'right', cell: (row) => String(row.counts.duplicate) },
      { title: 'dropped', align: 'right', cell: (row) => String(row.counts.dropped) },
      { title: 'failed', align: 'right', cell: (row) => String(row.counts.failed) },
      { title: 'remarks', maxWidth: 100, cell: remarksOf },
    ],
    rows,
  );
}

/** `20: 3 new, 17 known`, or how it ended without items. */
function endingsOf({ outcome, errorCode, counts }: PollRecord): string {
  if (outcome === 'failed') return errorCode ?? 'failed';
  if (outcome === 'not_modified') return 'not modified';
  const endings = (['new', 'known', 'duplicate', 'dropped', 'failed'] as const)
    .filter((ending) => counts[ending] > 0)
    .map((ending) => `${counts[ending]} ${ending}`);
  return `${counts.offered}${endings.length === 0 ? '' : ': '}${endings.join(', ')}`;
}

function remarksOf({ error, counts, notes }: PollRecord): string {
  const reasons = Object.entries(counts.reasons).map(([reason, count]) => `${count} × ${reason}`);
  return [error ?? '', ...reasons, ...notes.map((note) => note.message)].filter(Boolean).join('; ');
}
