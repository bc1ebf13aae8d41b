import type { FeedPace } from '../model/feed.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Times when a feed says that it publishes nothing (RSS 2.0, `skipHours` and `skipDays`, in UTC). */
type SkipTimes = Pick<FeedPace, 'skipHours' | 'skipDays'>;

/**
 * The first moment from `timeMs` on that the feed does not ask to skip. A feed that would skip everything is not
 * believed.
 *
 * @param timeMs - milliseconds since 1970
 * @returns `timeMs` itself, or the beginning of a later hour
 */
export function firstAllowedTime(skip: SkipTimes, timeMs: number): number {
  if (!canBeMeant(skip) || isAllowed(skip, timeMs)) return timeMs;
  let hourMs = Math.floor(timeMs / HOUR_MS) * HOUR_MS;
  while (!isAllowed(skip, hourMs)) hourMs += HOUR_MS;
  return hourMs;
}

/**
 * When the feed begins to publish again after the next hours that it skips: news of the time before wait there.
 *
 * @returns the beginning of an hour within a week after `timeMs`; null for a feed that skips nothing
 */
export function nextOpening(skip: SkipTimes, timeMs: number): number | null {
  if (!canBeMeant(skip) || (skip.skipHours.length === 0 && skip.skipDays.length === 0)) return null;
  let hourMs = Math.floor(timeMs / HOUR_MS) * HOUR_MS;
  while (isAllowed(skip, hourMs)) hourMs += HOUR_MS;
  while (!isAllowed(skip, hourMs)) hourMs += HOUR_MS;
  return hourMs;
}

function isAllowed({ skipHours, skipDays }: SkipTimes, timeMs: number): boolean {
  const date = new Date(timeMs);
  return !skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay());
}

/** Some hour of some day must be left. */
function canBeMeant({ skipHours, skipDays }: SkipTimes): boolean {
  return new Set(skipHours).size < DAY_MS / HOUR_MS && new Set(skipDays).size < 7;
}
