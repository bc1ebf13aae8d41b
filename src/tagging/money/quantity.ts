import Big from 'big.js';

import type { Token } from '../tokenise.js';
import { readFigure } from './figure.js';
import { readNumberWords } from './number-words.js';

/** A number with its magnitude, at the tokens `first` up to, not including, `end`. */
export interface Quantity {
  readonly value: Big;
  readonly end: number;
  /** What the number was multiplied by; null when no magnitude was written ("3" in "$3-5 million"). */
  readonly magnitude: Big | null;
  /** True when written in digits. */
  readonly digits: boolean;
}

const MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ...entries('hundred', '1e2'),
  ...entries('k thousand thousands tsd', '1e3'),
  ...entries('lakh lakhs lac lacs', '1e5'),
  ...entries('m mn mln mio million millions mil mill', '1e6'),
  ...entries('crore crores cr', '1e7'),
  ...entries('b bn bln billion billions mrd mia milliard', '1e9'),
  ...entries('t tn trn trillion trillions', '1e12'),
]);

/** Letters that are magnitudes only when glued to the figure ("5m", "3k"). */
const GLUED_ONLY = new Set(['k', 'm', 'b', 't', 'cr']);

const FRACTIONS: ReadonlyMap<string, string> = new Map([
  ...entries('half', '0.5'),
  ...entries('quarter', '0.25'),
  ...entries('third', '0.333333'),
]);

function entries(words: string, value: string): [string, string][] {
  return words.split(' ').map((word) => [word, value]);
}

/**
 * Reads a number with its magnitude: "4.52 million", "3k", "two and a half million", "half a billion",
 * "a million", "3 million, 500 thousand" is two.
 *
 * @returns null when no number stands at `first`
 */
export function readQuantity(tokens: readonly Token[], first: number): Quantity | null {
  const token = tokens[first];
  if (token === undefined) return null;
  if (token.kind === 'number') return readDigits(tokens, first, token);
  if (token.kind !== 'word') return null;
  return readFraction(tokens, first) ?? readWords(tokens, first);
}

function readDigits(tokens: readonly Token[], first: number, token: Token): Quantity | null {
  const number = readFigure(token.text);
  return number === null ? null : withMagnitude(tokens, number, first + 1, true);
}

function readWords(tokens: readonly Token[], first: number): Quantity | null {
  const key = tokens[first]?.key;
  if (key === 'a' || key === 'an') {
    const magnitude = readMagnitude(tokens, first + 1);
    return magnitude === null ? null : scaled(new Big(1), magnitude, false);
  }
  const words = readNumberWords(tokens, first);
  if (words === null) return null;
  const half = readAndAHalf(tokens, words.end);
  if (half !== null) return withMagnitude(tokens, new Big(words.value).plus('0.5'), half, false);
  return readCompound(tokens, withMagnitude(tokens, new Big(words.value), words.end, false));
}

// "two thousand five hundred", "one million two hundred thousand": each part smaller than the one before.
function readCompound(tokens: readonly Token[], head: Quantity): Quantity {
  let sum = head;
  for (let parts = 0; parts < 4 && sum.magnitude !== null; parts++) {
    const words = readNumberWords(tokens, sum.end);
    if (words === null) break;
    const next = withMagnitude(tokens, new Big(words.value), words.end, false);
    if (next.value.gte(sum.magnitude)) break;
    sum = {
      value: sum.value.plus(next.value),
      end: next.end,
      magnitude: next.magnitude ?? new Big(1),
      digits: false,
    };
  }
  return sum;
}

// "half a billion", "half-million", "a half million", "quarter of a million", "three quarters billion".
function readFraction(tokens: readonly Token[], first: number): Quantity | null {
  let i = first;
  let count = 1;
  if (tokens[i]?.key === 'a') i++;
  else if (tokens[i]?.key === 'three' && tokens[i + 1]?.key === 'quarters') {
    count = 3;
    i++;
  }
  const fraction = FRACTIONS.get(tokens[i]?.key.replace(/s$/, '') ?? '');
  if (fraction === undefined) return null;
  i++;
  if (tokens[i]?.text === '-') i++;
  if (tokens[i]?.key === 'of') i++;
  if (tokens[i]?.key === 'a' || tokens[i]?.key === 'an') i++;
  const magnitude = readMagnitude(tokens, i);
  return magnitude === null ? null : scaled(new Big(fraction).times(count), magnitude, false);
}

function readAndAHalf(tokens: readonly Token[], i: number): number | null {
  const words = ['and', 'a', 'half'];
  return words.every((word, step) => tokens[i + step]?.key === word) ? i + words.length : null;
}

function withMagnitude(tokens: readonly Token[], number: Big, end: number, digits: boolean): Quantity {
  const magnitude = readMagnitude(tokens, end);
  return magnitude === null
    ? { value: number, end, magnitude: null, digits }
    : scaled(number, magnitude, digits);
}

function scaled(
  number: Big,
  magnitude: { readonly factor: Big; readonly end: number },
  digits: boolean,
): Quantity {
  return { value: number.times(magnitude.factor), end: magnitude.end, magnitude: magnitude.factor, digits };
}

/**
 * Reads a magnitude ("million", "bn", "-billion", "hundred thousand").
 *
 * @returns its factor and the index after it, null when none stands at `first`
 */
export function readMagnitude(tokens: readonly Token[], first: number): { factor: Big; end: number } | null {
  const hyphen = tokens[first]?.text === '-' && tokens[first].glued ? 1 : 0;
  const token = tokens[first + hyphen];
  const factor = token === undefined || token.opensLine ? undefined : MAGNITUDES.get(token.key);
  if (token === undefined || factor === undefined) return null;
  if (GLUED_ONLY.has(token.key) && !token.glued) return null;
  let end = first + hyphen + 1;
  // "Mio." and "Mrd." keep their full stop.
  if (['mio', 'mrd', 'mia'].includes(token.key) && tokens[end]?.text === '.') end++;
  const next = MAGNITUDES.get(tokens[end]?.key ?? '');
  if (
    next !== undefined &&
    ['hundred', 'thousand', 'lakh'].includes(token.key) &&
    !GLUED_ONLY.has(tokens[end]?.key ?? '')
  ) {
    return { factor: new Big(factor).times(next), end: end + 1 };
  }
  return { factor: new Big(factor), end };
}
