import type { MoneyPurpose } from '../../model/mention.js';
import words from '../gazetteer/money-words.json' with { type: 'json' };
import type { Reading, TokenRange } from '../reading.js';

interface Cue {
  readonly purpose: MoneyPurpose;
  /** Tokens that it is nearer for being plain: "ransom" tells more than "demanded". */
  readonly handicap: number;
}

/** A strong cue wins over a weak one that is up to this many tokens nearer. */
const WEAK_HANDICAP = 6;
/** A cue farther than this many tokens away speaks of something else. */
const MAX_CUE_DISTANCE = 16;
/** Words after the sum count a little less: English says what a sum is for before it more often. */
const AFTER_PENALTY = 1;
/** What stands behind a comma or in another half of the sentence is that much farther. */
const CLAUSE_PENALTY = 4;
const CLAUSE_ENDS: ReadonlySet<string> = new Set([',', ';', ':', 'while', 'but', 'whereas']);

const CUES: ReadonlyMap<string, Cue> = readCues();

function readCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const [purpose, { strong, weak }] of Object.entries(words.purposes)) {
    for (const word of weak) cues.set(word, { purpose: purpose as MoneyPurpose, handicap: WEAK_HANDICAP });
    for (const word of strong) cues.set(word, { purpose: purpose as MoneyPurpose, handicap: 0 });
  }
  return cues;
}

/**
 * What a sum was for, by the nearest word of its sentence that tells.
 *
 * @returns `other` when no word does
 */
export function findPurpose(reading: Reading, range: TokenRange): MoneyPurpose {
  const sentence = reading.sentences[reading.sentenceOf[range.first] ?? 0];
  if (sentence === undefined) return 'other';
  const before = nearestCue(
    reading,
    range.first - 1,
    Math.max(sentence.first, range.first - MAX_CUE_DISTANCE),
  );
  const after = nearestCue(reading, range.end, Math.min(sentence.end, range.end + MAX_CUE_DISTANCE) - 1);
  if (after !== null && (before === null || after.distance + AFTER_PENALTY < before.distance))
    return after.purpose;
  return before?.purpose ?? 'other';
}

// From the sum outwards, towards `last`.
function nearestCue(
  reading: Reading,
  first: number,
  last: number,
): { purpose: MoneyPurpose; distance: number } | null {
  const step = last < first ? -1 : 1;
  let best: { purpose: MoneyPurpose; distance: number } | null = null;
  let penalty = 0;
  for (let i = first; step > 0 ? i <= last : i >= last; i += step) {
    const key = reading.tokens[i]?.key ?? '';
    if (CLAUSE_ENDS.has(key)) penalty += CLAUSE_PENALTY;
    const cue = CUES.get(key);
    if (cue === undefined) continue;
    const distance = Math.abs(i - first) + 1 + penalty + cue.handicap;
    if (best === null || distance < best.distance) best = { purpose: cue.purpose, distance };
  }
  return best;
}
