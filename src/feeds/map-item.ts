import type { ParsedItem } from '../model/feed.js';
import { readCategories } from './categories.js';
import { readEnclosures } from './enclosures.js';
import { languageTag } from './language-tag.js';
import { NO_AUTHORS, readAuthors, type Authors } from './person.js';
import { pickCommentsUrl, pickLink } from './pick-link.js';
import { proseHtml, proseText } from './prose.js';
import { firstDate, readPublication } from './publication.js';
import { replaceForbiddenCharacters } from './repair-xml.js';
import {
  childrenOf,
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
  'abstract',
  'dc:description',
  'itunes:summary',
  'googleplay:description',
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

/**
 * Gives the elements of an item their meaning.
 *
 * @param item - the elements of one `item` or `entry`
 * @param feedBase - the base of its relative links where it has no `xml:base`; null if unknown
 * @param feedAuthors - who writes the feed, for items that name nobody (RFC 4287, 4.1.2)
 */
export function mapItem(item: RawRecord, feedBase: string | null, feedAuthors: Authors): ParsedItem {
  const published = textsOf(item, PUBLISHED);
  const updated = updatesOf(item);
  const named = readAuthors(item);
  const { author, authors } = named === NO_AUTHORS ? feedAuthors : named;
  return {
    guid: guidOf(item),
    title: firstProse(item, TITLES, proseText) ?? mediaProse(item, 'media:title'),
    link: pickLink(item, feedBase),
    commentsUrl: pickCommentsUrl(item, feedBase),
    // An item that only says when it changed was published then, for all that anybody knows.
    ...readPublication([...published, ...updated]),
    updatedAt: firstDate(updated),
    summary: firstProse(item, SUMMARIES, proseText) ?? mediaProse(item, 'media:description'),
    content: firstProse(item, CONTENTS, proseHtml),
    author,
    authors,
    categories: readCategories(item),
    enclosures: readEnclosures(item, feedBase),
    language: languageTag(ownAttribute(item, 'xml:lang')) ?? languageTag(firstText(item, ['dc:language'])),
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

/** What is said of an item's film or sound, where nothing is said of the item itself. */
function mediaProse(item: RawRecord, name: string): string | null {
  for (const holder of [...valuesOf(item, 'media:group'), ...valuesOf(item, 'media:content')]) {
    for (const value of childrenOf(holder, name)) {
      const text = proseText(value);
      if (text !== '') return text;
    }
  }
  return null;
}

/** The Channel Definition Format has the date in an attribute. */
function updatesOf(item: RawRecord): string[] {
  const texts = textsOf(item, UPDATED);
  const attribute = ownAttribute(item, 'lastmod');
  return attribute === null ? texts : [...texts, attribute];
}

function textsOf(item: RawRecord, names: readonly string[]): string[] {
  const texts: string[] = [];
  for (const name of names) for (const value of valuesOf(item, name)) texts.push(textOf(value));
  return texts;
}
