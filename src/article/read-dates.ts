import { dayNumber, formatArticleDate, parseArticleDate, type ArticleDate } from './article-date.js';
import { findDateCandidates } from './date-candidates.js';
import type { DayOrder } from './day-in-text.js';
import { attribute, rawTextOf } from './dom.js';
import { DOUBTFUL_META, MODIFIED_META, PUBLISHED_META } from './meta-names.js';
import type { PageSource } from './page-source.js';
import { isAtHeadline, pickPublished, shownAtHeadline, type DatesByCarrier } from './pick-published.js';
import { declaredLanguageTags } from './read-language.js';
import { findArticleObject, stringOf } from './read-json-ld.js';
import { refineDate } from './refine-date.js';

/** ISO 8601 with the offset from UTC that the page writes or shows, else in UTC. */
export interface PageDates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

/** Countries that write English, and the day first; their top-level domains are the same codes. */
const DAY_FIRST_COUNTRY = 'gb|uk|au|nz|in|ie|za|sg|my|hk|pk|bd|lk|ng|ke|gh|ug|tz|zm|zw|jm|tt';
const DAY_FIRST_ENGLISH = new RegExp(`^en[-_](?:${DAY_FIRST_COUNTRY})`, 'i');
const DAY_FIRST_HOST = new RegExp(`^https?://[^/]+\\.(?:${DAY_FIRST_COUNTRY})(?:[:/]|$)`, 'i');

/** Languages written in one time zone without summer time, in minutes east of UTC. */
const ZONE_OF_LANGUAGE: Readonly<Record<string, number>> = { ja: 540, ko: 540, th: 420, vi: 420, tr: 180 };

const BROKEN_JSON_DATE = /"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"/;

/**
 * When the article was published and changed. Order of trust for publishing: JSON-LD, `<meta>` made for it, what is
 * shown at the headline (microdata, `<time>`, an element named for it, a short line), general `<meta>`, the URL, lesser
 * JSON-LD, dates elsewhere in the page that are marked or alone, the time of change. See `pickPublished`.
 *
 * @param source - the page
 * @param titles - what the page calls its article
 */
export function readDates(source: PageSource, titles: readonly string[]): PageDates {
  const languages = declaredLanguageTags(source);
  const dates = datesByCarrier(source, titles, dayOrderOf(languages[0] ?? '', source.url));
  const zone = ZONE_OF_LANGUAGE[languages[0]?.split(/[-_]/)[0]?.toLowerCase() ?? ''] ?? null;
  const others = [
    ...dates.declared,
    ...shownAtHeadline(dates.shown),
    ...dates.doubtful,
    ...nonNull([dates.url]),
    ...dates.shown
      .filter(({ role, region }) => role === 'published' && region !== 'foreign')
      .map(({ date }) => date),
  ];
  const picked = pickPublished(dates);
  const published = picked === null ? null : refineDate(picked, others, zone);
  const newsroomZone = published?.offsetMinutes ?? zone;
  const modified = dates.modified[0];
  return {
    publishedAt: published === null ? null : formatArticleDate(published),
    modifiedAt:
      modified === undefined ? null : formatArticleDate(refineDate(modified, dates.modified, newsroomZone)),
  };
}

function datesByCarrier(source: PageSource, titles: readonly string[], order: DayOrder): DatesByCarrier {
  const { document, jsonLd, meta, url } = source;
  const article = findArticleObject(jsonLd);
  const parse = (texts: readonly (string | null)[]) =>
    nonNull(texts.map((text) => (text === null || text === '' ? null : parseArticleDate(text, order))));
  const ofArticle = (key: string) => (article === null ? null : stringOf(article, key));
  const ofMeta = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const declared = parse([ofArticle('datePublished') ?? dateOfBrokenJson(source), ...ofMeta(PUBLISHED_META)]);
  const modified = parse([ofArticle('dateModified'), ...ofMeta(MODIFIED_META)]);
  // Where the head leaves nothing open, what readers are shown can change nothing.
  const isSettled = areSettled(declared) && areSettled(modified);
  const shown = isSettled ? [] : findDateCandidates(document, titles, order);
  return {
    declared,
    doubtful: parse(ofMeta(DOUBTFUL_META)),
    url: dateOfUrl(url),
    lesser: parse([
      ofArticle('dateCreated'),
      ofArticle('uploadDate'),
      ...jsonLd.flatMap((object) => [stringOf(object, 'datePublished'), stringOf(object, 'uploadDate')]),
    ]),
    shown,
    modified: [
      ...modified,
      ...shown.filter((date) => date.role === 'modified' && isAtHeadline(date)).map(({ date }) => date),
    ],
  };
}

/** Whether there are dates, all of one day, and the first needs no refining: see `pickPublished` and `refineDate`. */
function areSettled(dates: readonly ArticleDate[]): boolean {
  const [first] = dates;
  return (
    first?.precision === 'time' &&
    (first.offsetMinutes ?? 0) !== 0 &&
    dates.every((date) => date.otherDay === null && dayNumber(date) === dayNumber(first))
  );
}

/** "/2024/04/22/" in a path, or a compact "/20240422". */
export function dateOfUrl(url: string): ArticleDate | null {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url);
  return match === null ? null : parseArticleDate(match.slice(1).join('-'));
}

function dayOrderOf(language: string, url: string): DayOrder {
  const isMonthFirst =
    /^en(?:$|[-_])/i.test(language) && !DAY_FIRST_ENGLISH.test(language) && !DAY_FIRST_HOST.test(url);
  return isMonthFirst ? 'month-first' : 'day-first';
}

/** From a JSON-LD block of an article that no parser takes. */
function dateOfBrokenJson({ elementsNamed, jsonLd }: PageSource): string | null {
  if (jsonLd.some((object) => 'datePublished' in object)) return null;
  for (const script of elementsNamed('script')) {
    if (!/ld\+json/i.test(attribute(script, 'type'))) continue;
    const text = rawTextOf(script);
    const date = /(?:Article|Posting)"/.test(text) ? BROKEN_JSON_DATE.exec(text)?.[1] : undefined;
    if (date !== undefined) return date;
  }
  return null;
}

function nonNull<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value): value is T & {} => value !== null);
}
