import { parseArticleDate, type DayOrder } from './article-date.js';
import { attribute, walkElements, type Document, type Element } from './dom.js';
import { wordsOfNames } from './junk-names.js';
import { MODIFIED_META, PUBLISHED_META } from './meta-names.js';
import { firstMeta, type PageSource } from './page-source.js';
import { findArticleObject, stringOf } from './read-json-ld.js';
import { shortTextOf } from './short-text.js';

export interface PageDates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

const PUBLISHED_NAME =
  /(?:^| )(?:date|dates|datetime|datum|fecha|data|time|timestamp|published|publish|pubdate|posted|post date|dateline|created|article date|meta|info|byline|submitted|veröffentlicht|author)(?= |$)/;
const ELSEWHERE_NAME =
  /(?:^| )(?:comments?|related|sidebar|footer|widget|recent|popular|latest|teasers?|recommended|trending|calendar|events?)(?= |$)/;
const ELSEWHERE_TAG = /^(?:footer|aside|nav|script|select|head)$/;
const TEXT_TAG = /^(?:p|span|div|li|td|small|em|strong|b|i|h[2-6]|dd|address|font|center)$/;
/** A line with a date and perhaps a byline; longer text only mentions one. */
const MAX_DATE_TEXT = 70;
const MAX_DATE_CHILDREN = 12;
const MODIFIED_NAME = /(?:^| )(?:updated?|modified|lastmod|revised|aktualisiert)(?= |$)/;

/**
 * When the article was published and changed. Order of trust: JSON-LD, `<meta>`, microdata, `<time>`, visible text in an
 * element named for it, the URL, the time of change.
 *
 * @param source - the page
 */
export function readDates(source: PageSource): PageDates {
  const { document, jsonLd, meta, url } = source;
  const order: DayOrder = /^en(?!-(?:gb|au|nz|in|ie|za))/i.test(languageHint(document))
    ? 'month-first'
    : 'day-first';
  const parse = (text: string | null) => (text === null ? null : parseArticleDate(text, order));
  const article = findArticleObject(jsonLd);
  const fromJson = (key: string) => (article === null ? null : parse(stringOf(article, key)));
  const modifiedAt = fromJson('dateModified') ?? parse(firstMeta(meta, MODIFIED_META));
  const publishedAt =
    fromJson('datePublished') ??
    firstParsed(
      PUBLISHED_META.flatMap((name) => meta.get(name) ?? []),
      parse,
    ) ??
    fromElements(document, parse) ??
    dateOfUrl(url) ??
    fromJson('dateCreated') ??
    fromJson('uploadDate') ??
    modifiedAt;
  return { publishedAt, modifiedAt };
}

/** "/2024/04/22/" in a path, or a compact "/20240422". */
export function dateOfUrl(url: string): string | null {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url);
  return match === null ? null : parseArticleDate(match.slice(1).join('-'));
}

/**
 * The best date shown in the page: microdata, then `<time>`, then elements named for a date, then a short line with a
 * date. The first of the best kind wins; what stands in comments, rails and footers does not count.
 */
function fromElements(document: Document, parse: (text: string) => string | null): string | null {
  let best: { rank: number; date: string } | null = null;
  walkElements(document, (element) => {
    if (standsElsewhere(element)) return 'skip';
    const rank = dateRank(element);
    if (rank === null || (best !== null && best.rank <= rank)) return undefined;
    const { datetime = '', content = '', title = '' } = element.attribs;
    const date = firstParsed([datetime, content, title, dateTextOf(element)], parse);
    if (date !== null) best = { rank, date };
    return undefined;
  });
  return (best as { date: string } | null)?.date ?? null;
}

function standsElsewhere(element: Element): boolean {
  if (ELSEWHERE_TAG.test(element.name)) return true;
  return element.name !== 'body' && element.name !== 'html' && ELSEWHERE_NAME.test(wordsOfNames(element));
}

/** How far a date in this element is to be trusted, 0 most; null when none is expected. */
function dateRank(element: Element): number | null {
  const { itemprop = '', property = '' } = element.attribs;
  if (/datePublished/i.test(itemprop) || /datePublished/i.test(property)) return 0;
  const words = wordsOfNames(element);
  if (element.name === 'time') return MODIFIED_NAME.test(words) || /dateModified/i.test(itemprop) ? 3 : 1;
  if (PUBLISHED_NAME.test(words)) return MODIFIED_NAME.test(words) ? 3 : element.name === 'abbr' ? 1 : 2;
  return TEXT_TAG.test(element.name) ? 4 : null;
}

/** The text of an element that holds little else than a date; '' for others. */
function dateTextOf(element: Element): string {
  if (element.children.length > MAX_DATE_CHILDREN) return '';
  const text = shortTextOf(element, MAX_DATE_TEXT) ?? '';
  return /\d{4}|\d[./-]\d/.test(text) ? text : '';
}

function firstParsed(texts: readonly string[], parse: (text: string) => string | null): string | null {
  for (const text of texts) {
    const date = text === '' ? null : parse(text);
    if (date !== null) return date;
  }
  return null;
}

function languageHint(document: Document): string {
  let lang = '';
  walkElements(document, (element) => {
    if (element.name === 'html') lang = attribute(element, 'lang');
    return 'skip';
  });
  return lang;
}
