import usStates from './gazetteer/us-states.json' with { type: 'json' };
import type { Reading } from './reading.js';
import { isCapitalised } from './tokenise.js';

const NAMES: ReadonlySet<string> = new Set(usStates.names);
const TWO_WORD_NAMES: ReadonlySet<string> = new Set(usStates.twoWordNames);
const ABBREVIATIONS: ReadonlySet<string> = new Set(usStates.abbreviations);
const INITIALS: ReadonlySet<string> = new Set(usStates.initials);
const POSTAL_CODES: ReadonlySet<string> = new Set(usStates.postalCodes);

/** A state of the USA where it stands. */
export interface UsState {
  /** Folded: "georgia", "ga", "n h". */
  readonly key: string;
  /** The index after its last token. */
  readonly end: number;
}

/**
 * Reads the name, newspaper abbreviation ("Tenn.", "N.H.") or postal code ("TX") of a US state.
 *
 * @param first - the token at which it would begin
 * @returns null when none stands there
 */
export function readUsState(reading: Reading, first: number): UsState | null {
  const token = reading.tokens[first];
  if (token === undefined || token.opensLine || !isCapitalised(token)) return null;
  const { key } = token;
  if (NAMES.has(key)) return { key, end: first + 1 };
  const next = reading.tokens[first + 1];
  if (next === undefined) return null;
  if (isCapitalised(next) && !next.opensLine && TWO_WORD_NAMES.has(`${key} ${next.key}`))
    return { key: `${key} ${next.key}`, end: first + 2 };
  if (next.text === '.' && next.glued) {
    const initial = reading.tokens[first + 2];
    const pair = `${key} ${initial?.key ?? ''}`;
    if (initial?.glued === true && INITIALS.has(pair)) return { key: pair, end: first + 4 };
    if (ABBREVIATIONS.has(key)) return { key, end: first + 2 };
  }
  // "in" and "or" are words, "Ms." is a title: a postal code is two capitals without a full stop of its own.
  return POSTAL_CODES.has(key) && token.text === key.toUpperCase() ? { key, end: first + 1 } : null;
}

/** The state after a comma behind a place's name ("Lebanon, Tenn."), null when none stands there. */
export function stateAfter(reading: Reading, end: number): UsState | null {
  return reading.tokens[end]?.text === ',' ? readUsState(reading, end + 1) : null;
}
