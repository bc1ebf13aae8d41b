import { decodeNumericReference } from './decode-reference.js';

/** The references that XML itself defines (https://www.w3.org/TR/xml/#sec-predefined-ent), without their `&`. */
const REFERENCES = [
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['quot;', '"'],
  ['apos;', "'"],
] as const;

const NUMERIC = /#(?:(\d{1,7})|x([\da-fA-F]{1,6}));/y;

/**
 * Resolves the references of a text of XML.
 *
 * @param text - character data without tags and CDATA sections
 * @returns the text; null if there is an `&` that begins no reference of XML or none to a character of XML
 */
export function decodeXmlText(text: string): string | null {
  let at = text.indexOf('&');
  if (at === -1) return text;
  let decoded = '';
  let from = 0;
  for (; at !== -1; at = text.indexOf('&', from)) {
    const reference = namedReference(text, at + 1) ?? numericReference(text, at + 1);
    if (reference === null) return null;
    decoded += text.slice(from, at) + reference[1];
    from = at + 1 + reference[0].length;
  }
  return decoded + text.slice(from);
}

/** A reference as written, without its `&`, and what it stands for. */
type Reference = readonly [written: string, character: string];

function namedReference(text: string, at: number): Reference | null {
  for (const reference of REFERENCES) if (text.startsWith(reference[0], at)) return reference;
  return null;
}

function numericReference(text: string, at: number): Reference | null {
  NUMERIC.lastIndex = at;
  const match = NUMERIC.exec(text);
  if (match === null) return null;
  const codePoint = match[1] === undefined ? Number.parseInt(match[2] ?? '', 16) : Number(match[1]);
  return isXmlCharacter(codePoint) ? [match[0], decodeNumericReference(codePoint)] : null;
}

/** https://www.w3.org/TR/xml/#NT-Char */
function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd;
  return codePoint <= 0xd7ff || (codePoint >= 0xe000 && codePoint <= 0x10ffff && !isNoncharacter(codePoint));
}

function isNoncharacter(codePoint: number): boolean {
  return codePoint === 0xfffe || codePoint === 0xffff;
}
