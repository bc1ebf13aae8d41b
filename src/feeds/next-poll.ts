import { createHash } from 'node:crypto';
import type { FeedPace } from '../model/feed.js';
import { nextCronTime, type Schedule } from './parse-schedule.js';
import { readRhythm } from './publishing-rhythm.js';
import { firstAllowedTime, nextOpening } from './skip-times.js';

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
  /** How long the answer is fresh, as its headers say. */
  readonly freshForMs?: number | null;
  /** What the feed itself asks for. */
  readonly pace: FeedPace;
  /** The owner's wish; without one the interval adapts. */
  readonly schedule?: Schedule | null;
  /** Anything stable about the feed: polls are spread by its hash. */
  readonly feedKey: string;
  /** When recent items came out, ISO 8601, in any order. */
  readonly arrivals: readonly string[];
  /** True when no item of this poll was known: others may have come and gone unseen. */
  readonly mayHaveMissed?: boolean;
  /** True while the feed's hub tells us of news. */
  readonly isPushed?: boolean;
}

/** When to poll next. */
export interface NextPoll {
  readonly nextPollAt: Date;
  /** To be handed back as `currentIntervalMs`. */
  readonly intervalMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An adaptive interval stays between these. */
const MIN_INTERVAL_MS = 2 * MINUTE_MS;
const MAX_INTERVAL_MS = DAY_MS;

/** The first pause after a failure; each further one doubles it, up to a day. */
const FIRST_BACKOFF_MS = 5 * MINUTE_MS;

/**
 * The same for pauses after failures, and for intervals that no rhythm tells. Feeds fail together, when their network
 * does or when a long list of them is imported, and would come back together each time.
 */
const LARGE_SPREAD_SHARE = 0.3;

/** A server may ask for longer pauses than a day, but not for ever. */
const MAX_RETRY_AFTER_MS = 7 * DAY_MS;

/** Times are moved by up to this share of the interval, so that feeds added together drift apart. */
const SPREAD_SHARE = 0.1;

/** Where a publisher names the pace, we keep to it: the spread is a hundredth, a minute at most. */
const DECLARED_SPREAD_SHARE = 0.01;

/** Many feeds skip the same hours: they are polled in the course of half an hour behind, not on the stroke. */
const OPENING_SPREAD_MS = 30 * MINUTE_MS;

/** Two polls for each expected publication. */
const EXPECTED_PER_POLL = 0.5;

/** A feed that is this many publications late has changed its ways, and its rhythm is believed the less the later it is. */
const PATIENCE = 3;

/** How much longer an interval gets when nothing was new, and how much shorter after news, where no dates tell a rhythm. */
const UNKNOWN_RHYTHM_STEP = 1.5;

/**
 * A pace above this is a wish of the publisher's that bounds the interval from both sides. "Hourly" and less stand in
 * millions of feeds unasked (it is what WordPress writes, and caches say five minutes), so they are lower bounds only.
 */
const DELIBERATE_PACE_MS = HOUR_MS;

/** With a hub that tells us, polls only make sure that nothing was missed. */
const PUSHED_INTERVAL_MS = 6 * HOUR_MS;

/**
 * Decides when a feed is polled next. A failing feed is never given up: its pauses double up to a day. What the server
 * or the feed asks for (`Retry-After`, freshness, `ttl`, hours and days to skip) is kept to, a day at most except for
 * `Retry-After`. A schedule of the owner's is kept exactly, unless the feed fails or the server says when to retry.
 * Without one the interval follows the feed's own rhythm by the hour of the week, from 2 minutes to 24 hours.
 * Pure: the same history gives the same answer.
 */
export function nextPoll(history: PollHistory): NextPoll {
  const nowMs = history.now.getTime();
  const intervalMs = intervalAfter(history);
  const earliestMs = Math.max(
    Math.min(history.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS),
    history.outcome === 'failed' ? backoffMs(history) : 0,
  );
  return { nextPollAt: new Date(nowMs + delayAfter(history, intervalMs, earliestMs)), intervalMs };
}

function delayAfter(history: PollHistory, intervalMs: number, earliestMs: number): number {
  const nowMs = history.now.getTime();
  if (history.schedule?.kind === 'cron') {
    return nextCronTime(history.schedule.expression, new Date(nowMs + earliestMs)).getTime() - nowMs;
  }
  if (history.schedule?.kind === 'every') return Math.max(intervalMs, earliestMs);
  // A failing feed comes back at its backoff, even when its interval is longer than that.
  if (history.outcome === 'failed') return Math.max(earliestMs, MIN_INTERVAL_MS);
  return Math.max(keepSkipTimes(history, spread(history, intervalMs)), earliestMs);
}

function intervalAfter(history: PollHistory): number {
  if (history.schedule?.kind === 'every') return history.schedule.intervalMs;
  if (history.outcome === 'failed') return clampInterval(history.currentIntervalMs);
  const adaptiveMs = history.isPushed
    ? Math.max(adaptiveInterval(history), PUSHED_INTERVAL_MS)
    : adaptiveInterval(history);
  const declaredMs = declaredPace(history);
  if (declaredMs > DELIBERATE_PACE_MS && !history.isPushed) return clampInterval(declaredMs);
  return clampInterval(Math.max(adaptiveMs, declaredMs));
}

/** The longest pause that the server or the feed asks for; 0 where neither does. */
function declaredPace({ freshForMs, pace }: PollHistory): number {
  return Math.max(freshForMs ?? 0, (pace.ttlMinutes ?? 0) * MINUTE_MS);
}

function adaptiveInterval(history: PollHistory): number {
  const intervalMs = rhythmicInterval(history);
  return history.mayHaveMissed === true ? Math.min(intervalMs, history.currentIntervalMs) / 2 : intervalMs;
}

function rhythmicInterval({ now, outcome, currentIntervalMs, arrivals }: PollHistory): number {
  const nowMs = now.getTime();
  const past = arrivals.map((date) => Date.parse(date)).filter((timeMs) => timeMs <= nowMs);
  if (past.length === 0) {
    return outcome === 'new-items'
      ? currentIntervalMs / UNKNOWN_RHYTHM_STEP
      : currentIntervalMs * UNKNOWN_RHYTHM_STEP;
  }
  const rhythm = readRhythm(arrivals, now);
  if (rhythm === null) return MAX_INTERVAL_MS;
  const late = rhythm.expectedBetween(Math.max(...past), nowMs) / PATIENCE;
  const target = EXPECTED_PER_POLL * Math.max(1, late);
  return rhythm.whenExpected(target, nowMs, nowMs + MAX_INTERVAL_MS) - nowMs;
}

/** Nothing is published in the hours to skip, so nobody is asked then; what came out before them waits at their end. */
function keepSkipTimes(history: PollHistory, delayMs: number): number {
  const nowMs = history.now.getTime();
  const openingMs = nextOpening(history.pace, nowMs);
  const earlierMs = openingMs === null ? nowMs + delayMs : Math.min(nowMs + delayMs, openingMs);
  const allowedMs = firstAllowedTime(history.pace, earlierMs);
  const isOpening = openingMs !== null && allowedMs === openingMs;
  return allowedMs + (isOpening ? fractionOf(history.feedKey) * OPENING_SPREAD_MS : 0) - nowMs;
}

function backoffMs(history: PollHistory): number {
  const doublings = Math.min(Math.max(history.failureCount - 1, 0), 20);
  const pauseMs = Math.min(FIRST_BACKOFF_MS * 2 ** doublings, DAY_MS);
  // Earlier rather than later at the ceiling, so that a day stays a day and feeds of one dead host still part.
  const fraction = fractionOf(`${history.feedKey}#${history.failureCount}`);
  return pauseMs === DAY_MS
    ? pauseMs * (1 - SPREAD_SHARE * fraction)
    : Math.min(pauseMs * (1 + LARGE_SPREAD_SHARE * fraction), DAY_MS);
}

function spread(history: PollHistory, intervalMs: number): number {
  const nowMs = history.now.getTime();
  if (declaredPace(history) === intervalMs) {
    const share = Math.min(DECLARED_SPREAD_SHARE * intervalMs, MINUTE_MS);
    return Math.min(intervalMs + share * fractionOf(history.feedKey), MAX_INTERVAL_MS);
  }
  if (intervalMs === MAX_INTERVAL_MS) return untilOwnMinute(history);
  // The moment is part of the hash: two feeds that meet once part again.
  const share = history.arrivals.length === 0 ? LARGE_SPREAD_SHARE : SPREAD_SHARE;
  return clampInterval(intervalMs * (1 - share * fractionOf(`${history.feedKey}#${nowMs}`)));
}

/** Feeds at the ceiling would meet once a day for ever: each has a minute of the day of its own. */
function untilOwnMinute({ now, feedKey }: PollHistory): number {
  const ownMs = Math.round(fractionOf(feedKey) * DAY_MS);
  const delayMs = DAY_MS - ((now.getTime() + DAY_MS - ownMs) % DAY_MS);
  // Just before it, a day from now is as good.
  return delayMs < HOUR_MS ? DAY_MS : delayMs;
}

function clampInterval(intervalMs: number): number {
  return Math.round(Math.min(Math.max(intervalMs, MIN_INTERVAL_MS), MAX_INTERVAL_MS));
}

/** A number from 0 to 1 that looks random and is not. */
function fractionOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
