import RssParser from 'rss-parser';
import { FIELD_NAMES, PROSE_FIELDS } from './field-names.js';
import { hasChildren, rawKeyOf, valuesOf, type RawFeed, type RawRecord } from './raw-feed.js';

/**
 * Elements that rss-parser treats in a way that loses feeds, so it is shown them under another name and
 * hands them over untouched:
 * - `description`, `content` and `content:encoded` get a snippet made by two expressions that are
 *   quadratic on runs of `<` (200 kB: no answer in 10 s);
 * - one Atom `published` or `updated` that is no date throws and takes the whole feed along;
 * - one Atom `link` without attributes throws as well;
 * - a `summary` with child elements goes through an XML builder that loses the order of mixed content.
 */
const SHELTERED = new Set([
  'description',
  'content',
  'content:encoded',
  'summary',
  'published',
  'updated',
  'link',
]);
const SHELTER = 'sheltered:';

/** rss-parser wants this one name in its usual spelling. */
const RDF_ROOT = 'rdf:rdf';

/** More different names than any honest vocabulary has: names past this are not remembered. */
const MAX_REMEMBERED_NAMES = 2_000;

/** Reads a well-formed document of RSS 0.9x, 1.0, 2.0 or Atom with rss-parser. */
export async function readWithRssParser(xml: string): Promise<RawFeed | null> {
  // A new instance per document: some broken documents leave one that no longer reports errors.
  const parser = new RssParser<RawRecord, RawRecord>({
    // Missing and unheard-of version numbers are read as 2.0.
    defaultRSS: 2,
    customFields: {
      feed: FIELD_NAMES.map(keptList) as unknown as string[],
      item: FIELD_NAMES.map(keptList),
    },
    xml2js: {
      tagNameProcessors: [rememberNames(elementName)],
      attrNameProcessors: [rememberNames(attributeName)],
    },
  });
  let output;
  try {
    output = await parser.parseString(xml);
  } catch {
    // Not well-formed, or without a channel: the caller has other ways to read it.
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

function keptList(name: string): [string, string, { keepArray: boolean }] {
  return [SHELTERED.has(name) ? SHELTER + name : name, rawKeyOf(name), { keepArray: true }];
}

function elementName(name: string): string {
  // Atom's elements inside RSS mean what they mean in Atom.
  const lower = name.toLowerCase().replace(/^atom:/, '');
  if (lower === RDF_ROOT) return 'rdf:RDF';
  return SHELTERED.has(lower) ? SHELTER + lower : lower;
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
