import { makeScratchDir } from '../../demo/scratch-dir.js';
import { openApp, type App } from '../../src/app.js';
import { parseConfig } from '../../src/config.js';
import { letTimePass, type Stretch, type World } from './let-time-pass.js';
import { makeFeeds } from './make-feeds.js';
import type { SimulatedFeed } from './simulated-feed.js';
import { startStubOrigin } from './stub-origin.js';
import { mergeWindows, summariseDurations, summariseSpread } from './summarise.js';
import { type PhaseReport, type ScheduleReport, TICK_TARGET_MS } from './schedule-report.js';

export interface ScheduleBench {
  readonly feeds: number;
  /** Simulated days, the import's hour included. */
  readonly days: number;
  /** Told what is being done, in words for a person. */
  readonly announce: (message: string) => void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The import's own time, until its backlog is worked off. */
const IMPORT_MS = HOUR_MS;

/** After the days the clock leaps: all feeds of this time are due at once. Then it is watched for a while. */
const OUTAGE_MS = 12 * HOUR_MS;
const RECOVERY_MS = HOUR_MS;

/** How many polls go over HTTP: a share of the first, then one of so many. */
const FIRST_REAL_SHARE = 0.02;
const REAL_EVERY = 500;

/** Imports feeds into a database of their own and lets days pass. */
export async function benchSchedule(bench: ScheduleBench): Promise<ScheduleReport> {
  const startedAt = performance.now();
  const scratch = await makeScratchDir();
  const origin = await startStubOrigin();
  const config = parseConfig({
    WIREWATCH_LOG_LEVEL: 'error',
    WIREWATCH_DATA_DIR: scratch.path,
    WIREWATCH_ALLOW_HOSTS: '*.localhost',
    WIREWATCH_HOST_DELAY_MS: '0',
  });
  const app = await openApp(config, { schema: 'apply' });
  try {
    await hurryAutovacuum(app);
    const feeds = makeFeeds(bench.feeds, { importedAt: new Date(), port: origin.port });
    bench.announce(`importing ${feeds.length} feeds`);
    const importedAt = performance.now();
    const feedsById = await importFeeds(app, feeds);
    const importSeconds = (performance.now() - importedAt) / 1000;
    const world: World = {
      app,
      feedsById,
      firstReal: Math.ceil(bench.feeds * FIRST_REAL_SHARE),
      realEvery: REAL_EVERY,
      realPollMs: [],
      polls: 0,
    };
    const stretches = await passPhases(world, bench);
    return {
      feeds: feeds.length,
      ...countHosts(feeds),
      days: bench.days,
      importSeconds,
      phases: PHASES.map((phase) => describePhase(phase, stretches[phase], config.queue.tickMs)),
      pollsByHour: mergeWindows(stretches.steady.pollsByTick, HOUR_MS / config.queue.tickMs),
      kinds: describeKinds(feeds, stretches.steady, bench.days - IMPORT_MS / DAY_MS),
      realPollMs: summariseDurations(world.realPollMs),
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    await app.close();
    await origin.close();
    await scratch.remove();
  }
}

const PHASES = ['import', 'steady', 'outage'] as const;

/** The import's hour, the days after it, and the hour after a leap. */
async function passPhases(
  world: World,
  { days, announce }: ScheduleBench,
): Promise<Readonly<Record<PhaseReport['phase'], Stretch>>> {
  // The feeds are due since the import, by the server's clock.
  const startMs = Date.now() + 1_000;
  const endMs = startMs + days * DAY_MS;
  announce('working off the import');
  const first = await letTimePass(world, startMs, startMs + IMPORT_MS);
  announce(`letting ${days} days pass`);
  const steady = await letTimePass(world, startMs + IMPORT_MS, endMs);
  announce('working off what an outage left');
  const outage = await letTimePass(world, endMs + OUTAGE_MS, endMs + OUTAGE_MS + RECOVERY_MS);
  return { import: first, steady, outage };
}

async function importFeeds(app: App, feeds: readonly SimulatedFeed[]): Promise<Map<string, SimulatedFeed>> {
  await app.store.upsertFeeds(feeds.map(({ url }) => ({ url })));
  const byUrl = new Map(feeds.map((feed) => [feed.url, feed]));
  const byId = new Map<string, SimulatedFeed>();
  for (const { id, url } of await app.db.query<{ id: string; url: string }>('select id, url from feeds')) {
    const feed = byUrl.get(url);
    if (feed !== undefined) byId.set(id, feed);
  }
  return byId;
}

/**
 * Days pass within minutes here, and dead rows gather as fast. Autovacuum does what it always does, only that it looks
 * every second instead of every minute.
 */
async function hurryAutovacuum({ db }: App): Promise<void> {
  await db.query(`alter system set autovacuum_naptime = '1s'`);
  await db.query('select pg_reload_conf()');
}

function describePhase(phase: PhaseReport['phase'], stretch: Stretch, tickMs: number): PhaseReport {
  const { pollsByTick } = stretch;
  const per = (windowMs: number) => mergeWindows(pollsByTick, windowMs / tickMs);
  const perMinute = per(MINUTE_MS);
  const pollsPerMinute = summariseSpread(perMinute);
  return {
    phase,
    hours: (pollsByTick.length * tickMs) / HOUR_MS,
    polls: pollsByTick.reduce((sum, polls) => sum + polls, 0),
    tickMs: summariseDurations(stretch.tickMs),
    roundTripMs: summariseDurations(stretch.roundTripMs),
    slowTicks: stretch.tickMs.filter((ms) => ms > TICK_TARGET_MS).length,
    pollsPerMinute,
    peakAtHour: (perMinute.indexOf(pollsPerMinute.max) * MINUTE_MS) / HOUR_MS,
    pollsPerTenSeconds: summariseSpread(per(10_000)),
  };
}

function countHosts(feeds: readonly SimulatedFeed[]): { hosts: number; largestHost: number } {
  const sizes = new Map<string, number>();
  for (const { url } of feeds) {
    const { host } = new URL(url);
    sizes.set(host, (sizes.get(host) ?? 0) + 1);
  }
  return { hosts: sizes.size, largestHost: [...sizes.values()].reduce((a, b) => Math.max(a, b), 0) };
}

function describeKinds(
  feeds: readonly SimulatedFeed[],
  { pollsByKind }: Stretch,
  days: number,
): ScheduleReport['kinds'] {
  const counts = new Map<string, number>();
  for (const { kind } of feeds) counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({
    kind,
    feeds: count,
    pollsPerFeedAndDay: (pollsByKind.get(kind) ?? 0) / count / days,
  }));
}
