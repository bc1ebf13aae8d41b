import Big from 'big.js';

import data from '../gazetteer/magnitudes.json' with { type: 'json' };
import type { Token } from '../tokenise.js';
import { isVulgarFraction, readDigits } from './digits.js';
import { FRACTION_WORDS, readFraction } from './fraction.js';
import { readMagnitude, readMagnitudeWord } from './magnitudes.js';
import type { Magnitude } from './magnitudes.js';
import { NUMBER_WORDS, readNumberWords } from './number-words.js';

/** A number with its magnitude, at the tokens `first` up to, not including, `end`. */
export interface Quantity {
  readonly value: Big;
  readonly end: number;
  /** What the number was multiplied by; null when no magnitude was written ("3" in "$3-5 million"). */
  readonly magnitude: Big | null;
  /** The word of the magnitude, folded; null when none was written. */
  readonly word: string | null;
  /** The digits as written, null for a number in words. */
  readonly raw: string | null;
}

const FOREIGN_NUMBERS: ReadonlyMap<string, number> = new Map(Object.entries(data.numberWords));
/** Words that are a number and a magnitude: "mille euros", "tausend Euro". */
const BARE_THOUSANDS: ReadonlySet<string> = new Set(['mil', 'mille', 'tausend', 'duizend', 'tusen']);
const OPENERS: ReadonlySet<string> = new Set([
  ...['a', 'an'],
  ...NUMBER_WORDS,
  ...FRACTION_WORDS,
  ...FOREIGN_NUMBERS.keys(),
  ...BARE_THOUSANDS,
]);
const MAX_COMPOUND_PARTS = 4;

/** True when a number may begin at the token: false for most words. */
export function mayOpenQuantity({ key, kind, text }: Token): boolean {
  if (kind === 'number') return true;
  if (kind === 'symbol') return isVulgarFraction(text);
  return OPENERS.has(key);
}

/**
 * Reads a number with its magnitude: "4.52 million", "3k", "two and a half million", "half a billion", "a million",
 * "fünf Millionen", "mil millones".
 *
 * @returns null when no number stands at `first`
 */
export function readQuantity(tokens: readonly Token[], first: number): Quantity | null {
  const token = tokens[first];
  if (token === undefined) return null;
  const digits = readDigits(tokens, first);
  if (digits !== null) {
    const half = readAndAHalf(tokens, digits.end);
    if (half !== null && readMagnitude(tokens, half) !== null)
      return withMagnitude(tokens, digits.value.plus('0.5'), half, digits.raw);
    return withMagnitude(tokens, digits.value, digits.end, digits.raw);
  }
  if (token.kind !== 'word') return null;
  const part = readFraction(tokens, first);
  if (part !== null) return { ...part, magnitude: part.factor, raw: null };
  return readWords(tokens, first) ?? readForeignWords(tokens, first);
}

/** A number times its magnitude, when one follows. */
export function withMagnitude(
  tokens: readonly Token[],
  number: Big,
  end: number,
  raw: string | null,
): Quantity {
  const magnitude = readMagnitude(tokens, end);
  if (magnitude === null) return { value: number, end, magnitude: null, word: null, raw };
  return scaled(tokens, number, magnitude, raw);
}

// "a million and a half"
function scaled(tokens: readonly Token[], number: Big, magnitude: Magnitude, raw: string | null): Quantity {
  const { factor, end, word } = magnitude;
  const value = number.times(factor);
  const half = readAndAHalf(tokens, end);
  if (half !== null) return { value: value.plus(factor.div(2)), end: half, magnitude: factor, word, raw };
  return { value, end, magnitude: factor, word, raw };
}

function readWords(tokens: readonly Token[], first: number): Quantity | null {
  const key = tokens[first]?.key;
  if (key === 'a' || key === 'an') {
    const magnitude = readMagnitude(tokens, first + 1);
    return magnitude === null ? null : scaled(tokens, new Big(1), magnitude, null);
  }
  const words = readNumberWords(tokens, first);
  if (words === null) return null;
  const half = readAndAHalf(tokens, words.end);
  if (half !== null) return withMagnitude(tokens, new Big(words.value).plus('0.5'), half, null);
  return readCompound(tokens, withMagnitude(tokens, new Big(words.value), words.end, null));
}

// "two thousand five hundred", "one million two hundred thousand": each part smaller than the one before.
function readCompound(tokens: readonly Token[], head: Quantity): Quantity {
  let sum = head;
  for (let parts = 0; parts < MAX_COMPOUND_PARTS && sum.magnitude !== null; parts++) {
    const words = readNumberWords(tokens, sum.end);
    if (words === null) break;
    const next = withMagnitude(tokens, new Big(words.value), words.end, null);
    if (next.value.gte(sum.magnitude)) break;
    sum = { ...next, value: sum.value.plus(next.value), magnitude: next.magnitude ?? new Big(1) };
  }
  return sum;
}

// Number words of other languages are words of English, too ("once", "sept"): they count before a magnitude.
function readForeignWords(tokens: readonly Token[], first: number): Quantity | null {
  const key = tokens[first]?.key ?? '';
  const isBare = BARE_THOUSANDS.has(key);
  const value = isBare ? 1 : FOREIGN_NUMBERS.get(key);
  if (value === undefined) return null;
  const magnitude = isBare ? readMagnitudeWord(tokens, first) : readMagnitude(tokens, first + 1);
  return magnitude === null ? null : scaled(tokens, new Big(value), magnitude, null);
}

function readAndAHalf(tokens: readonly Token[], i: number): number | null {
  const words = ['and', 'a', 'half'];
  return words.every((word, step) => tokens[i + step]?.key === word) ? i + words.length : null;
}
