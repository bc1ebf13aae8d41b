import RssParser from 'rss-parser';
import type { AbridgedXml } from './abridge-xml.js';
import { FIELD_NAMES, PROSE_FIELDS } from './field-names.js';
import { hasChildren, shelteredName, valuesOf, type RawFeed, type RawRecord } from './raw-feed.js';

/** The elements that rss-parser goes by, in the spelling that it wants. It is shown all others under another name. */
const STRUCTURE: ReadonlyMap<string, string> = new Map([
  ['rss', 'rss'],
  ['feed', 'feed'],
  ['rdf:rdf', 'rdf:RDF'],
  ['channel', 'channel'],
  ['item', 'item'],
  ['entry', 'entry'],
]);

const ATOM_PREFIX = 'atom:';

/** More different names than any honest vocabulary has: names past this are not remembered. */
const MAX_REMEMBERED_NAMES = 2_000;

/** A custom field of rss-parser: the element, the key to put it under, all of its occurrences. */
type KeptField = [element: string, key: string, options: { keepArray: boolean }];

/**
 * Reads a document of RSS 0.9x, 1.0, 2.0 or Atom with rss-parser. Every field is a custom field to it, under a name that
 * it has no opinion on, for its opinions lose feeds:
 * - `description`, `content` and `content:encoded` get a snippet made by two expressions that are
 *   quadratic on runs of `<` (200 kB: no answer in 10 s);
 * - one Atom `published` or `updated` that is no date throws and takes the whole feed along;
 * - one Atom `link` without attributes throws as well;
 * - a `summary` with child elements goes through an XML builder that loses the order of mixed content;
 * - what it fills by itself (`title`, `guid`, `date`) would replace the list of all the values.
 *
 * @param xml - the document, shortened by abridgeXml
 * @returns its elements, or null when it is not well-formed or has no channel
 */
export async function readWithRssParser(xml: AbridgedXml): Promise<RawFeed | null> {
  // A new instance per document: some broken documents leave one that no longer reports errors.
  // rss-parser looks its fields up once the XML is read, so the list can grow with the names that occur:
  // asking every item for all 80 would cost more than reading it.
  const fields = [OWN_ATTRIBUTES];
  const parser = new RssParser<RawRecord, RawRecord>({
    // Missing and unheard-of version numbers are read as 2.0.
    defaultRSS: 2,
    // The types allow names only for a feed's fields; the code reads both lists the same way.
    customFields: { feed: fields as unknown as string[], item: fields },
    xml2js: {
      tagNameProcessors: [rememberNames((name) => elementName(xml.restoreName(name), fields))],
      attrNameProcessors: [rememberNames(attributeName)],
      attrValueProcessors: [xml.restoreText],
      valueProcessors: [xml.restoreText],
    },
  });
  let output;
  try {
    output = await parser.parseString(xml.skeleton);
  } catch {
    // Whatever it stumbled over, the caller has other ways to read the document.
    return null;
  }
  return { feed: output, items: output.items };
}

/**
 * Whether some prose holds elements of its own (XHTML, or HTML that was never escaped). xml2js keeps
 * text and elements apart, so their order is lost and the document has to be read another way.
 */
export function hasMixedContent(raw: RawFeed): boolean {
  return [raw.feed, ...raw.items].some((record) => {
    for (const name of PROSE_FIELDS) {
      if (valuesOf(record, name).some(hasChildren)) return true;
    }
    return false;
  });
}

/** What rss-parser is asked for, by the name in lower case. */
const KEPT_FIELDS: ReadonlyMap<string, KeptField> = new Map(
  Array.from(FIELD_NAMES, (name) => [name, [shelteredName(name), name, { keepArray: true }]]),
);

/** The attributes of the channel's or item's own element. */
const OWN_ATTRIBUTES: KeptField = ['$', '$', { keepArray: true }];

/** Renames an element for rss-parser, and asks for it if it is one that is read. */
function elementName(written: string, fields: KeptField[]): string {
  const lower = written.toLowerCase();
  // Atom's elements inside RSS mean what they mean in Atom.
  const name = lower.startsWith(ATOM_PREFIX) ? lower.slice(ATOM_PREFIX.length) : lower;
  const field = KEPT_FIELDS.get(name);
  if (field === undefined) return STRUCTURE.get(name) ?? shelteredName(name);
  if (!fields.includes(field)) fields.push(field);
  return field[0];
}

function attributeName(name: string): string {
  const lower = name.toLowerCase();
  // This one switches on a pass over iTunes fields that throws on feeds with an empty `itunes:owner`.
  return lower === 'xmlns:itunes' ? 'xmlns-itunes' : lower;
}

function rememberNames(rename: (name: string) => string): (name: string) => string {
  const remembered = new Map<string, string>();
  return (name) => {
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const renamed = rename(name);
    if (remembered.size < MAX_REMEMBERED_NAMES) remembered.set(name, renamed);
    return renamed;
  };
}
