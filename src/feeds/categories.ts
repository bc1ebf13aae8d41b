import { labelText } from './prose.js';
import { attributeOf, textOf, valuesOf, type RawRecord, type XmlValue } from './raw-feed.js';

/** Elements that hold one category each. */
const CATEGORIES = ['category', 'dc:subject', 'media:category', 'itunes:category'];

/** Elements that hold a list with commas. */
const KEYWORD_LISTS = ['keywords', 'tags', 'itunes:keywords', 'media:keywords'];

/** No item has more categories that mean something. */
const MAX_CATEGORIES = 200;

/**
 * What an item is filed under, each name once: RSS's `category`, Atom's labels and terms, Dublin Core's
 * subjects, and the keywords of the modules. Of an Atom category the label comes first, as it is meant for
 * readers; the term follows where it is a word of its own (RFC 4287, 4.2.2).
 */
export function readCategories(item: RawRecord): string[] {
  return pickCategories(writtenCategories(item));
}

/** Names as plain text, each once whatever its case, at most MAX_CATEGORIES. */
export function pickCategories(names: Iterable<string>): string[] {
  const found = new Map<string, string>();
  for (const written of names) {
    if (found.size >= MAX_CATEGORIES) break;
    const label = labelText(written);
    const key = label.toLowerCase();
    if (label !== '' && !found.has(key)) found.set(key, label);
  }
  return [...found.values()];
}

function writtenCategories(item: RawRecord): string[] {
  const names: string[] = [];
  for (const name of CATEGORIES) {
    for (const value of valuesOf(item, name)) names.push(...categoryNames(value));
  }
  for (const name of KEYWORD_LISTS) {
    for (const value of valuesOf(item, name)) names.push(...textOf(value).split(',', MAX_CATEGORIES));
  }
  return names;
}

function categoryNames(value: XmlValue): string[] {
  if (typeof value === 'string') return [value];
  const text = textOf(value).trim();
  const label = attributeOf(value, 'label') ?? (text || attributeOf(value, 'text'));
  const term = attributeOf(value, 'term');
  // Some terms are addresses of a scheme, which nobody files under.
  const isWord = term !== null && (label === null || !/^\w+:\/\//.test(term));
  return [label, isWord ? term : null].filter((name) => name !== null);
}
