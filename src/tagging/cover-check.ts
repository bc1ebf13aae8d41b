import type { Reading, TokenRange } from './reading.js';
import { isCapitalised } from './tokenise.js';

/**
 * Prepares to tell whether a country stands inside a longer name of something else: "British Columbia", "Gulf of
 * Mexico".
 */
export function createCoverCheck(reading: Reading): (range: TokenRange) => boolean {
  const coverEnd = new Int32Array(reading.tokens.length);
  const coverFirst = new Int32Array(reading.tokens.length);
  for (const { first, end, value } of reading.matches) {
    if (value.type !== 'place' && value.type !== 'other') continue;
    if (end - first < 2 || !isCapitalised(reading.tokens[first])) continue;
    coverEnd.fill(end, first, end);
    coverFirst.fill(first, first, end);
  }
  return ({ first, end }) => {
    const from = coverFirst[first] ?? 0;
    const to = coverEnd[first] ?? 0;
    return from <= first && to >= end && to - from > end - first;
  };
}
