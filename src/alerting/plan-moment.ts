import type { ChannelManners } from '../model/alert.js';
import type { MessageFacts } from '../model/delivery.js';
import { instantOf, minuteOf, wallTimeAt } from './local-time.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DEFAULT_DIGEST_AT = '08:00';

/**
 * When a message may be sent: at the end of its digest's period, when the cap has room, and out of quiet hours.
 * What was tried already waits for quiet hours only: it counts once, and in the hour of its first try.
 *
 * @returns null for now, else a later moment
 */
export function planMoment(facts: MessageFacts, now: Date): Date | null {
  const { manners } = facts;
  const isFirst = facts.attempts === 0;
  const earliest = Math.max(
    now.getTime(),
    isFirst ? digestMoment(facts, now) : 0,
    isFirst ? capMoment(facts) : 0,
  );
  const moment = afterQuietHours(new Date(earliest), manners);
  return moment.getTime() > now.getTime() ? moment : null;
}

/** What comes alone joins the digest of now; a bundle is due when the period ends that it was begun in. */
function digestMoment(facts: MessageFacts, now: Date): number {
  const { manners } = facts;
  if (manners.digest === 'immediately') return 0;
  return endOfPeriod(facts.isCollected ? facts.createdAt : now, manners, manners.digest).getTime();
}

/** Messages of the last hour must fall out of it until there is room for one more. */
function capMoment({ manners, recentStarts }: MessageFacts): number {
  if (manners.maxPerHour === null) return 0;
  const oldest = recentStarts.at(-manners.maxPerHour);
  return oldest === undefined || recentStarts.length < manners.maxPerHour ? 0 : oldest.getTime() + HOUR_MS;
}

function endOfPeriod(instant: Date, manners: ChannelManners, digest: 'hourly' | 'daily' | 'weekly'): Date {
  const timeZone = manners.timeZone ?? 'UTC';
  const wall = wallTimeAt(instant, timeZone);
  if (digest === 'hourly') {
    // By the minutes that pass, not by the name of the hour: one that comes twice is two hours.
    const startOfMinute = Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS;
    return new Date(startOfMinute + (60 - (wall.minute % 60)) * MINUTE_MS);
  }
  const minute = minuteOf(manners.digestAt ?? DEFAULT_DIGEST_AT);
  const days = [0, 1, 2, 3, 4, 5, 6, 7].filter(
    (ahead) => digest === 'daily' || isMonday(wall.year, wall.month, wall.day + ahead),
  );
  const ends = days.map((ahead) => instantOf({ ...wall, day: wall.day + ahead, minute }, timeZone));
  const end = ends.find((candidate) => candidate.getTime() > instant.getTime());
  if (end === undefined) throw new RangeError('no period of a digest ends within eight days');
  return end;
}

function isMonday(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() === 1;
}

function afterQuietHours(instant: Date, { quietHours, timeZone = 'UTC' }: ChannelManners): Date {
  if (quietHours === null) return instant;
  const from = minuteOf(quietHours.from);
  const to = minuteOf(quietHours.to);
  const wall = wallTimeAt(instant, timeZone);
  const isPastStart = wall.minute >= from;
  const isBeforeEnd = wall.minute < to;
  const isQuiet = from <= to ? isPastStart && isBeforeEnd : isPastStart || isBeforeEnd;
  if (!isQuiet) return instant;
  const endsTomorrow = from > to && isPastStart;
  const end = instantOf({ ...wall, day: wall.day + (endsTomorrow ? 1 : 0), minute: to }, timeZone);
  // Where the clock is set back, the end may come a second time: then it is over at the first.
  return end.getTime() > instant.getTime() ? end : instant;
}
