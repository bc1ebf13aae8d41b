import { monthOf } from './month-names.js';

/** What "04/05/2024" means where nothing else tells. */
export type DayOrder = 'day-first' | 'month-first';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Where the date ends in the text. */
  readonly end: number;
}

/** Minutes east of UTC of the abbreviations that newsrooms write; the ambiguous ones as used in the news. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  wib: 420,
  ict: 420,
  sgt: 480,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  brt: -180,
  art: -180,
};

/** The web is younger than the first, and no article comes from beyond the second. */
const MIN_YEAR = 1990;
const MAX_YEAR = 2100;
/** Dates are short; a longer text is not one. */
const MAX_LENGTH = 300;

/**
 * Reads a point in time as pages write it: ISO 8601, RFC 2822, epoch seconds or milliseconds, "22.04.2024, 06:00 Uhr",
 * "April 22, 2024 at 6:00 PM EDT", "22 de abril de 2024", "2024年4月22日". Without a zone it is taken as UTC.
 *
 * @param text - a date, perhaps with words around it
 * @param order - how to read "04/05/2024"
 * @returns ISO 8601 in UTC with milliseconds, null when there is no date of 1990 to 2100 in the text
 */
export function parseArticleDate(text: string, order: DayOrder = 'day-first'): string | null {
  const line = text.slice(0, MAX_LENGTH).trim();
  if (/^\d{10}(?:\d{3})?$/.test(line)) return fromEpoch(Number(line));
  const day = findDay(line, order);
  if (day === null || day.year < MIN_YEAR || day.year > MAX_YEAR) return null;
  const time = findTime(line.slice(day.end));
  const instant = Date.UTC(day.year, day.month - 1, day.day, time.hour, time.minute, time.second);
  // Date.UTC rolls 31 February over to March: such a day is a misreading.
  if (new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDate() !== day.day) return null;
  return new Date(instant - time.zoneMinutes * 60_000).toISOString();
}

function fromEpoch(value: number): string | null {
  const date = new Date(value > 1e11 ? value : value * 1000);
  const year = date.getUTCFullYear();
  return year >= MIN_YEAR && year <= MAX_YEAR ? date.toISOString() : null;
}

function findDay(text: string, order: DayOrder): Day | null {
  return (
    readDay(
      /(?<!\d)(?<y>\d{4})\s?[-/.年년]\s?(?<m>\d{1,2})\s?[-/.月월]\s?(?<d>\d{1,2})(?!\d)/u.exec(text),
      order,
    ) ??
    readDay(/(?<!\d)(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d{3})/.exec(text), order) ??
    readDay(
      /(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]{0,2}(?:de |of )?(?<m>\p{L}{3,12})\.?,?[\s-]{0,2}(?:de |del )?(?<y>\d{4})(?!\d)/u.exec(
        text,
      ),
      order,
    ) ??
    readDay(
      /(?<!\p{L})(?<m>\p{L}{3,12})\.?\s{1,2}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?<y>\d{4})(?!\d)/u.exec(
        text,
      ),
      order,
    ) ??
    readDay(/(?<!\d)(?<a>\d{1,2})\s?[-/.]\s?(?<b>\d{1,2})\s?[-/.]\s?(?<y>\d{4})(?!\d)/.exec(text), order)
  );
}

function readDay(match: RegExpExecArray | null, order: DayOrder): Day | null {
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const { y = '', m, d, a, b } = groups;
  let month = m === undefined ? 0 : /^\d/.test(m) ? Number(m) : (monthOf(m) ?? 0);
  let day = Number(d ?? 0);
  if (a !== undefined && b !== undefined) {
    const monthFirst = Number(b) > 12 || (order === 'month-first' && Number(a) <= 12);
    month = Number(monthFirst ? a : b);
    day = Number(monthFirst ? b : a);
  }
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { year: Number(y), month, day, end: match.index + match[0].length };
}

function findTime(text: string): { hour: number; minute: number; second: number; zoneMinutes: number } {
  const match =
    /^[^\d]{0,30}?(?<h>\d{1,2})\s?[:.h時시]\s?(?<min>\d{2})(?:\s?[:分분]\s?(?<s>\d{2})(?:[.,]\d{1,9})?)?\s?(?<half>[ap]\.?m\b)?(?<rest>.{0,40})/isu.exec(
      text,
    ) ?? /^[T\s](?<h>\d{2})(?<min>\d{2})(?<s>\d{2})(?<rest>.{0,40})/s.exec(text);
  const groups = match?.groups;
  let hour = Number(groups?.h ?? 0);
  const minute = Number(groups?.min ?? 0);
  const second = Number(groups?.s ?? 0);
  const half = groups?.half?.toLowerCase()[0];
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (groups === undefined || hour > 24 || minute > 59 || second > 60)
    return { hour: 0, minute: 0, second: 0, zoneMinutes: 0 };
  return { hour, minute, second, zoneMinutes: zoneOf(groups.rest ?? '') };
}

/** "+02:00", "-0500", "GMT+1", "EDT", "(CEST)"; 0 where none is named. */
function zoneOf(text: string): number {
  const offset = /^[\s(]{0,3}(?:GMT|UTC)?\s?(?<sign>[+\u2212-])(?<h>\d{1,2}):?(?<m>\d{2})?(?!\d)/i.exec(
    text,
  )?.groups;
  if (offset !== undefined) {
    const minutes = Number(offset.h) * 60 + Number(offset.m ?? 0);
    return minutes > 14 * 60 ? 0 : offset.sign === '+' ? minutes : -minutes;
  }
  const name = /^[\s(,]{0,3}(?:uhr\s)?(?<name>[a-z]{1,4})\b/i.exec(text)?.groups?.name;
  return ZONES[name?.toLowerCase() ?? ''] ?? 0;
}
