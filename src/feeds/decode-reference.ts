import { tokenizeMarkup } from './tokenize-markup.js';

/** The longest HTML name has 31 letters (CounterClockwiseContourIntegral). */
const MAX_NAME_LENGTH = 32;

/**
 * What a character reference of HTML stands for. The table is htmlparser2's, which is the standard's:
 * https://html.spec.whatwg.org/multipage/named-characters.html
 *
 * @param name - the name between `&` and `;`
 * @returns the character or characters, or null for a name that HTML does not know
 */
export function decodeNamedReference(name: string): string | null {
  if (name.length > MAX_NAME_LENGTH) return null;
  const texts: string[] = [];
  tokenizeMarkup(`&${name};`, 'html', { open: ignore, close: ignore, text: (text) => texts.push(text) });
  const decoded = texts.join('');
  const isUnknown = decoded !== '&' && (decoded.startsWith('&') || decoded.endsWith(';'));
  return isUnknown ? null : decoded;
}

function ignore(): void {
  // A reference holds no tags.
}

/** HTML reads the references 128 to 159 as windows-1252: the standard's numeric reference table. */
const WINDOWS_1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * What a numeric reference stands for.
 *
 * @param codePoint - the number; NaN for one that was no number
 * @returns the character; U+FFFD for a number that is no character; `''` for a control character
 */
export function decodeNumericReference(codePoint: number): string {
  if (codePoint >= 0x80 && codePoint <= 0x9f) return WINDOWS_1252_C1.charAt(codePoint - 0x80);
  if (codePoint === 9 || codePoint === 10 || codePoint === 13) return String.fromCodePoint(codePoint);
  if (codePoint < 32) return '';
  const isCharacter = codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
  if (!isCharacter || codePoint === 0xfffe || codePoint === 0xffff) return '\ufffd';
  return String.fromCodePoint(codePoint);
}
