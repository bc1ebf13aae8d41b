import { decodeNamedReference, decodeNumericReference } from './decode-reference.js';
import { endOfDeclaration } from './skip-declaration.js';

/**
 * The places where a feed may stop being XML, one alternative each and none with nested repetition:
 * a comment, a CDATA section and a processing instruction (up to its end or the document's), a
 * declaration, a reference or stray ampersand, an end tag without its `>`, a `<` that opens no tag, a
 * character that XML forbids.
 */
const TROUBLE =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<!|&(?:#(?:x[dD][89abAB]\w\w;&#x[dD][c-fC-F]\w\w|5[56]\d{3};&#5[67]\d{3});|#[xX]?[0-9A-Fa-f]{1,16};|[A-Za-z][A-Za-z0-9]{0,40};)?|<\/[\p{L}_:][\w.:-]{0,60}\s{0,20}(?=<)|<(?![\p{L}_:/])|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

const XML_REFERENCES: ReadonlySet<string> = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);

/** A document that was made nearer to XML. */
export interface RepairedXml {
  readonly xml: string;
  /** Whether anything in it was no XML. */
  readonly isRepaired: boolean;
  /** Whether it ended inside of a CDATA section or a processing instruction. */
  readonly isCut: boolean;
}

/** Characters that the document's own entities may come to in all: past it, references stay as they are. */
const MAX_EXPANDED = 100_000;

/**
 * Makes a document nearer to XML without moving anything that already was: named references of HTML
 * become characters, stray ampersands and `<` are escaped, characters that XML forbids go, comments,
 * processing instructions and document type declarations go. Of the document's own entities only the
 * given literal texts are put in; a reference to any other stays as text. Tags are left as they are, but
 * that an end tag gets its `>`.
 * Takes linear time.
 *
 * @param written - a document from its root element on
 * @param entities - literal texts by name, as readLiteralEntities finds them
 */
export function repairXml(written: string, entities: ReadonlyMap<string, string> = new Map()): RepairedXml {
  const xml = endOpenComments(written);
  const parts: string[] = [];
  const references = createReferenceReader(entities);
  let isRepaired = xml !== written;
  let isCut = false;
  let from = 0;
  TROUBLE.lastIndex = 0;
  for (let match = TROUBLE.exec(xml); match !== null; match = TROUBLE.exec(xml)) {
    const found = match[0];
    parts.push(xml.slice(from, match.index));
    from = TROUBLE.lastIndex;
    if (found === '<!') {
      from = endOfDeclaration(xml, match.index);
      TROUBLE.lastIndex = from;
    } else {
      const { text, isSound } = found.startsWith('&') ? references(found) : replacementOf(found);
      parts.push(text);
      isRepaired ||= !isSound;
      isCut ||= from === xml.length && isOpenSection(found);
    }
  }
  TROUBLE.lastIndex = 0;
  parts.push(xml.slice(from));
  return { xml: parts.join(''), isRepaired, isCut };
}

/**
 * A comment that never ends is over at its next `>`, or where the next tag begins: the items behind it were
 * not meant to be hidden. Only what stands behind the last end of a comment can be one.
 */
function endOpenComments(xml: string): string {
  const from = xml.lastIndexOf('-->') + 1;
  if (!xml.includes('<!--', from)) return xml;
  return xml.slice(0, from) + xml.slice(from).replace(/<!--(?:[^<>\]]*>)?/g, '');
}

/** Cheap to rule out in most texts: whatever FORBIDDEN may match, and astral characters. */
const SUSPICIOUS = /[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufffd]/;

/** Removes or replaces the characters that XML 1.0 forbids, and C1 controls meant as windows-1252. */
export function replaceForbiddenCharacters(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text.replace(FORBIDDEN, (character) => decodeNumericReference(character.codePointAt(0) ?? 0));
}

/** What stands in the place of something, and whether that something was XML. */
interface Replacement {
  readonly text: string;
  readonly isSound: boolean;
}

function replacementOf(found: string): Replacement {
  if (found.startsWith('<![CDATA[')) {
    const section = replaceForbiddenCharacters(found);
    const isSound = section.length === found.length;
    return { text: section.endsWith(']]>') ? section : `${section}]]>`, isSound };
  }
  if (found.startsWith('<!--') || found.startsWith('<?')) return { text: '', isSound: true };
  if (found.startsWith('</')) return { text: `${found.trimEnd()}>`, isSound: false };
  if (found.startsWith('<')) return { text: '&lt;', isSound: false };
  return { text: replaceForbiddenCharacters(found), isSound: false };
}

function isOpenSection(found: string): boolean {
  if (found.startsWith('<![CDATA[')) return !found.endsWith(']]>');
  return found.startsWith('<?') && !found.endsWith('?>');
}

/** Reads references, each different one once. */
function createReferenceReader(entities: ReadonlyMap<string, string>): (reference: string) => Replacement {
  const remembered = new Map<string, Replacement>();
  let expanded = 0;
  return (reference) => {
    if (XML_REFERENCES.has(reference)) return { text: reference, isSound: true };
    const literal = entities.get(reference.slice(1, -1));
    if (literal !== undefined) {
      expanded += literal.length;
      return { text: expanded > MAX_EXPANDED ? `&amp;${reference.slice(1)}` : literal, isSound: true };
    }
    const known = remembered.get(reference);
    if (known !== undefined) return known;
    const decoded = decodeReference(reference);
    // References of HTML pass for sound: every reader of feeds knows them.
    const isSound = decoded !== reference && decoded !== '' && decoded !== '\ufffd';
    const replacement = { text: escapeText(decoded), isSound };
    remembered.set(reference, replacement);
    return replacement;
  };
}

/** @param reference - `&`, `&name;`, `&#1;` or `&#x1;` */
function decodeReference(reference: string): string {
  const [high, low] = reference.split(';');
  if (low !== undefined && low !== '')
    return replaceForbiddenCharacters(String.fromCharCode(numberOf(high), numberOf(low)));
  const name = reference.slice(1, -1);
  if (name.startsWith('#')) {
    const number = numberOf(reference);
    return Number.isNaN(number) ? reference : decodeNumericReference(number);
  }
  return (name === '' ? null : decodeNamedReference(name)) ?? reference;
}

/** @returns the number in `&#1` or `&#x1`, NaN if there is none */
function numberOf(reference = ''): number {
  return Number(reference.replace(';', '').replace(/^&#/, '').replace(/^[xX]/, '0x'));
}

function escapeText(text: string): string {
  return text.replace(/[<&]/g, (character) => (character === '<' ? '&lt;' : '&amp;'));
}
