import { labelText } from './prose.js';
import { attributeOf, childrenOf, textOf, valuesOf, type RawRecord, type XmlValue } from './raw-feed.js';

/** Longer ones are no names. */
const MAX_NAME_LENGTH = 300;

/** Elements that name an author, the surest first. */
const AUTHOR_ELEMENTS = [
  'dc:creator',
  'author',
  'itunes:author',
  'dc:author',
  'media:credit',
  'managingeditor',
  'dc:contributor',
  'contributor',
];

/**
 * Who wrote an item: all names of the first element that has any, joined by ", ".
 *
 * @returns names, or an e-mail address where that is all the feed says; null where it says nothing
 */
export function readAuthor(record: RawRecord): string | null {
  for (const element of AUTHOR_ELEMENTS) {
    const values = valuesOf(record, element);
    if (values.length === 0) continue;
    const names = values.map(personName).filter((name) => name !== '');
    if (names.length > 0) return [...new Set(names)].join(', ').slice(0, MAX_NAME_LENGTH);
  }
  return null;
}

function personName(value: XmlValue): string {
  for (const field of ['name', 'itunes:name', 'email', 'itunes:email']) {
    for (const child of childrenOf(value, field)) {
      const name = labelText(textOf(child));
      if (name !== '') return name;
    }
  }
  const written = labelText(textOf(value)) || labelText(attributeOf(value, 'name') ?? '');
  return nameBesideAddress(written);
}

/** `desk@example.org (The Desk)` and `The Desk <desk@example.org>` are The Desk (RSS 2.0, author). */
function nameBesideAddress(written: string): string {
  if (!written.includes('@') || written.length > MAX_NAME_LENGTH) return written;
  const inBrackets = /\(([^()]+)\)/.exec(written)?.[1]?.trim();
  if (inBrackets !== undefined && !inBrackets.includes('@')) return inBrackets;
  const rest = written
    .replace(/[<([]?\S+@\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return rest === '' ? written : rest;
}
