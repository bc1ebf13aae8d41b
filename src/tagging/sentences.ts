import abbreviations from './gazetteer/abbreviations.json' with { type: 'json' };
import { isCapitalised } from './tokenise.js';
import type { Token } from './tokenise.js';

/** The tokens `first` up to, not including, `end`. */
export interface Sentence {
  readonly first: number;
  readonly end: number;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(abbreviations.words);
const CLOSERS = new Set(['"', "'", '”', '’', ')', ']', '»']);

/**
 * Cuts the tokens into sentences. A line break always ends one (titles, lists and paragraphs stand on lines
 * of their own); a full stop does when a capital or figure follows that is not part of an abbreviation.
 */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 1; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.opensLine || endsBefore(tokens, i)) {
      if (i > first) sentences.push({ first, end: i });
      first = i;
    }
  }
  return sentences;
}

/**
 * For every token the number of its sentence.
 */
export function sentenceNumbers(sentences: readonly Sentence[], tokenCount: number): Int32Array {
  const numbers = new Int32Array(tokenCount);
  sentences.forEach(({ first, end }, number) => numbers.fill(number, first, end));
  return numbers;
}

function isCloser(token: Token | undefined): boolean {
  return token?.kind === 'symbol' && token.glued && CLOSERS.has(token.text);
}

function endsBefore(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next === undefined || next.glued) return false;
  let mark = i - 1;
  while (mark > 0 && isCloser(tokens[mark])) mark--;
  const sign = tokens[mark]?.text;
  if (sign === '!' || sign === '?' || sign === '…') return true;
  if (sign !== '.') return false;
  if (next.kind === 'word' && !isCapitalised(next)) return false;
  const word = tokens[mark - 1];
  if (word?.kind !== 'word' || tokens[mark]?.glued !== true) return true;
  if (ABBREVIATIONS.has(word.key)) return false;
  // "J. Smith" goes on; "in the U.S. The" cannot be told from "U.S. Army", and goes on as well.
  return word.text.length > 1 || !isCapitalised(word);
}
