import { foldText } from './fold-text.js';
import { PAGE_LIMITS } from './page-limits.js';
import type { PageSource } from './page-source.js';
import { plainOfMarkup } from './plain-of-markup.js';
import { findArticleObject, isObject, stringOf, typesOf, type JsonObject } from './read-json-ld.js';

/** What a page files its article under. */
export interface PageTopics {
  /** The newsroom's section, as written: "World". */
  readonly section: string | null;
  /** Tags, as written, in the order of the page. */
  readonly keywords: readonly string[];
}

const SECTION_META = [
  'article:section',
  'parsely-section',
  'og:section',
  'cxenseparse:recs:category',
  'dc.subject.section',
  'section',
  'category',
];
const KEYWORD_META = [
  'article:tag',
  'news_keywords',
  'parsely-tags',
  'sailthru.tags',
  'cxenseparse:keywords',
  'keywords',
];
/** A longer step of a breadcrumb is the article itself, in other words than its title. */
const MAX_STEP_LENGTH = 30;
/** Lists in one value are parted by commas, semicolons or bars, those of East Asia and Arabic included. */
const SEPARATOR = /[,;|，；、،]/;
/** Machine values: addresses, and the "key:value" of advertising systems. */
const MACHINE_VALUE = /^https?:|^[\w-]+[:=]\S|^\d+$/;

/**
 * Section: JSON-LD `articleSection`, `<meta>`, the last step of the breadcrumb before the article. Keywords: the first
 * carrier that has any of JSON-LD `keywords`, article:tag, news_keywords and their kin, the general `keywords`.
 *
 * @param source - the page
 * @param titles - what the page calls its article, which is no topic
 * @returns section of at most 100 UTF-16 units; at most 30 keywords of at most 100 each, none twice
 */
export function readTopics({ jsonLd, meta }: PageSource, titles: readonly string[]): PageTopics {
  const article = findArticleObject(jsonLd);
  const isTitle = (text: string) => titles.some((title) => foldText(title) === foldText(text));
  const sections = [
    ...stringsOf(article?.articleSection),
    ...SECTION_META.flatMap((name) => meta.get(name) ?? []),
    ...breadcrumb(jsonLd)
      .slice(1)
      .filter((name) => name.length <= MAX_STEP_LENGTH && !isTitle(name))
      .reverse(),
  ].flatMap(splitList);
  const carriers = [stringsOf(article?.keywords), ...KEYWORD_META.map((name) => meta.get(name) ?? [])];
  return {
    section: cleanTopics(sections)[0] ?? null,
    keywords:
      carriers.map((values) => cleanTopics(values.flatMap(splitList))).find((tags) => tags.length > 0) ?? [],
  };
}

function stringsOf(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, PAGE_LIMITS.maxKeywords)
    .map((part) => (isObject(part) ? stringOf({ part }, 'part') : part))
    .filter((part): part is string => typeof part === 'string');
}

function splitList(value: string): string[] {
  return value.slice(0, PAGE_LIMITS.maxSummaryLength).split(SEPARATOR);
}

function cleanTopics(values: readonly string[]): string[] {
  const topics = new Map<string, string>();
  for (const value of values.slice(0, PAGE_LIMITS.maxKeywords * 4)) {
    const topic = plainOfMarkup(value.slice(0, PAGE_LIMITS.maxSummaryLength)).replace(/^#/, '');
    const key = foldText(topic);
    const isTopic = key !== '' && topic.length <= PAGE_LIMITS.maxKeywordLength && !MACHINE_VALUE.test(topic);
    if (isTopic && !topics.has(key)) topics.set(key, topic);
    if (topics.size >= PAGE_LIMITS.maxKeywords) break;
  }
  return [...topics.values()];
}

/** The names of the page's breadcrumb, from the front page on (https://schema.org/BreadcrumbList). */
function breadcrumb(jsonLd: readonly JsonObject[]): string[] {
  const list = jsonLd.find((object) => typesOf(object).includes('BreadcrumbList'));
  return [list?.itemListElement]
    .flat()
    .filter(isObject)
    .map((item) => stringOf(item, 'name') ?? stringOf(item, 'item') ?? '')
    .filter((name) => name !== '');
}
