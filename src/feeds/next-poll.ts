import { createHash } from 'node:crypto';
import { nextCronTime, type Schedule } from './parse-schedule.js';

/** What is known of a feed after a poll. */
export interface PollHistory {
  readonly now: Date;
  readonly outcome: 'new-items' | 'unchanged' | 'failed';
  /** The interval of the last success. */
  readonly currentIntervalMs: number;
  /** Failures in a row, this one included. */
  readonly failureCount: number;
  /** What the server asked for in `Retry-After`, from now on. */
  readonly retryAfterMs?: number;
  /** What the feed says in `ttl`. */
  readonly ttlMinutes?: number | null;
  /** The owner's wish; without one the interval adapts. */
  readonly schedule?: Schedule | null;
  /** Anything stable about the feed: polls are spread by its hash. */
  readonly feedKey: string;
  /** Dates of recent items, ISO 8601, in any order. */
  readonly publishedAt: readonly string[];
}

/** When to poll next. */
export interface NextPoll {
  readonly nextPollAt: Date;
  /** To be handed back as `currentIntervalMs`. */
  readonly intervalMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** An adaptive interval stays between these. */
const MIN_INTERVAL_MS = 2 * MINUTE_MS;
const MAX_INTERVAL_MS = DAY_MS;

/** The first pause after a failure; each further one doubles it, up to a day. */
const FIRST_BACKOFF_MS = 5 * MINUTE_MS;

/** A server may ask for longer pauses than a day, but not for ever. */
const MAX_RETRY_AFTER_MS = 7 * DAY_MS;

/** Times are moved by up to this share of the interval, so that feeds added together drift apart. */
const SPREAD_SHARE = 0.1;

/** Two polls per gap between items: an item waits half a gap on the worst day, a quarter on average. */
const POLLS_PER_GAP = 2;

/** A feed that fell silent is polled at a tenth of the silence: two days' silence, every five hours. */
const SILENCE_SHARE = 0.1;

/** How much longer an interval gets when nothing was new. */
const SLOWER = 1.5;

/** The newest items that the rhythm is read from. */
const RHYTHM_ITEMS = 30;

/**
 * Decides when a feed is polled next. A failing feed is never given up: its pauses double up to a day.
 * `Retry-After` and `ttl` are lower bounds. A schedule of the owner's is kept exactly, unless the feed
 * fails or the server asks for more time. Without one the interval follows the gaps between items,
 * from 2 minutes to 24 hours. Pure: the same history gives the same answer.
 */
export function nextPoll(history: PollHistory): NextPoll {
  const intervalMs = intervalAfter(history);
  const earliestMs = Math.max(
    Math.min(history.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS),
    history.outcome === 'failed' ? backoffMs(history) : 0,
  );
  return { nextPollAt: new Date(timeOfPoll(history, intervalMs, earliestMs)), intervalMs };
}

function timeOfPoll(history: PollHistory, intervalMs: number, earliestMs: number): number {
  const nowMs = history.now.getTime();
  if (history.schedule?.kind === 'cron') {
    return nextCronTime(history.schedule.expression, new Date(nowMs + earliestMs)).getTime();
  }
  if (history.schedule?.kind === 'every') return nowMs + Math.max(intervalMs, earliestMs);
  // A failing feed comes back at its backoff, even when its interval is longer than that.
  const delayMs =
    history.outcome === 'failed'
      ? Math.max(earliestMs, MIN_INTERVAL_MS)
      : Math.max(spread(history, intervalMs), earliestMs);
  return nowMs + delayMs;
}

function intervalAfter(history: PollHistory): number {
  if (history.schedule?.kind === 'every') return history.schedule.intervalMs;
  if (history.outcome === 'failed') return clampInterval(history.currentIntervalMs);
  const ttlMs = (history.ttlMinutes ?? 0) * MINUTE_MS;
  return clampInterval(Math.max(adaptiveInterval(history), ttlMs));
}

function adaptiveInterval(history: PollHistory): number {
  const nowMs = history.now.getTime();
  const times = history.publishedAt
    .map((date) => Date.parse(date))
    .filter((timeMs) => timeMs <= nowMs)
    .sort((a, b) => b - a)
    .slice(0, RHYTHM_ITEMS);
  const [latestMs] = times;
  const gapMs = medianGap(times);
  if (latestMs === undefined || gapMs === null) {
    // No dates to go by: faster after news, slower after none.
    return history.outcome === 'new-items'
      ? history.currentIntervalMs / SLOWER
      : history.currentIntervalMs * SLOWER;
  }
  const rhythmMs = Math.max(gapMs / POLLS_PER_GAP, (nowMs - latestMs) * SILENCE_SHARE);
  return history.outcome === 'new-items'
    ? rhythmMs
    : Math.min(rhythmMs, Math.max(history.currentIntervalMs, MIN_INTERVAL_MS) * SLOWER);
}

/** The middle gap: a burst of ten items at once or one long holiday does not move it much. */
function medianGap(newestFirst: readonly number[]): number | null {
  const gaps = newestFirst.slice(1).map((timeMs, index) => (newestFirst[index] ?? timeMs) - timeMs);
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? null;
}

function backoffMs(history: PollHistory): number {
  const doublings = Math.min(Math.max(history.failureCount - 1, 0), 20);
  const pauseMs = Math.min(FIRST_BACKOFF_MS * 2 ** doublings, DAY_MS);
  return Math.min(
    pauseMs * (1 + SPREAD_SHARE * fractionOf(`${history.feedKey}#${history.failureCount}`)),
    DAY_MS,
  );
}

function spread(history: PollHistory, intervalMs: number): number {
  // The day is part of the hash: two feeds that meet once part again.
  const day = Math.floor(history.now.getTime() / DAY_MS);
  return clampInterval(
    intervalMs * (1 - SPREAD_SHARE / 2 + SPREAD_SHARE * fractionOf(`${history.feedKey}#${day}`)),
  );
}

function clampInterval(intervalMs: number): number {
  return Math.round(Math.min(Math.max(intervalMs, MIN_INTERVAL_MS), MAX_INTERVAL_MS));
}

/** A number from 0 to 1 that looks random and is not. */
function fractionOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
