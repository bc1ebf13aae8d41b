import { labelText } from './prose.js';
import { attributeOf, childrenOf, textOf, valuesOf, type RawRecord, type XmlValue } from './raw-feed.js';

/** Longer ones are no names. */
const MAX_NAME_LENGTH = 300;

/** The most authors an item has that mean something: collaborations print longer lists elsewhere. */
const MAX_AUTHORS = 50;

/** Elements that name an author, the surest first. */
const AUTHOR_ELEMENTS = [
  'dc:creator',
  'author',
  'itunes:author',
  'googleplay:author',
  'dc:author',
  'media:credit',
  'managingeditor',
  'itunes:owner',
  'dc:contributor',
  'contributor',
];

/** Who wrote something: each name once, and all of them as one line. */
export interface Authors {
  readonly authors: readonly string[];
  readonly author: string | null;
}

/** Nobody is named. */
export const NO_AUTHORS: Authors = { authors: [], author: null };

/**
 * Who wrote an item or a feed: all names of the first element that has any. An item that was taken over from
 * another feed and names nobody was written by that feed's authors (RFC 4287, 4.2.11).
 *
 * @returns names, or e-mail addresses where that is all the feed says; NO_AUTHORS where it says nothing
 */
export function readAuthors(record: RawRecord): Authors {
  for (const element of AUTHOR_ELEMENTS) {
    const values = valuesOf(record, element);
    if (values.length === 0) continue;
    const found = joinAuthors(values.map(personName));
    if (found !== NO_AUTHORS) return found;
  }
  const sources = valuesOf(record, 'source').flatMap((source) => childrenOf(source, 'author'));
  return joinAuthors(sources.map(personName));
}

/** @param names - names in order, empty ones and repetitions among them */
export function joinAuthors(names: readonly string[]): Authors {
  const known = new Set(names.map((name) => name.slice(0, MAX_NAME_LENGTH).toWellFormed()));
  known.delete('');
  if (known.size === 0) return NO_AUTHORS;
  const authors = [...known].slice(0, MAX_AUTHORS);
  return { authors, author: authors.join(', ').slice(0, MAX_NAME_LENGTH).toWellFormed() };
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

const WEB_ADDRESS_IN_BRACKETS = /\(\s*https?:\/\/[^()]*\)/gi;

/** `desk@example.org (The Desk)` and `The Desk <desk@example.org>` are The Desk (RSS 2.0, author). */
function nameBesideAddress(written: string): string {
  if (!written.includes('@') || written.length > MAX_NAME_LENGTH) return written;
  const plain = written.replace(WEB_ADDRESS_IN_BRACKETS, ' ').trim() || written;
  const inBrackets = /\(([^()]+)\)/.exec(plain)?.[1]?.trim() ?? '';
  if (inBrackets !== '' && !inBrackets.includes('@')) return inBrackets;
  const rest = plain
    .replace(/[<([]?\S+@\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return rest === '' ? plain : rest;
}
