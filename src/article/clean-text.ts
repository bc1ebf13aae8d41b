/** Soft hyphen, zero-width space, direction marks, word joiner, BOM. Joiners stay: Persian and emoji need them. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** White space other than single spaces, the control characters that Postgres or a reader would stumble on included. */
const UNEVEN_SPACE = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu;
/** Text below the first combining mark is in NFC whatever it says. */
const MAY_COMBINE = /[\u0300-\uffff]/;

/** Lines of printable ASCII with single spaces, the most common ones, are clean already. */
const NEEDS_CLEANING = /[^ -~]| {2}/;

/**
 * One line of text as a person reads it: Unicode NFC, no invisible characters, white space collapsed, trimmed.
 *
 * @param text - text from a page or an attribute
 */
export function cleanLine(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text.trim();
  const line = text.replace(INVISIBLE, '').replace(UNEVEN_SPACE, ' ').trim();
  return MAY_COMBINE.test(line) ? line.normalize('NFC') : line;
}

/** Like `cleanLine`, but the lines of the text stay apart (one `\n` between two, empty ones dropped). */
export function cleanLines(text: string): string {
  if (!text.includes('\n')) return cleanLine(text);
  return text
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** Chinese, Japanese and Korean letters, and the scripts that write no spaces either: each weighs about two Latin ones. */
const OTHER_LETTERS = /[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g;

/** All of them and few others: most texts hold none, which two ranges tell faster than six. */
const MAY_BE_DENSE = /[\u0e00-\u1fff\u3000-\ud7af]/;

/**
 * How much a text says, in Latin letters: lets one threshold serve all scripts.
 *
 * @param text - cleaned text
 */
export function weighText(text: string): number {
  return MAY_BE_DENSE.test(text) ? text.length + text.replace(OTHER_LETTERS, '').length : text.length;
}
