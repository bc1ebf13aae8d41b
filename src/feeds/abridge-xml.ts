import { decodeXmlText } from './decode-xml-text.js';
import { readTextRun } from './read-text-run.js';
import { replaceForbiddenCharacters } from './repair-xml.js';

/** A document made short for the XML parser, and the way back. */
export interface AbridgedXml {
  /** The same elements and attributes, with marks for texts and letters for names. */
  readonly skeleton: string;
  /** The texts behind the marks in what was read, without forbidden characters if the document has none. */
  readonly restoreText: (text: string) => string;
  /** The name of an element as the document has it. */
  readonly restoreName: (name: string) => string;
}

/** A character that XML forbids, so that no honest document holds it. */
const MARK = '\u0001';
const MARKED = new RegExp(`${MARK}(\\d+)${MARK}`, 'g');

/** Names that tell what a document is: they stay, whatever their case. */
const KEPT_NAMES: ReadonlySet<string> = new Set(['rss', 'rdf:rdf', 'feed', 'channel', 'item', 'entry']);

/** Honest feeds have fewer names, and fewer different tags as far as they are short. */
const MAX_NAMES = 1_000;

/** Longer tags have attributes that differ from item to item. */
const MAX_REPEATED_TAG = 40;

/** Shorter addresses cost the parser less than a mark. */
const MIN_ADDRESS = 16;

/** Longer values are no address of a namespace, type or base, and tell nothing of what a document is. */
const MAX_TELLING_VALUE = 1_000;

const TAG_NAME = /^<\/?([A-Za-z_][\w:.-]*)[\s/>]/;

/** What has been seen of a document so far. */
interface Abridgement {
  readonly texts: string[];
  /** Short names by the names that they stand for, and the other way round. */
  readonly shortNames: Map<string, string>;
  readonly names: Map<string, string>;
  /** Tags that repeat, by the tag as written. */
  readonly tags: Map<string, string>;
}

/**
 * Shortens a document for an XML parser that looks at each character by itself. Most of a feed is prose, and most of
 * the rest names of elements: the parser gets a mark for each text and a letter or two for each name, and does what it
 * is there for: it finds out what is inside what, and whether all of it is well-formed. White space between tags, which
 * means nothing in a feed, is left out.
 *
 * Whatever the parser may object to is left for it to see: a document with declarations, processing instructions, odd
 * tags or sections without an end is not shortened at all; a text or address with a doubtful `&` stays where it is. So
 * the parser accepts the skeleton exactly when it accepts the document. Takes linear time.
 *
 * @param xml - the document from its root element on
 */
export function abridgeXml(xml: string): AbridgedXml {
  const done: Abridgement = { texts: [], shortNames: new Map(), names: new Map(), tags: new Map() };
  const skeleton = xml.includes(MARK) ? null : writeSkeleton(xml, done);
  if (skeleton === null)
    return { skeleton: xml, restoreText: replaceForbiddenCharacters, restoreName: asItIs };
  return {
    skeleton,
    restoreText: (text) => putBack(text, done.texts),
    restoreName: (name) => done.names.get(name) ?? name,
  };
}

function asItIs(text: string): string {
  return text;
}

/** @returns null for a document that must not be shortened */
function writeSkeleton(xml: string, done: Abridgement): string | null {
  let skeleton = '';
  let at = 0;
  for (;;) {
    const run = readTextRun(xml, at);
    if (run === null) return null;
    if (run.text === null) skeleton += xml.slice(at, run.end);
    else if (run.text !== '') skeleton += mark(run.text, done);
    at = run.end;
    if (at === xml.length) return skeleton;
    const end = xml.startsWith('<!--', at) ? endOfComment(xml, at) : endOfTag(xml, at);
    const markup = xml.slice(at, end);
    const shortened = markup.startsWith('<!--')
      ? markup
      : (done.tags.get(markup) ?? shortenTag(markup, done));
    if (shortened === null) return null;
    skeleton += shortened;
    at = end;
  }
}

function mark(text: string, { texts }: Abridgement): string {
  texts.push(text);
  return MARK + String(texts.length - 1) + MARK;
}

/** What the parser read by itself may hold characters that a reference stood for and no text should. */
function putBack(text: string, texts: readonly string[]): string {
  const first = text.indexOf(MARK);
  if (first === -1) return replaceForbiddenCharacters(text);
  // Nearly always a text is all that its element holds.
  if (first === 0 && text.indexOf(MARK, 1) === text.length - 1) {
    return texts[Number(text.slice(1, -1))] ?? text;
  }
  const whole = text.replace(MARKED, (found, index: string) => texts[Number(index)] ?? found);
  return replaceForbiddenCharacters(whole);
}

/** @returns null for a tag that is not written the usual way */
function shortenTag(tag: string, done: Abridgement): string | null {
  const name = TAG_NAME.exec(tag)?.[1];
  const short = name === undefined ? null : shortenName(name, done);
  if (name === undefined || short === null) return null;
  const nameAt = tag.charAt(1) === '/' ? 2 : 1;
  const shortened = tag.slice(0, nameAt) + short + shortenAttributes(tag.slice(nameAt + name.length), done);
  const isRepeated = tag.length <= MAX_REPEATED_TAG && !shortened.includes(MARK);
  if (isRepeated && done.tags.size < MAX_NAMES) done.tags.set(tag, shortened);
  return shortened;
}

function shortenName(name: string, { shortNames, names }: Abridgement): string | null {
  const known = shortNames.get(name);
  if (known !== undefined) return known;
  if (names.size === MAX_NAMES) return null;
  const short = KEPT_NAMES.has(name.toLowerCase()) ? name : nameOfNumber(names.size);
  shortNames.set(name, short);
  names.set(short, name);
  return short;
}

/** a to z, then two letters, then three with an a in front: none of the names that are kept. */
function nameOfNumber(number: number): string {
  const letter = String.fromCharCode(0x61 + (number % 26));
  return number < 26 ? letter : nameOfNumber(Math.floor(number / 26) - 1) + letter;
}

/** Links are the long values. The values of other attributes tell what a document is. */
function shortenAttributes(attributes: string, done: Abridgement): string {
  let shortened = '';
  let from = 0;
  for (let at = nextQuote(attributes, 0); at !== -1;) {
    const quote = attributes.charAt(at);
    const close = attributes.indexOf(quote, at + 1);
    if (close === -1) break;
    const isAddress = attributes.startsWith(' href=', at - 6) || attributes.startsWith(' url=', at - 5);
    const isHidden = close - at > (isAddress ? MIN_ADDRESS : MAX_TELLING_VALUE);
    const value = isHidden ? decodeXmlText(attributes.slice(at + 1, close)) : null;
    if (value !== null) {
      shortened += attributes.slice(from, at + 1) + mark(value, done);
      from = close;
    }
    at = nextQuote(attributes, close + 1);
  }
  return from === 0 ? attributes : shortened + attributes.slice(from);
}

function nextQuote(attributes: string, from: number): number {
  for (let at = from; at < attributes.length; at += 1) {
    const code = attributes.charCodeAt(at);
    if (code === 0x22 || code === 0x27) return at;
  }
  return -1;
}

function endOfComment(xml: string, at: number): number {
  const end = xml.indexOf('-->', at + '<!--'.length);
  return end === -1 ? xml.length : end + '-->'.length;
}

/** Past the `>` of a tag, and past any `>` in quotes. */
function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code !== 0x22 && code !== 0x27) continue;
    const close = xml.indexOf(code === 0x22 ? '"' : "'", at + 1);
    if (close === -1) return xml.length;
    at = close;
  }
  return xml.length;
}
