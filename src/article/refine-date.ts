import { dayNumber, type ArticleDate } from './article-date.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Zones lie this far east and west of UTC. */
const MAX_EAST_MINUTES = 14 * 60;
const MAX_WEST_MINUTES = 12 * 60;
/** Zones with newsrooms and without a counterpart as far west: India, Japan, Australia, New Zealand. */
const EASTERN_MINUTES = new Set([330, 540, 570, 600, 630, 660, 720, 780]);
/** Zones differ from UTC by whole quarters of an hour. */
const ZONE_STEP_MINUTES = 15;

/**
 * What the page's other dates add to the chosen one: they tell day from month in "04/05/2024", and the newsroom's zone,
 * which programs often leave out. The instant of a date with time and zone stays.
 *
 * @param date - the chosen date
 * @param others - dates of the same event by other carriers, most trusted first
 * @param zoneMinutes - the zone, east of UTC, of all newsrooms in the page's language; null when they have several
 */
export function refineDate(
  date: ArticleDate,
  others: readonly ArticleDate[],
  zoneMinutes: number | null,
): ArticleDate {
  const timed = orderDay(date, others);
  if (timed.precision === 'day' || (timed.offsetMinutes ?? 0) !== 0) return timed;
  const zoned = others.find((other) => isSameTime(other, timed));
  if (zoned !== undefined) return zoned;
  if (timed.offsetMinutes === null) return zoneMinutes === null ? timed : atZone(timed, zoneMinutes);
  const mistaken = others.find((other) => isLocalOf(timed, other));
  if (mistaken !== undefined) return atZone(timed, minutesBetween(mistaken, timed));
  return { ...timed, offsetMinutes: offsetShown(timed, others) };
}

/** The other reading of an ambiguous day, when another carrier gives that day and none gives the first reading. */
function orderDay(date: ArticleDate, others: readonly ArticleDate[]): ArticleDate {
  const { otherDay } = date;
  const sure = others.filter((other) => other.otherDay === null).map(dayNumber);
  if (otherDay === null || sure.includes(dayNumber(date))) return date;
  return sure.includes(dayNumber(otherDay)) ? otherDay : date;
}

/** The same instant with its zone, or for a date without zone the same clock time with one. */
function isSameTime(other: ArticleDate, date: ArticleDate): boolean {
  if (other.precision === 'day' || (other.offsetMinutes ?? 0) === 0) return false;
  return minutesBetween(date, date.offsetMinutes === null ? withoutZone(other) : other) === 0;
}

/**
 * Whether `date` gives the clock of a newsroom as UTC, and `other` gives the same moment in true UTC. Only for distances
 * at which newsrooms lie in the east alone; four hours may be New York or Dubai.
 */
function isLocalOf(date: ArticleDate, other: ArticleDate): boolean {
  return (
    other.offsetMinutes === 0 &&
    other.precision === 'time' &&
    date.instantMs % MINUTE_MS === other.instantMs % MINUTE_MS &&
    EASTERN_MINUTES.has(minutesBetween(other, date))
  );
}

function atZone(date: ArticleDate, offsetMinutes: number): ArticleDate {
  return { ...date, instantMs: date.instantMs - offsetMinutes * MINUTE_MS, offsetMinutes };
}

/**
 * The zone that readers are shown, for an instant in UTC: the distance to a clock time without zone, else the smallest
 * offset that brings the instant to the day that is shown.
 */
function offsetShown(instant: ArticleDate, others: readonly ArticleDate[]): number {
  for (const other of others.filter(({ offsetMinutes }) => offsetMinutes === null)) {
    const minutes = minutesBetween(instant, other);
    const offset = other.precision === 'time' ? minutes : offsetToDay(minutes);
    if (offset !== 0 && isZone(offset)) return offset;
  }
  return 0;
}

/** From an instant that lies `minutes` before a midnight to the day that follows this midnight. */
function offsetToDay(minutes: number): number {
  if (minutes > 0) return Math.ceil(minutes / 60) * 60;
  const past = -minutes - DAY_MINUTES;
  return past < 0 ? 0 : -(Math.floor(past / 60) + 1) * 60;
}

function isZone(minutes: number): boolean {
  return minutes % ZONE_STEP_MINUTES === 0 && minutes <= MAX_EAST_MINUTES && minutes >= -MAX_WEST_MINUTES;
}

function withoutZone(date: ArticleDate): ArticleDate {
  return { ...date, instantMs: date.instantMs + (date.offsetMinutes ?? 0) * MINUTE_MS };
}

function minutesBetween(from: ArticleDate, to: ArticleDate): number {
  return Math.floor(to.instantMs / MINUTE_MS) - Math.floor(from.instantMs / MINUTE_MS);
}
