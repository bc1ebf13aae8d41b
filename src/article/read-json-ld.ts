import { attribute, isText, type Element } from './dom.js';

/** A JSON object of unknown shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** schema.org types that stand for an article: https://schema.org/Article and its children, and close kin. */
const ARTICLE_TYPE = /(?:Article|NewsArticle|BlogPosting|Report|Posting|Review|CreativeWork|WebPage)$/;
const WEAK_TYPE = /(?:CreativeWork|WebPage)$/;

/** More blocks or deeper graphs than this serve nobody. */
const MAX_OBJECTS = 2_000;
const MAX_DEPTH = 8;

/**
 * Every JSON-LD object of a page, in document order, graphs and arrays flattened.
 *
 * @param scripts - the page's script elements
 * @returns [] when there is none or none can be read: broken blocks are left out
 */
export function readJsonLd(scripts: readonly Element[]): JsonObject[] {
  const objects: JsonObject[] = [];
  for (const script of scripts) {
    if (objects.length >= MAX_OBJECTS) break;
    if (!/ld\+json/i.test(attribute(script, 'type'))) continue;
    const source = script.children.map((child) => (isText(child) ? child.data : '')).join('');
    collectObjects(parseTolerantly(source), objects, 0);
  }
  return objects;
}

/** The object that describes the page's article, null when there is none. A NewsArticle goes before a WebPage. */
export function findArticleObject(objects: readonly JsonObject[]): JsonObject | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE_TYPE.test(type)));
  const strong = articles.filter((object) => typesOf(object).some((type) => !WEAK_TYPE.test(type)));
  const withDate = strong.find((object) => 'datePublished' in object);
  return withDate ?? strong[0] ?? articles.find((object) => 'datePublished' in object) ?? articles[0] ?? null;
}

export function typesOf(object: JsonObject): string[] {
  return [object['@type']].flat().filter((type): type is string => typeof type === 'string');
}

/** The first string under `key`, whether it stands alone, in an array, or as `@value` or `name` of an object. */
export function stringOf(object: JsonObject, key: string): string | null {
  const value: unknown = [object[key]].flat()[0];
  if (typeof value === 'string') return value;
  if (!isObject(value)) return null;
  const inner = value['@value'] ?? value.name;
  return typeof inner === 'string' ? inner : null;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectObjects(value: unknown, into: JsonObject[], depth: number): void {
  if (depth > MAX_DEPTH || into.length >= MAX_OBJECTS) return;
  if (Array.isArray(value)) {
    for (const item of value) collectObjects(item, into, depth + 1);
  } else if (isObject(value)) {
    into.push(value);
    collectObjects(value['@graph'], into, depth + 1);
    collectObjects(value.mainEntity, into, depth + 1);
    collectObjects(value.mainEntityOfPage, into, depth + 1);
    collectObjects(value.liveBlogUpdate === undefined ? value.hasPart : undefined, into, depth + 1);
  }
}

/** What publishers get wrong: comments around the block, raw line breaks in strings, a comma before a bracket. */
function parseTolerantly(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  return parseJson(text) ?? parseJson(text.replace(/\p{Cc}+/gu, ' ').replace(/,\s?(?=[}\]])/g, '')) ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
