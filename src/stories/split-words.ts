/**
 * Letters of scripts that are written without spaces: each counts as a word. Chinese, Japanese, Thai, Lao, Khmer,
 * Burmese, Tibetan (Unicode Standard Annex 29, "Word Boundaries", note on such scripts).
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}';

/** One letter of such a script with its marks, else a stretch of letters, marks and figures with points within. */
const WORD = new RegExp(
  `[${UNSPACED}]\\p{M}*|\\d+(?:[.,]\\d+)*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);

/**
 * The words of a text as they are compared: lower case, without accents and punctuation, so that other quotation
 * marks, dashes or spaces make no difference.
 *
 * @param text - any string; time is linear in its length
 */
export function splitWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .match(WORD) ?? []
  );
}
