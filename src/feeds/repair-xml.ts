import { decodeNamedReference, decodeNumericReference } from './decode-reference.js';
import { endOfDeclaration } from './skip-declaration.js';

/**
 * The places where a feed may stop being XML, one alternative each and none with nested repetition:
 * a comment, a CDATA section and a processing instruction (up to its end or the document's), a
 * declaration, a reference or stray ampersand, a `<` that opens no tag, a character that XML forbids.
 */
const TROUBLE =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<!|&(?:#(?:x[dD][89abAB]\w\w;&#x[dD][c-fC-F]\w\w|5[56]\d{3};&#5[67]\d{3});|#[xX]?[0-9A-Fa-f]{1,16};|[A-Za-z][A-Za-z0-9]{0,40};)?|<(?![\p{L}_:/])|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

const XML_REFERENCES: ReadonlySet<string> = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);

/**
 * Makes a document nearer to XML without moving anything that already was: named references of HTML
 * become characters, stray ampersands and `<` are escaped, characters that XML forbids go, comments,
 * processing instructions and document type declarations go. No entity of the document's own is
 * ever expanded: a reference to one stays as text. Tags are left as they are. Takes linear time.
 *
 * @param xml - a document from its root element on
 */
export function repairXml(xml: string): string {
  const parts: string[] = [];
  const remembered = new Map<string, string>();
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
      parts.push(replacementOf(found, remembered));
    }
  }
  TROUBLE.lastIndex = 0;
  parts.push(xml.slice(from));
  return parts.join('');
}

/** Cheap to rule out in most texts: whatever FORBIDDEN may match, and astral characters. */
const SUSPICIOUS = /[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufffd]/;

/** Removes or replaces the characters that XML 1.0 forbids, and C1 controls meant as windows-1252. */
export function replaceForbiddenCharacters(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text.replace(FORBIDDEN, (character) => decodeNumericReference(character.codePointAt(0) ?? 0));
}

function replacementOf(found: string, remembered: Map<string, string>): string {
  if (found.startsWith('<![CDATA[')) {
    const section = replaceForbiddenCharacters(found);
    return section.endsWith(']]>') ? section : `${section}]]>`;
  }
  if (found.startsWith('<!--') || found.startsWith('<?')) return '';
  if (found.startsWith('<')) return '&lt;';
  if (!found.startsWith('&')) return replaceForbiddenCharacters(found);
  if (XML_REFERENCES.has(found)) return found;
  const known = remembered.get(found);
  if (known !== undefined) return known;
  const replacement = escapeText(decodeReference(found));
  remembered.set(found, replacement);
  return replacement;
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
