/** A publisher may rest us for a day at most; a longer wish is met by asking once a day. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The three forms of an HTTP-date, RFC 9110, section 5.6.7; the name of the day carries nothing. */
const HTTP_DATES: readonly RegExp[] = [
  // Sun, 06 Nov 1994 08:49:37 GMT
  /^[a-z]{3}, (?<day>\d{2}) (?<month>[a-z]{3}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) (?:gmt|utc)$/i,
  // Sunday, 06-Nov-94 08:49:37 GMT
  /^[a-z]{6,9}, (?<day>\d{2})-(?<month>[a-z]{3})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) gmt$/i,
  // Sun Nov  6 08:49:37 1994
  /^[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/i,
];

/**
 * Reads a `Retry-After` header in both its forms, seconds and date (RFC 9110, section 10.2.3).
 *
 * @param value - the header, null or undefined when there is none
 * @param nowMs - milliseconds since 1970
 * @returns milliseconds to wait, 0 to one day; null when there is no header or it makes no sense
 */
export function parseRetryAfterMs(value: string | null | undefined, nowMs: number): number | null {
  const text = value?.trim() ?? '';
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : parseHttpDate(text, nowMs) - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS);
}

/** NaN for anything but an HTTP-date: `Date.parse` would find a date in "soon 1". */
function parseHttpDate(text: string, nowMs: number): number {
  for (const form of HTTP_DATES) {
    const parts = form.exec(text)?.groups;
    if (!parts) continue;
    const { day = '', month = '', year = '', time = '' } = parts;
    const monthIndex = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
    if (monthIndex < 0) return NaN;
    const [hour, minute, second] = time.split(':').map(Number);
    return Date.UTC(fullYear(year, nowMs), monthIndex, Number(day), hour, minute, second);
  }
  return NaN;
}

/** A two-digit year that seems over 50 years ahead lies in the past (RFC 9110, section 5.6.7). */
function fullYear(year: string, nowMs: number): number {
  if (year.length === 4) return Number(year);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const guess = thisYear - (thisYear % 100) + Number(year);
  return guess > thisYear + 50 ? guess - 100 : guess;
}
