import { rewriteEasternDate } from './eastern-date.js';
import { MONTH_BY_NAME, ZONE_MINUTES } from './date-words.js';
import { readUsualDate } from './read-usual-date.js';

/** What a text that should be a date turned out to be. */
export type DateReading =
  | { readonly kind: 'date'; /** ISO 8601 in UTC with milliseconds. */ readonly at: string }
  | { readonly kind: 'unreadable' }
  /** A date before 1970 or after 2200. */
  | { readonly kind: 'absurd' };

/** The fields of a moment before they are checked against the calendar. */
interface Moment {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** With fractions. */
  readonly second: number;
  /** Minutes east of Greenwich. */
  readonly zone: number;
}

/** No way of writing a date is longer; JavaScript's own `toString` takes 62 characters. */
const MAX_LENGTH = 100;

/** Years outside are typing errors or placeholders, never dates of news. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

const ISO =
  /^(\d{4})(?:(?:-0(?=\d{2}-)|-?)(\d{2})(?:-?(\d{2}))?)?(?:(?:T|t|\s+|,\s*|\s+@\s*)(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,:](\d{1,9}))?)?)?\s*(.*))?$/;
const ORDINAL = /^(\d{4})-?(\d{3})$/;
const WEEK = /^(\d{4})-?W(\d{2})(?:-?(\d))?$/i;
const COMPACT = /^(\d{8})(\d{6})$/;
const CLOCK =
  /(?<![:\d])(\d{1,2})[:.h](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d{1,9})?)?\s*([ap]\.?\s?m\.?(?![a-z]))?/i;
/** A template that was not filled in (`10:mm:00`): whatever else can be read is not what was meant. */
const BROKEN_CLOCK = /\d:[a-z]{2}|[a-z]{2}:\d/i;

/**
 * Reads a date as feeds write it: RFC 822 with any zone or none, ISO 8601 and W3CDTF, the formats of
 * `ctime` and JavaScript, numeric dates, month names in the languages of date-words.ts, dates of East
 * Asia, Unix seconds. A date without a zone is in UTC (a Korean one in Korea's), never in the zone of this
 * machine. Takes linear time.
 *
 * @param text - an element's text
 */
export function readFeedDate(text: string): DateReading {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH || !/\p{Nd}/u.test(trimmed)) return UNREADABLE;
  const usual = readUsualDate(trimmed);
  if (usual !== null) return { kind: 'date', at: usual };
  const written = rewriteEasternDate(trimmed).replace(COMPACT, '$1T$2');
  if (BROKEN_CLOCK.test(written)) return UNREADABLE;
  const unix = unixTime(written);
  if (unix !== null) return inRange(unix);
  const moment =
    (/^\d{4}/.test(written) ? readIso(written) : null) ?? readWords(written) ?? readNumeric(written);
  return moment === null ? UNREADABLE : toReading(moment);
}

const UNREADABLE: DateReading = { kind: 'unreadable' };
const ABSURD: DateReading = { kind: 'absurd' };

/** Seconds or milliseconds since 1970. */
function unixTime(text: string): number | null {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1_000;
  return /^\d{12,13}$/.test(text) ? Number(text) : null;
}

function readIso(text: string): Moment | null {
  const week = WEEK.exec(text);
  if (week !== null) return weekDate(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) return atMidnight(Number(ordinal[1]), 1, Number(ordinal[2]));
  const match = ISO.exec(text);
  if (match === null) return null;
  const [
    ,
    year,
    month = '1',
    day = '1',
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '0',
    zoneText = '',
  ] = match;
  // A half day after the time ("2024-05-01 4:30 PM") moves the hour.
  const half = /^([ap])\.?m\.?\s*/i.exec(zoneText);
  const zone = readZone(half === null ? zoneText : zoneText.slice(half[0].length));
  if (zone === null) return null;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: halfDayHour(Number(hour), half?.[1]),
    minute: Number(minute),
    second: Number(second) + Number(`0.${fraction}`),
    zone,
  };
}

/** Dates with the name of a month, in any order: what is left after the time is day and year. */
function readWords(text: string): Moment | null {
  const clock = CLOCK.exec(text);
  const date = clock === null ? text : text.slice(0, clock.index);
  const rest = clock === null ? '' : text.slice(clock.index + clock[0].length);
  // ctime puts the year after the time.
  const yearLast = /^\s*(?:([A-Za-z]{1,5}|[-+]\d{4})\s+)?(\d{4})\s*$/.exec(rest);
  const words = `${date} ${yearLast?.[2] ?? ''}`.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  const month = words.map((word) => MONTH_BY_NAME.get(word)).find((found) => found !== undefined);
  const numbers = words.filter((word) => /^\d/.test(word));
  const zone = readZone(yearLast === null ? rest : (yearLast[1] ?? ''));
  const [first = '', second = ''] = numbers;
  if (month === undefined || first === '' || zone === null) return null;
  // A month and a year are a date to the month.
  if (second === '') {
    const isMonth = first.length === 4 && clock === null;
    return isMonth ? { year: Number(first), month, day: 1, ...readClock(null), zone } : null;
  }
  const [day, year] = first.length >= 3 ? [second, first] : [first, second];
  return { year: fullYear(year), month, day: Number(day), ...readClock(clock), zone };
}

