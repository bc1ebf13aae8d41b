import Big from 'big.js';

import data from '../gazetteer/magnitudes.json' with { type: 'json' };
import { foldWord } from '../tokenise.js';
import type { Token } from '../tokenise.js';

const FACTORS: ReadonlyMap<string, string> = new Map([
  ...data.magnitudes.flatMap(({ factor, words }) =>
    words.map((word): [string, string] => [foldWord(word), factor]),
  ),
]);
/** Letters that are magnitudes only when glued to the figure ("5m", "3k"). */
const GLUED_ONLY: ReadonlySet<string> = new Set(data.gluedOnly);
const WITH_FULL_STOP: ReadonlySet<string> = new Set(data.withFullStop);
const COMPOUNDS: ReadonlySet<string> = new Set(data.compounds);
const AFTER_MIL: ReadonlySet<string> = new Set(data.thousandFactorBefore);

/** What a number is multiplied by. */
export interface Magnitude {
  readonly factor: Big;
  /** The index after its last token. */
  readonly end: number;
  /** The word, folded: "million", "mrd"; of a compound its last. */
  readonly word: string;
}

/**
 * Reads a magnitude behind a number ("million", "bn", "-billion", "hundred thousand", "Mrd.", "mil millones").
 *
 * @returns null when none stands at `first` in the same line
 */
export function readMagnitude(tokens: readonly Token[], first: number): Magnitude | null {
  const at = tokens[first]?.text === '-' && tokens[first].glued ? first + 1 : first;
  return tokens[at]?.opensLine === true ? null : readMagnitudeWord(tokens, at);
}

/** Reads a magnitude that may open a line: "mil millones", "tausend". */
export function readMagnitudeWord(tokens: readonly Token[], first: number): Magnitude | null {
  const token = tokens[first];
  const factor = FACTORS.get(token?.key ?? '');
  if (token === undefined || factor === undefined) return null;
  if (GLUED_ONLY.has(token.key) && !token.glued) return null;
  let end = first + 1;
  if (WITH_FULL_STOP.has(token.key) && tokens[end]?.text === '.' && tokens[end]?.glued === true) end++;
  return withNext(tokens, token.key, { factor: new Big(factor), end, word: token.key });
}

// "hundred million", "lakh crore". "Mil" is a thousand in Spanish and Portuguese, a million in English.
function withNext(tokens: readonly Token[], key: string, magnitude: Magnitude): Magnitude {
  const next = tokens[magnitude.end];
  const factor = FACTORS.get(next?.key ?? '');
  if (next === undefined || factor === undefined || !COMPOUNDS.has(key) || GLUED_ONLY.has(next.key))
    return magnitude;
  if (key === 'mil' && !AFTER_MIL.has(next.key)) return magnitude;
  const own = key === 'mil' ? new Big(1000) : magnitude.factor;
  return { factor: own.times(factor), end: magnitude.end + 1, word: next.key };
}
