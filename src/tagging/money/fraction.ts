import type Big from 'big.js';

import type { Token } from '../tokenise.js';
import { readMagnitude } from './magnitudes.js';
import type { Magnitude } from './magnitudes.js';

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['demi', 2],
  ['medio', 2],
  ['mezzo', 2],
  ['halve', 2],
  ['halbe', 2],
]);
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['eine', 1],
  ['een', 1],
]);

/** Every word that may open a fraction. */
export const FRACTION_WORDS: readonly string[] = [...PARTS.keys(), ...COUNTS.keys()];

/** A part of a magnitude. */
export interface Fraction extends Magnitude {
  /** The part, multiplied out: 500,000 for half a million. */
  readonly value: Big;
}

/**
 * Reads a part of a magnitude: "half a billion", "half-million", "a quarter of a million", "three-quarters of a
 * billion", "two thirds of a million".
 *
 * @returns null when none stands at `first`
 */
export function readFraction(tokens: readonly Token[], first: number): Fraction | null {
  let i = first;
  const count = COUNTS.get(tokens[i]?.key ?? '');
  if (count !== undefined) i = skip(tokens, i + 1, '-');
  const parts = PARTS.get(tokens[i]?.key ?? '');
  if (parts === undefined) return null;
  i = skip(tokens, i + 1, '-');
  i = skip(tokens, i, 'of');
  i = skip(tokens, i, 'a', 'an', 'one');
  const magnitude = readMagnitude(tokens, i);
  if (magnitude === null) return null;
  return { ...magnitude, value: magnitude.factor.times(count ?? 1).div(parts) };
}

function skip(tokens: readonly Token[], i: number, ...keys: readonly string[]): number {
  return keys.includes(tokens[i]?.key ?? '') ? i + 1 : i;
}
