import { asciiDigits } from './ascii-digits.js';
import { findDay, type Day, type DayOrder, type WrittenDay } from './day-in-text.js';
import { findTime, type WrittenTime } from './time-in-text.js';

/** A point in time as a page gives it. */
export interface ArticleDate {
  /** Milliseconds since 1970 in UTC. A day without a time is its midnight, a time without a zone is taken as UTC. */
  readonly instantMs: number;
  /** Minutes east of UTC; null when the page writes no zone. */
  readonly offsetMinutes: number | null;
  readonly precision: 'day' | 'time';
  /** The other reading of "04/05/2024". */
  readonly otherDay: ArticleDate | null;
}

/** A date within a text, and where. */
export interface DateInText {
  readonly date: ArticleDate;
  readonly start: number;
  readonly end: number;
}

/** Dates are short; a longer text is not one. */
const MAX_LENGTH = 300;
const MIN_YEAR = 1990;
const MAX_YEAR = 2100;

/**
 * Reads a point in time as pages write it: ISO 8601, RFC 2822, epoch seconds or milliseconds, "22.04.2024, 06:00 Uhr",
 * "April 22, 2024 at 6:00 PM EDT", "22 de abril de 2024", "2024年4月22日", Thai and Persian years, digits of any script.
 *
 * @param text - a date, perhaps with words around it
 * @param order - how to read "04/05/2024"
 * @returns null when there is no date of 1990 to 2100 in the text
 */
export function parseArticleDate(text: string, order: DayOrder = 'day-first'): ArticleDate | null {
  return findArticleDate(text, order)?.date ?? null;
}

/** Like `parseArticleDate`, and says where in the text the day stands. */
export function findArticleDate(text: string, order: DayOrder = 'day-first'): DateInText | null {
  const line = asciiDigits(text.slice(0, MAX_LENGTH));
  if (/^\s*\d{10}(?:\d{3})?\s*$/.test(line)) return fromEpoch(Number(line), line.length);
  const written = findDay(line, order);
  if (written === null) return null;
  const { start, end } = written;
  // "Mon May 13 18:05:09 CEST 2024" has its time inside.
  const before = line.slice(0, line.slice(start, end).includes(':') ? end : start);
  return { date: toDate(written, findTime(before, line.slice(end))), start, end };
}

/**
 * The date in ISO 8601 with milliseconds, with the offset that the page writes, else in UTC: "2024-08-24T20:23:33.000-04:00"
 * keeps the instant and the day that readers saw.
 */
export function formatArticleDate({ instantMs, offsetMinutes }: ArticleDate): string {
  const offset = offsetMinutes ?? 0;
  if (offset === 0) return new Date(instantMs).toISOString();
  const size = Math.abs(offset);
  const zone = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const local = new Date(instantMs + offset * 60_000).toISOString();
  return `${local.slice(0, -1)}${offset < 0 ? '-' : '+'}${zone}`;
}

/** The calendar day as written, as days since 1970. */
export function dayNumber({ instantMs, offsetMinutes }: ArticleDate): number {
  return Math.floor((instantMs + (offsetMinutes ?? 0) * 60_000) / 86_400_000);
}

function fromEpoch(value: number, end: number): DateInText | null {
  const instantMs = value > 1e11 ? value : value * 1000;
  const year = new Date(instantMs).getUTCFullYear();
  if (year < MIN_YEAR || year > MAX_YEAR) return null;
  return { date: { instantMs, offsetMinutes: 0, precision: 'time', otherDay: null }, start: 0, end };
}

function toDate({ day, otherDay }: WrittenDay, time: WrittenTime | null): ArticleDate {
  return {
    ...atTime(day, time),
    otherDay: otherDay === null ? null : { ...atTime(otherDay, time), otherDay: null },
  };
}

function atTime({ year, month, day }: Day, time: WrittenTime | null): Omit<ArticleDate, 'otherDay'> {
  const { hour = 0, minute = 0, second = 0, offsetMinutes = null } = time ?? {};
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return {
    instantMs: local - (offsetMinutes ?? 0) * 60_000,
    offsetMinutes,
    precision: time === null ? 'day' : 'time',
  };
}
