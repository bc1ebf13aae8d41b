import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import type { Reading } from './reading.js';

const TOPIC_WORDS: ReadonlySet<string> = new Set(words.topic);

/**
 * True when the text speaks of attacks on computers at all: only there is a single capitalised word that some group
 * took for its name, or a name of the shape of a vendor's scheme, that group and no surname, place or team.
 */
export function speaksOfAttacks(reading: Reading): boolean {
  return reading.tokens.some((token) => TOPIC_WORDS.has(token.key));
}