/** `31/12/2024`, `12/31/2024`, `31.12.2024`, `2024/12/31`, each with a time before or after it, or none. */
function readNumeric(text: string): Moment | null {
  const early = /^(\d{1,2}:\d{2}(?::\d{2})?)\s+(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(.*)$/.exec(text);
  const ordered = early === null ? text : `${early[2]} ${early[1]}${early[3]}`;
  const match = /^\D{0,20}?(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})(?!\d)/.exec(ordered);
  if (match === null) return null;
  const rest = ordered.slice(match[0].length);
  const clock = CLOCK.exec(rest);
  if (clock === null && /[^\s.)]/.test(rest)) return null;
  const zone = clock === null ? 0 : readZone(rest.slice(clock.index + clock[0].length));
  if (zone === null) return null;
  const [, a = '', b = '', c = ''] = match;
  const time = { ...readClock(clock), zone };
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c), ...time };
  const year = fullYear(c);
  // With slashes the American order is the likelier one; else the day comes first.
  const dayFirst = Number(a) > 12 || !match[0].includes('/');
  return dayFirst
    ? { year, month: Number(b), day: Number(a), ...time }
    : { year, month: Number(a), day: Number(b), ...time };
}

function readClock(clock: RegExpExecArray | null): { hour: number; minute: number; second: number } {
  const hour = halfDayHour(Number(clock?.[1] ?? 0), clock?.[4]);
  return { hour, minute: Number(clock?.[2] ?? 0), second: Number(clock?.[3] ?? 0) };
}

function halfDayHour(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** @returns minutes east of Greenwich; 0 for no zone or an unknown name; null for what is no zone at all */
function readZone(text: string): number | null {
  const written = text.replace(/\([^)]*\)?/g, ' ').trim();
  // The name of a zone may follow its offset (`-0800 PST`), and seconds may (`-07:00:00`).
  const offset = /^(?:GMT|UTC?|Z)?\s*([-+\u2212])\s*(\d{1,2})(?::?(\d{2}))?(?::00)?(?:\s*[A-Z]{1,5})?$/i.exec(
    written,
  );
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (Number(offset[2]) > 24 || Number(offset[3] ?? 0) > 59) return null;
    return offset[1] === '+' ? minutes : -minutes;
  }
  if (/^[-+]/.test(written)) return /^[-+]\d{2}:\D/.test(written) ? null : 0;
  if (written === '') return 0;
  const name = /^[A-Za-z]+/.exec(written)?.[0].toUpperCase();
  return name === undefined ? null : (ZONE_MINUTES.get(name) ?? 0);
}

/** Two digits are of this century up to 68, as in POSIX `strptime`; RFC 2822 adds 1900 to three. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length <= 2) return year + (year <= 68 ? 2_000 : 1_900);
  return written.length === 3 ? year + 1_900 : year;
}

function atMidnight(year: number, month: number, day: number): Moment {
  const date = new Date(Date.UTC(year, month - 1, day));
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
    zone: 0,
  };
}

/** ISO 8601 weeks start on Monday; week 1 holds 4 January. */
function weekDate(year: number, week: number, weekday: number): Moment {
  const januaryFourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  return atMidnight(year, 1, 4 - januaryFourth + (week - 1) * 7 + weekday);
}

function toReading(moment: Moment): DateReading {
  const { year, month, day, hour, minute, second, zone } = moment;
  // A placeholder such as 0000-00-00 is absurd, whatever its month.
  if (year < FIRST_YEAR - 1 || year > LAST_YEAR) return ABSURD;
  if (month < 1 || month > 12 || day < 1) return UNREADABLE;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  // 24:00 and leap seconds are legal and run over into the next day or minute.
  if (day > daysInMonth || hour > 24 || minute > 59 || second >= 61) return UNREADABLE;
  return inRange(Date.UTC(year, month - 1, day, hour, minute) + Math.round(second * 1_000) - zone * 60_000);
}

function inRange(timeMs: number): DateReading {
  const date = new Date(timeMs);
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { kind: 'date', at: date.toISOString() } : ABSURD;
}
