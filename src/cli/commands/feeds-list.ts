import type { Command } from 'commander';
import { PermanentError } from '../../errors.js';
import { describeFeedHealth } from '../../feeds/feed-health.js';
import type { FeedListing } from '../../model/feed-record.js';
import type { PollRecord } from '../../model/poll.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

/** `wirewatch feeds` and `wirewatch feeds list`: how all feeds fare and what to do. */
export function registerList(feeds: Command): void {
  feeds
    .command('list', { isDefault: true })
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

/** `wirewatch feeds polls`: what the latest polls of a feed came to. */
export function registerPolls(feeds: Command): void {
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
      if (options.json === true) console.log(JSON.stringify(rows, null, 2));
      else if (rows.length === 0) say('it was not polled yet');
      else console.log(renderPolls(rows));
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
      { title: 'hub', cell: (row) => (row.isPushed ? 'pushes' : '') },
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
