import type { App } from '../../src/app.js';
import { createStages } from '../../src/stages.js';
import { pollSimulated, type SimulatedFeed, type SimulatedPoll } from './simulated-feed.js';

/** The feeds and the scheduler that looks after them, at a time of our own. */
export interface World {
  readonly app: App;
  readonly feedsById: ReadonlyMap<string, SimulatedFeed>;
  /** So many polls, from the first on, are made indeed; then every `realEvery`th. */
  readonly firstReal: number;
  readonly realEvery: number;
  /** How long each of those took, in milliseconds. */
  readonly realPollMs: number[];
  polls: number;
}

/** What happened in a stretch of time. */
export interface Stretch {
  readonly tickMs: readonly number[];
  /** A statement that does nothing, now and then, for comparison: what the machine's other work costs. */
  readonly roundTripMs: readonly number[];
  readonly pollsByTick: readonly number[];
  readonly pollsByKind: ReadonlyMap<string, number>;
}

/** Polls take a moment: their results are written together, those of a minute at a time. */
const WRITE_EVERY_TICKS = 12;

/**
 * Lets time pass: at each tick the real scheduler takes the feeds that are due, and each of them is polled. Nearly all
 * polls are simulated, but for the decision when to come back; a sample goes over HTTP and into the tables as well.
 *
 * @param fromMs - milliseconds since 1970
 * @param untilMs - a tick at this moment is not made any more
 */
export async function letTimePass(world: World, fromMs: number, untilMs: number): Promise<Stretch> {
  const tickMs: number[] = [];
  const roundTripMs: number[] = [];
  const pollsByTick: number[] = [];
  const pollsByKind = new Map<string, number>();
  const clock = { nowMs: fromMs };
  const scheduler = bindScheduler(world.app, clock, tickMs);
  let unwritten: WrittenPoll[] = [];
  const stepMs = world.app.config.queue.tickMs;
  for (; clock.nowMs < untilMs; clock.nowMs += stepMs) {
    const feedIds = await scheduler.tick();
    pollsByTick.push(feedIds.length);
    for (const id of feedIds) {
      const feed = world.feedsById.get(id);
      if (feed === undefined) throw new Error(`the scheduler took feed ${id}, which is not there`);
      pollsByKind.set(feed.kind.name, (pollsByKind.get(feed.kind.name) ?? 0) + 1);
      unwritten.push({ id, ...pollSimulated(feed, clock.nowMs) });
    }
    await pollSample(world, feedIds, scheduler.poll);
    if (pollsByTick.length % WRITE_EVERY_TICKS === 0) {
      await writePolls(world.app, unwritten, clock.nowMs);
      unwritten = [];
      await timeInto(roundTripMs, () => world.app.db.query('select 1'));
    }
  }
  await writePolls(world.app, unwritten, clock.nowMs);
  return { tickMs, roundTripMs, pollsByTick, pollsByKind };
}

/** Makes some of the polls indeed, one after another. Their rows are overwritten like all others. */
async function pollSample(
  world: World,
  feedIds: readonly string[],
  poll: (feedId: string) => Promise<unknown>,
): Promise<void> {
  const { firstReal, realEvery } = world;
  for (const feedId of feedIds) {
    if (world.polls < firstReal || world.polls % realEvery === 0) {
      await timeInto(world.realPollMs, () => poll(feedId));
    }
    world.polls += 1;
  }
}

/** The tick and the poll as the application plumbs them, but with our clock, and with a list in place of the queue. */
function bindScheduler(app: App, clock: { readonly nowMs: number }, tickMs: number[]) {
  let taken: string[] = [];
  const { tick, stages } = createStages({
    ...app,
    now: () => new Date(clock.nowMs),
    store: {
      ...app.store,
      takeDueFeeds: async (options) => {
        let ids: string[] = [];
        await timeInto(tickMs, async () => (ids = await app.store.takeDueFeeds(options)));
        return ids;
      },
    },
    queues: {
      ...app.queues,
      enqueue: (_, payloads) => {
        for (const payload of payloads) if ('feedId' in payload) taken.push(payload.feedId);
        return Promise.resolve();
      },
    },
  });
  return {
    async tick(): Promise<string[]> {
      taken = [];
      await tick();
      return taken;
    },
    poll: (feedId: string) => stages.feeds({ feedId }),
  };
}

interface WrittenPoll extends SimulatedPoll {
  readonly id: string;
}

/** What polls leave on their feeds, in one statement of the bench's own. How long that takes is not looked at. */
async function writePolls(app: App, polls: readonly WrittenPoll[], nowMs: number): Promise<void> {
  if (polls.length === 0) return;
  await app.db.transaction(async (tx) => {
    await tx.query('set local synchronous_commit = off');
    await tx.query(
      `update feeds set next_poll_at = poll.next_poll_at, interval_ms = poll.interval_ms,
         failure_count = poll.failure_count, last_polled_at = $1
       from unnest($2::bigint[], $3::timestamptz[], $4::bigint[], $5::int[])
         as poll (id, next_poll_at, interval_ms, failure_count)
       where feeds.id = poll.id`,
      [
        new Date(nowMs),
        polls.map(({ id }) => id),
        polls.map(({ nextPollAt }) => nextPollAt),
        polls.map(({ intervalMs }) => Math.round(intervalMs)),
        polls.map(({ failureCount }) => failureCount),
      ],
    );
  });
}

async function timeInto(durations: number[], work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await work();
  durations.push(performance.now() - startedAt);
}
