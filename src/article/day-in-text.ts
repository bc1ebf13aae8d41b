import { monthOf, persianMonthOf } from './month-names.js';

/** What "04/05/2024" means where nothing else tells. */
export type DayOrder = 'day-first' | 'month-first';

/** A day of the Gregorian calendar that exists. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day as a text writes it. */
export interface WrittenDay {
  readonly day: Day;
  /** The other reading of "04/05/2024", when there is one. */
  readonly otherDay: Day | null;
  readonly start: number;
  readonly end: number;
}

/** The web is younger than the first, and no article comes from beyond the second. */
const MIN_YEAR = 1990;
const MAX_YEAR = 2100;
/** Two-digit years below are of this century. */
const CENTURY_PIVOT = 70;

/** A month's name, perhaps abbreviated with dots inside, as in Thai. */
const NAME = String.raw`(?<name>[\p{L}\p{M}]{1,14}(?:\.[\p{L}\p{M}]{1,3})?)`;
const DAY = String.raw`(?<d>\d{1,2})`;
const YEAR = String.raw`(?<y>\d{4})(?!\d)`;
/** What stands between a day, a month and a year in Romance, Indic and other languages. */
const LINK = String.raw`[\s./,،-]{0,3}(?:(?:de|del|of|gada|m\.)\s)?`;

/** The ways of writing a day. None repeats what it could match in two ways, so each is linear. */
const WAYS: readonly RegExp[] = [
  // 2024-05-13, 2024/5/13, 2024年5月13日, 2024. 5. 13.
  /(?<!\d)(?<y>\d{4})\s?[-/.年년]\s?(?<m>\d{1,2})\s?[-/.月월]\s?(?<d>\d{1,2})(?!\d)/u,
  // 20240513, 20240513T120000, 20240513120000
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d{3})|(?<!\d)(?<y2>20\d{2})(?<m2>\d{2})(?<d2>\d{2})(?=\d{6}(?!\d))/,
  // 13. Mai 2024, 13 de mayo de 2024, 13-May-2024, 1er mai 2024
  new RegExp(String.raw`(?<!\d)${DAY}(?:st|nd|rd|th|er|º|ª|a)?${LINK}${NAME}\.?${LINK}${YEAR}`, 'u'),
  // May 13th, 2024
  new RegExp(String.raw`(?<![\p{L}\p{M}])${NAME}\.?\s{1,2}${DAY}(?:st|nd|rd|th)?,?\s{1,2}${YEAR}`, 'u'),
  // Mon May 13 18:05:09 CEST 2024, as Java and Unix write it
  new RegExp(String.raw`(?<![\p{L}\p{M}])${NAME}\s${DAY}\s\d{2}:\d{2}:\d{2}\s[A-Z]{1,5}\s${YEAR}`, 'u'),
  // 2024. május 13., 2024 m. gegužės 13 d.
  new RegExp(String.raw`(?<!\d)(?<y>\d{4})(?:ko)?${LINK}${NAME}\.?\s${DAY}(?!\d)`, 'u'),
  // 2024. gada 13. maijs
  new RegExp(String.raw`(?<!\d)(?<y>\d{4})\. gada ${DAY}\. ${NAME}`, 'u'),
  // 13 tháng 5, 2024
  /(?<!\d)(?<d>\d{1,2}) tháng (?<m>\d{1,2}),?\s(?:năm )?(?<y>\d{4})(?!\d)/iu,
  // 13/05/2024
  /(?<!\d)(?<a>\d{1,2})\s?(?<separator>[-/.])\s?(?<b>\d{1,2})\s?[-/.]\s?(?<y>\d{4})(?!\d)/,
  // 13.05.24, 5/13/24
  /(?<![\d./])(?<a>\d{1,2})(?<separator>[/.])(?<b>\d{1,2})[/.](?<short>\d{2})(?![\d./])/,
];

/**
 * The first day that a text writes out, in any of the ways of WAYS.
 *
 * @param text - a short text with ASCII digits
 * @param order - how to read "04/05/2024"; with dots the day always stands first
 * @returns null when there is no day of 1990 to 2100 in the text
 */
export function findDay(text: string, order: DayOrder): WrittenDay | null {
  let first: WrittenDay | null = null;
  for (const way of WAYS) {
    const match = way.exec(text);
    if (match === null || (first !== null && match.index >= first.start)) continue;
    first = readDay(match, order) ?? first;
    if (first?.start === 0) break;
  }
  return first;
}

function readDay(match: RegExpExecArray, order: DayOrder): WrittenDay | null {
  const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
  const { name, a, b, separator } = groups;
  const written = Number(groups.y ?? groups.y2 ?? groups.short);
  const year = groups.short === undefined ? written : written + (written < CENTURY_PIVOT ? 2000 : 1900);
  const place = { start: match.index, end: match.index + match[0].length };
  if (a !== undefined && b !== undefined) {
    const dayFirst = asDay(year, Number(b), Number(a));
    const monthFirst = separator === '.' ? null : asDay(year, Number(a), Number(b));
    const [day, otherDay] = order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    const sure = day ?? otherDay;
    return sure === null ? null : { day: sure, otherDay: day === null ? null : otherDay, ...place };
  }
  const date = Number(groups.d ?? groups.d2);
  const persian = name === undefined ? null : persianMonthOf(name);
  const month = name === undefined ? Number(groups.m ?? groups.m2) : monthOf(name);
  const day =
    isPersian(year) && (persian ?? month) !== null
      ? fromPersian(year, persian ?? month ?? 0, date)
      : month === null
        ? null
        : asDay(year, month, date);
  return day === null ? null : { day, otherDay: null, ...place };
}

/** Thai years count from 543 before ours. */
function asDay(writtenYear: number, month: number, day: number): Day | null {
  const year =
    writtenYear >= MIN_YEAR + 543 && writtenYear <= MAX_YEAR + 543 ? writtenYear - 543 : writtenYear;
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return day >= 1 && date.getUTCMonth() === month - 1 ? { year, month, day } : null;
}

function isPersian(year: number): boolean {
  return year >= MIN_YEAR - 621 && year <= 1478;
}

/** Persian days are counted from 1 Farvardin 1399, 20 March 2020; the leap years are those of 1343 to 1472. */
function fromPersian(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const days = persianDayNumber(year, month, day) - persianDayNumber(1399, 1, 1);
  const date = new Date(Date.UTC(2020, 2, 20) + days * 86_400_000);
  return asDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function persianDayNumber(year: number, month: number, day: number): number {
  const shifted = year + 1595;
  const leapDays = Math.floor(shifted / 33) * 8 + Math.floor(((shifted % 33) + 3) / 4);
  return 365 * shifted + leapDays + (month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186) + day;
}
