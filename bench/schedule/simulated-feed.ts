import { nextPoll, type NextPoll } from '../../src/feeds/next-poll.js';
import type { Schedule } from '../../src/feeds/parse-schedule.js';
import type { FeedPace } from '../../src/model/feed.js';
import type { FeedKind } from './feed-kinds.js';
import type { Random } from './create-random.js';

/** A feed with its publisher: what comes out when, and what polls have found so far. */
export interface SimulatedFeed {
  readonly url: string;
  readonly kind: FeedKind;
  readonly schedule: Schedule | null;
  readonly pace: FeedPace;
  readonly freshForMs: number | null;
  /** Items a day at the busiest time. */
  readonly peakPerDay: number;
  /** Milliseconds that its clock is ahead of UTC. */
  readonly zoneMs: number;
  /** When it publishes where it has a time of its own: milliseconds since midnight. */
  readonly ownTimeMs: number;
  readonly random: Random;
  /** When items came out, oldest first, and when the next one will. */
  readonly arrivals: number[];
  nextArrivalMs: number;
  intervalMs: number;
  failureCount: number;
  lastPollMs: number | null;
}

/** What a simulated poll leaves. */
export interface SimulatedPoll extends NextPoll {
  readonly failureCount: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What the store hands to `nextPoll`, at most. */
const MAX_ARRIVALS = 400;

/** Items that the document holds. */
const WINDOW = 20;

/** An own time is kept to within half an hour. */
const OWN_TIME_JITTER_MS = HOUR_MS;

/** Publishes until `untilMs`. */
export function publish(feed: SimulatedFeed, untilMs: number): void {
  while (feed.nextArrivalMs <= untilMs) {
    feed.arrivals.push(feed.nextArrivalMs);
    feed.nextArrivalMs = arrivalAfter(feed, feed.nextArrivalMs);
  }
  if (feed.arrivals.length > 2 * MAX_ARRIVALS) feed.arrivals.splice(0, feed.arrivals.length - MAX_ARRIVALS);
}

/** When the next item comes after `afterMs`: a Poisson process whose rate follows the hours. */
export function arrivalAfter(feed: SimulatedFeed, afterMs: number): number {
  if (feed.peakPerDay === 0) return Infinity;
  if (feed.kind.hours === 'own-time') {
    const dayMs = Math.floor((afterMs - feed.ownTimeMs) / DAY_MS + 1.5) * DAY_MS + feed.ownTimeMs;
    return dayMs + (feed.random.next() - 0.5) * OWN_TIME_JITTER_MS;
  }
  // Thinning (Lewis and Shedler, 1979): candidates at the peak's rate, each kept with the hour's share of it.
  for (let atMs = afterMs; ;) {
    atMs += (-Math.log(1 - feed.random.next()) / feed.peakPerDay) * DAY_MS;
    if (feed.random.next() < shareOfPeak(feed, atMs)) return atMs;
  }
}

/** Polls at `nowMs`: the real `nextPoll` decides, on the items that came out. */
export function pollSimulated(feed: SimulatedFeed, nowMs: number): SimulatedPoll {
  publish(feed, nowMs);
  const isFailure = feed.random.next() < (feed.kind.failures ?? 0);
  const { lastPollMs } = feed;
  const fresh = feed.arrivals.filter((timeMs) => timeMs > (lastPollMs ?? 0)).length;
  feed.failureCount = isFailure ? feed.failureCount + 1 : 0;
  const next = nextPoll({
    now: new Date(nowMs),
    // As in pollFeed, a first poll is no news.
    outcome: isFailure ? 'failed' : fresh > 0 && lastPollMs !== null ? 'new-items' : 'unchanged',
    currentIntervalMs: feed.intervalMs,
    failureCount: feed.failureCount,
    freshForMs: feed.freshForMs,
    pace: feed.pace,
    schedule: feed.schedule,
    feedKey: feed.url,
    arrivals: knownArrivals(feed, isFailure),
    mayHaveMissed: lastPollMs !== null && fresh >= WINDOW,
  });
  feed.intervalMs = next.intervalMs;
  if (!isFailure) feed.lastPollMs = nowMs;
  return { ...next, failureCount: feed.failureCount };
}

function knownArrivals(feed: SimulatedFeed, isFailure: boolean): string[] {
  if (isFailure) return [];
  const { lastPollMs } = feed;
  if (feed.kind.isDated === false && lastPollMs === null) feed.arrivals.length = 0;
  return feed.arrivals.slice(-MAX_ARRIVALS).map((timeMs) => new Date(timeMs).toISOString());
}

/** How busy an office is: by day, in the evening, at night, at weekends. */
function shareOfPeak({ kind, zoneMs }: SimulatedFeed, atMs: number): number {
  if (kind.hours === 'any') return 1;
  const local = new Date(atMs + zoneMs);
  const hour = local.getUTCHours();
  const byHour = hour >= 9 && hour < 18 ? 1 : hour >= 7 && hour < 22 ? 0.3 : 0.04;
  return byHour * (local.getUTCDay() % 6 === 0 ? 0.25 : 1);
}
