import type { StageResult } from './stage-result.js';

export interface SchedulePollsDeps {
  takeDueFeeds(options: {
    readonly now: Date;
    readonly limit: number;
    readonly perHost: number;
    readonly leaseMs: number;
    readonly lineStepMs: number;
  }): Promise<readonly string[]>;
  enqueueFeeds(feedIds: readonly string[]): Promise<void>;
  /** Gives feeds back that were taken. */
  makeFeedsDue(feedIds: readonly string[]): Promise<void>;
  now(): Date;
}

/**
 * One tick takes at most this many: what a few seconds of polling can work off. The database is kept for milliseconds,
 * and feeds that were imported together don't all come back in the same minutes.
 */
const FEEDS_PER_TICK = 250;

/** Feeds of one host wait for one another anyway; more of them in the queue would only be told to wait. */
const FEEDS_PER_HOST = 10;

/** A poll job that was lost is made again after this time; no poll with its retries takes as long. */
const LEASE_MS = 5 * 60_000;

/** Feeds of a host that are left for later follow one another at the pace that the host is asked anyway. */
const LINE_STEP_MS = 1_000;

/** Makes jobs for the feeds that are due. */
export async function schedulePolls(deps: SchedulePollsDeps): Promise<StageResult> {
  const feedIds = await deps.takeDueFeeds({
    now: deps.now(),
    limit: FEEDS_PER_TICK,
    perHost: FEEDS_PER_HOST,
    leaseMs: LEASE_MS,
    lineStepMs: LINE_STEP_MS,
  });
  try {
    await deps.enqueueFeeds(feedIds);
  } catch (error) {
    // Without their jobs they would wait for the lease to end.
    await deps.makeFeedsDue(feedIds);
    throw error;
  }
  return { outcome: feedIds.length > 0 ? 'scheduled' : 'idle' };
}
