import type { ParsedItem } from '../model/feed.js';
import { parseFeedDate } from './feed-date.js';
import { readAuthor } from './person.js';
import { pickLink } from './pick-link.js';
import { labelText, proseHtml, proseText } from './prose.js';
import { replaceForbiddenCharacters } from './repair-xml.js';
import {
  attributeOf,
  firstText,
  ownAttribute,
  textOf,
  valuesOf,
  type RawRecord,
  type XmlValue,
} from './raw-feed.js';

const TITLES = ['title', 'dc:title', 'media:title', 'itunes:title'];
const SUMMARIES = [
  'summary',
  'description',
  'dc:description',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
];
const CONTENTS = ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem'];
const PUBLISHED = [
  'published',
  'pubdate',
  'dcterms:issued',
  'issued',
  'dc:date',
  'dcterms:created',
  'created',
  'date',
];
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'lastbuilddate'];
const CATEGORIES = ['category', 'dc:subject', 'media:category', 'itunes:keywords', 'media:keywords'];

/** No item has more categories that mean something. */
const MAX_CATEGORIES = 200;

/**
 * Gives the elements of an item their meaning.
 *
 * @param item - the elements of one `item` or `entry`
 * @param feedBase - the base of its relative links where it has no `xml:base`; null if unknown
 * @param feedAuthor - who writes the feed, for items that name nobody (RFC 4287, 4.1.2); null if unknown
 */
export function mapItem(item: RawRecord, feedBase: string | null, feedAuthor: string | null): ParsedItem {
  const updatedAt = firstDate(item, UPDATED);
  return {
    guid: guidOf(item),
    title: firstProse(item, TITLES, proseText),
    link: pickLink(item, feedBase),
    publishedAt: firstDate(item, PUBLISHED) ?? updatedAt,
    updatedAt,
    summary: firstProse(item, SUMMARIES, proseText),
    content: firstProse(item, CONTENTS, proseHtml),
    commentsUrl: null,
    dateProblem: null,
    dateText: null,
    author: readAuthor(item) ?? feedAuthor,
    authors: [],
    enclosures: [],
    language: null,
    categories: categoriesOf(item),
  };
}

function guidOf(item: RawRecord): string | null {
  const guid = firstText(item, ['guid', 'id', 'dc:identifier']);
  const about = ownAttribute(item, 'rdf:about');
  const key = guid ?? about;
  return key === null ? null : replaceForbiddenCharacters(key);
}

function firstProse(
  item: RawRecord,
  names: readonly string[],
  read: (value: XmlValue) => string,
): string | null {
  for (const name of names) {
    for (const value of valuesOf(item, name)) {
      const text = read(value);
      if (text !== '') return text;
    }
  }
  return null;
}

function firstDate(item: RawRecord, names: readonly string[]): string | null {
  for (const name of names) {
    for (const value of valuesOf(item, name)) {
      const date = parseFeedDate(textOf(value));
      if (date !== null) return date;
    }
  }
  return null;
}

function categoriesOf(item: RawRecord): string[] {
  const found = new Set<string>();
  for (const name of CATEGORIES) {
    for (const value of valuesOf(item, name)) {
      if (found.size >= MAX_CATEGORIES) return [...found];
      const written = attributeOf(value, 'label') ?? (textOf(value).trim() || attributeOf(value, 'term'));
      const label = labelText(written ?? '');
      if (label !== '') found.add(label);
    }
  }
  return [...found];
}
