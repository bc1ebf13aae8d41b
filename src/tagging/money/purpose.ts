import type { MoneyPurpose } from '../../model/mention.js';
import words from '../gazetteer/money-words.json' with { type: 'json' };
import type { Reading, TokenRange } from '../reading.js';

const PURPOSE_OF: ReadonlyMap<string, MoneyPurpose> = new Map(
  Object.entries(words.purposes).flatMap(([purpose, cues]) =>
    cues.map((cue): [string, MoneyPurpose] => [cue, purpose as MoneyPurpose]),
  ),
);

/** A cue farther than this many tokens away speaks of something else. */
const MAX_CUE_DISTANCE = 14;

/** Words after the sum count a little less: English says what a sum is for before it more often. */
const AFTER_PENALTY = 1;

/**
 * What a sum was for, by the nearest word of its sentence that tells.
 *
 * @returns `other` when no word does
 */
export function findPurpose(reading: Reading, range: TokenRange): MoneyPurpose {
  const sentence = reading.sentences[reading.sentenceOf[range.first] ?? 0];
  if (sentence === undefined) return 'other';
  let best: MoneyPurpose = 'other';
  let bestDistance = MAX_CUE_DISTANCE + 1;
  const from = Math.max(sentence.first, range.first - MAX_CUE_DISTANCE);
  const to = Math.min(sentence.end, range.end + MAX_CUE_DISTANCE);
  for (let i = from; i < to; i++) {
    if (i >= range.first && i < range.end) continue;
    const purpose = PURPOSE_OF.get(reading.tokens[i]?.key ?? '');
    if (purpose === undefined) continue;
    const distance = i < range.first ? range.first - i : i - range.end + 1 + AFTER_PENALTY;
    if (distance < bestDistance) {
      best = purpose;
      bestDistance = distance;
    }
  }
  return best;
}
