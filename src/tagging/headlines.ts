import type { Sentence } from './sentences.js';
import { isCapitalised } from './tokenise.js';
import type { Token } from './tokenise.js';

/** A sentence of fewer words says too little about its case. */
const MIN_WORDS = 4;

/** A longer one is no headline. */
const MAX_WORDS = 30;

/** Articles and prepositions stay small in a headline, the other words do not. */
const MIN_LETTERS = 4;

/**
 * Marks the tokens of headlines in title case: a capital says nothing about a word there.
 *
 * @returns one byte a token, 1 for a headline
 */
export function markHeadlines(tokens: readonly Token[], sentences: readonly Sentence[]): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  for (const { first, end } of sentences) if (isHeadline(tokens, first, end)) marks.fill(1, first, end);
  return marks;
}

// Most of the longer words are capitalised, and some verb or plural is among them; it ends without a full stop.
function isHeadline(tokens: readonly Token[], first: number, end: number): boolean {
  if (tokens[end - 1]?.text === '.') return false;
  let capitals = 0;
  let words = 0;
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.text.length < MIN_LETTERS) continue;
    words++;
    if (isCapitalised(token)) capitals++;
  }
  return words >= MIN_WORDS && words <= MAX_WORDS && capitals >= words - 1 && capitals >= words * 0.8;
}
