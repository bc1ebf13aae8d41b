import { decodeXmlText } from './decode-xml-text.js';

/** The text between two tags: what it says, and where it ends. */
export interface TextRun {
  /** `''` for white space; null for a text that the XML parser has to see, or better sees itself. */
  readonly text: string | null;
  readonly end: number;
}

/** Shorter texts cost the parser less than their marks would. */
const MIN_HIDDEN_TEXT = 12;

const SECTION_START = '<![CDATA[';
const SECTION_END = ']]>';

/**
 * Reads the text of an XML document from `at` to the next tag or comment: references resolved, CDATA sections unwrapped.
 *
 * @returns null where a CDATA section never ends
 */
export function readTextRun(xml: string, at: number): TextRun | null {
  const end = indexOrEnd(xml, '<', at);
  if (!xml.startsWith(SECTION_START, end)) return { text: readPlainText(xml, at, end), end };
  let text = decodeXmlText(xml.slice(at, end));
  let from = end;
  do {
    const sectionEnd = xml.indexOf(SECTION_END, from);
    if (sectionEnd === -1) return null;
    const section = xml.slice(from + SECTION_START.length, sectionEnd);
    const behind = sectionEnd + SECTION_END.length;
    from = indexOrEnd(xml, '<', behind);
    const plain = decodeXmlText(xml.slice(behind, from));
    text = text === null || plain === null ? null : text + section + plain;
  } while (xml.startsWith(SECTION_START, from));
  return { text, end: from };
}

function readPlainText(xml: string, start: number, end: number): string | null {
  let at = start;
  while (at < end && isSpace(xml.charCodeAt(at))) at += 1;
  if (at === end) return '';
  const text = xml.slice(start, end);
  return text.length < MIN_HIDDEN_TEXT && !text.includes('&') ? null : decodeXmlText(text);
}

/** White space as XML defines it. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function indexOrEnd(xml: string, sought: string, from: number): number {
  const index = xml.indexOf(sought, from);
  return index === -1 ? xml.length : index;
}
