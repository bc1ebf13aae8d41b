/** RFC 822 as nearly all RSS is dated: `Mon, 05 Jan 2026 06:00:00 +0000`. Every part has its fixed place. */
const RFC_822 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[-+]\d{4})$/;

/** RFC 3339 as nearly all Atom is dated: `2026-01-05T06:00:00+00:00`. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[-+]\d\d:\d\d)$/;

const MONTHS: ReadonlyMap<string, string> = new Map(
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    .split(' ')
    .map((name, at) => [name, String(at + 1).padStart(2, '0')]),
);

/**
 * Reads the two ways in which most dates are written, at a fraction of what it takes to try them all. It leaves to
 * readFeedDate whatever needs a look at the calendar: the last days of a month, leap seconds, odd years.
 *
 * @param written - trimmed
 * @returns ISO 8601 in UTC with milliseconds, or null for a date that must be read with more care
 */
export function readUsualDate(written: string): string | null {
  if (RFC_3339.test(written)) {
    return toUtc(written.slice(0, 10), written.slice(11, 19), written.slice(19).replace(':', ''));
  }
  if (!RFC_822.test(written)) return null;
  const month = MONTHS.get(written.slice(8, 11));
  if (month === undefined) return null;
  const date = `${written.slice(12, 16)}-${month}-${written.slice(5, 7)}`;
  return toUtc(date, written.slice(17, 25), written.slice(26));
}

/** Days that every month has, hours that every day has, and years that no time zone moves out of the allowed ones. */
const EVERYDAY_DATE = /^(?:19(?:7[1-9]|[89]\d)|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const EVERYDAY_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const ZONE = /^[-+](?:[01]\d|2[0-3])[0-5]\d$/;

function toUtc(date: string, time: string, zone: string): string | null {
  if (!EVERYDAY_DATE.test(date) || !EVERYDAY_TIME.test(time)) return null;
  if (zone === 'Z' || zone === 'GMT' || zone === '+0000') return `${date}T${time}.000Z`;
  if (!ZONE.test(zone)) return null;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  const offsetMs = (zone.startsWith('-') ? -minutes : minutes) * 60_000;
  return new Date(Date.parse(`${date}T${time}Z`) - offsetMs).toISOString();
}
