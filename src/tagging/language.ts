import { tallyFunctionWords } from '../language/detect-language.js';
import { joinsPrevious } from './token-trie.js';
import type { Token } from './tokenise.js';

/** The first words tell: news does not change its language. */
const MAX_WORDS_READ = 500;
/** Fewer words are a heading or a name, and are read like English. */
const MIN_WORDS = 8;
/** Running text has more than a quarter of function words; lists and tables have none. */
const MIN_SHARE = 0.1;
/** One word or two may be a name, or English in another of its senses. */
const MIN_FUNCTION_WORDS = 3;
/** English shares words with its neighbours: another language must have that many times its count. */
const MIN_LEAD = 1.5;

/**
 * Tells the language of a text by its function words. What cannot be told (lists, headings) counts as English, the
 * language of the rules.
 *
 * @returns ISO 639-1; "other" for a script that English is not written in
 */
export function tellLanguage(tokens: readonly Token[]): string {
  const words: string[] = [];
  let foreignScript = 0;
  for (const [i, token] of tokens.entries()) {
    if (words.length === MAX_WORDS_READ) break;
    // Initials are no words, nor are the letters of an identifier.
    const isInitial = token.letterCase === 'capital' && token.text.length === 1;
    if (token.kind !== 'word' || isInitial || joinsPrevious(tokens, i)) continue;
    words.push(token.letterCase === 'small' ? token.text : token.text.toLowerCase());
    if (isForeignScript(token.key)) foreignScript++;
  }
  if (words.length < MIN_WORDS) return 'en';
  if (foreignScript * 2 > words.length) return 'other';
  const { best, countOf } = tallyFunctionWords(words);
  if (best === null) return 'en';
  const count = countOf(best);
  const isSaid = count >= MIN_FUNCTION_WORDS && count >= words.length * MIN_SHARE;
  const isClear = isSaid && count > countOf('en') * MIN_LEAD;
  return isClear ? best : 'en';
}

function isForeignScript(key: string): boolean {
  return key.charCodeAt(0) > 0x24f && !/^\p{Script=Latin}/u.test(key);
}
