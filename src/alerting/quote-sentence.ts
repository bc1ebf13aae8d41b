/** A quote is for a quick judgement: longer sentences are cut with an ellipsis. */
const MAX_SIDE_LENGTH = 200;

/**
 * The sentence around a mention, cut at sentence ends and paragraph breaks.
 *
 * @param text - the article's text
 * @param start - where the mention starts, in UTF-16 units
 * @param end - where it ends, exclusive
 * @returns the quote, at most about 400 characters longer than the mention
 */
export function quoteSentence(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - MAX_SIDE_LENGTH), start);
  const behind = text.slice(end, end + MAX_SIDE_LENGTH);
  const opening = Math.max(lastBreak(before), before.lastIndexOf('\n') + 1);
  const closing = behind.search(/[.!?](?=["”’)\]]?(?:\s|$))|\n/);
  const head = opening > 0 || start <= MAX_SIDE_LENGTH ? before.slice(opening) : `…${before}`;
  const tail =
    closing >= 0 ? behind.slice(0, closing + 1) : behind + (behind.length < MAX_SIDE_LENGTH ? '' : '…');
  return (head + text.slice(start, end) + tail).trim();
}

/** Offset behind the last sentence end: a stop, a space and a capital, but not behind a single letter ("U.S."). */
function lastBreak(text: string): number {
  let last = 0;
  for (const match of text.matchAll(/(?<![.\s]\p{L}|^\p{L})[.!?]["”’)\]]?\s+(?=["“‘(]?\p{Lu})/gu)) {
    last = match.index + match[0].length;
  }
  return last;
}
