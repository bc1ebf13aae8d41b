/** The zeros of the scripts that news are written in; nine digits follow each (Unicode, general category Nd). */
const ZEROS =
  '\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u17e0\uff10';

const OTHER_DIGITS = new RegExp(`[${[...ZEROS].map((zero) => `${zero}-${digitAfter(zero, 9)}`).join('')}]`, 'g');

/** The text with the digits of all scripts written as 0 to 9; its length stays. */
export function asciiDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = [...ZEROS].findLast((candidate) => candidate.charCodeAt(0) <= code) ?? digit;
    return String(code - zero.charCodeAt(0));
  });
}

function digitAfter(zero: string, value: number): string {
  return String.fromCharCode(zero.charCodeAt(0) + value);
}
