import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { PermanentError } from '../../errors.js';
import { say } from '../say.js';
import { registerDiscover } from './feeds-discover.js';
import { registerList, registerPolls } from './feeds-list.js';
import { registerTest } from './feeds-test.js';

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
  $ wirewatch feeds test https://example.org/feed.xml
  $ wirewatch feeds schedule 'every 10m' 3 7
  $ wirewatch feeds import subscriptions.opml
  $ wirewatch feeds --problems`,
    );
  registerAdd(feeds);
  registerList(feeds);
  registerPolls(feeds);
  registerStateChanges(feeds);
  registerSchedule(feeds);
  registerFiles(feeds);
  registerDiscover(feeds);
  registerTest(feeds);
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
        say(`${someOf(count)} ${change.done}`);
      });
  }
}

function registerSchedule(feeds: Command): void {
  feeds
    .command('schedule')
    .description('say when feeds are polled, or give them their own rhythm back')
    .argument('<when>', 'a cron expression of five fields in UTC, "every 30m", or "auto"')
    .argument('<feeds...>', 'addresses, or ids from `feeds list`')
    .action(async (when: string, urls: string[]) => {
      const { parseSchedule } = await import('../../feeds/parse-schedule.js');
      const schedule = when.trim().toLowerCase() === 'auto' ? null : when;
      if (schedule !== null) parseSchedule(schedule);
      const { withApp } = await import('../with-app.js');
      const count = await withApp((app) => app.store.setSchedule(urls, schedule));
      const rhythm = schedule === null ? 'follow their own rhythm' : `are polled ${schedule}`;
      say(`${someOf(count)} of the feeds ${rhythm}, from now on`);
    });
}

/** @throws PermanentError `not_found` for none */
function someOf(count: number): number {
  if (count === 0)
    throw new PermanentError('not_found', 'There is no such feed; see `wirewatch feeds list`.');
  return count;
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
      const entries = rows.map(({ url, title, category, siteUrl, schedule }) => ({
        url,
        ...(title === null ? {} : { title }),
        ...(category === null ? {} : { category }),
        ...(siteUrl === null ? {} : { siteUrl }),
        ...(schedule === null ? {} : { schedule }),
      }));
      const text = options.format === 'opml' ? renderOpml(entries) : renderFeedsYaml(entries);
      if (file === undefined) process.stdout.write(text);
      else await writeFile(file, text);
    });
}
