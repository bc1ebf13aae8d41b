/** A quote is for a quick judgement: a sentence is cut so many UTF-16 units from the mention. */
const MAX_SIDE_LENGTH = 200;

/** Words before names and figures, and ends of companies' names: their stop ends no sentence. */
const ABBREVIATIONS = 'Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|St|No|vs|Inc|Corp|Ltd|Co|Jr|Sr';

/**
 * A line break, or a stop with its closing marks before white space. What goes on with a small letter or a figure
 * is still the same sentence, and so is what follows an abbreviation or a single letter ("U.S.", "J. Ruiz"):
 * a quote that is one sentence too long serves better than half a sentence. Pages that set sentences apart by their
 * style alone leave no space between them: "of staff.Industry groups".
 */
const SENTENCE_END = new RegExp(
  `(?:[!?]|(?<!(?<![\\p{L}\\p{N}])(?:\\p{L}|${ABBREVIATIONS}))\\.)["”’)\\]]*\\s+(?=[^\\s\\p{Ll}\\p{N}])|\\n|(?<=\\p{Ll}{2}[.!?]["”’)\\]]{0,3})(?=\\p{Lu}\\p{Ll}+\\s)`,
  'gu',
);

/** A word, or half of a character, that the cut went through. */
const TORN_START = /^\S{0,30}\s|^[\uDC00-\uDFFF]/;
const TORN_END = /\s\S{0,30}$|[\uD800-\uDBFF]$/;

/**
 * The sentence around a mention. It never leaves the paragraph; a long one is cut with an ellipsis.
 *
 * @param text - the article's text
 * @param start - where the mention starts, in UTF-16 units
 * @param end - where it ends, exclusive
 * @returns the quote, at most 402 characters longer than the mention
 */
export function quoteSentence(text: string, start: number, end: number): string {
  const from = Math.max(0, start - MAX_SIDE_LENGTH);
  const to = Math.min(text.length, end + MAX_SIDE_LENGTH);
  const breaks = [...text.slice(from, to).matchAll(SENTENCE_END)].map(
    (match) => from + match.index + match[0].length,
  );
  const opening = breaks.findLast((offset) => offset <= start) ?? (from === 0 ? 0 : null);
  const closing = breaks.find((offset) => offset >= end) ?? (to === text.length ? to : null);
  const head =
    opening === null ? `…${text.slice(from, start).replace(TORN_START, '')}` : text.slice(opening, start);
  const tail = closing === null ? `${text.slice(end, to).replace(TORN_END, '')}…` : text.slice(end, closing);
  return (head + text.slice(start, end) + tail).trim();
}
