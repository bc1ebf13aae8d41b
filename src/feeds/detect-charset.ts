import iconv from 'iconv-lite';
import { MULTI_BYTE_PROFILES, SINGLE_BYTE_PROFILES, type CharsetProfile } from './charset-profiles.js';

/** Enough running text to tell; more only costs time. */
const SAMPLE_BYTES = 60_000;

/** What a text in the right encoding scores at least; below it windows-1252 is the best guess. */
const MIN_SCORE = 0.25;

const FALLBACK = 'windows-1252';

/**
 * Guesses the encoding of a text that is not UTF-8 and has no usable label: decodes a sample in every
 * candidate and takes the one whose characters beyond ASCII look most like a language.
 *
 * @param body - bytes with some above 127
 * @returns a name that iconv-lite knows
 */
export function detectCharset(body: Uint8Array): string {
  const sample = body.subarray(0, SAMPLE_BYTES);
  let best = { charset: FALLBACK, score: MIN_SCORE };
  for (const profile of [...MULTI_BYTE_PROFILES, ...SINGLE_BYTE_PROFILES]) {
    const isMultiByte = MULTI_BYTE_PROFILES.includes(profile);
    const weights = weightsOf(profile);
    for (const charset of profile.charsets) {
      const text = iconv.decode(sample, charset);
      const score = scoreText(text, weights) + (isMultiByte ? structureBonus(text) : 0);
      if (score > best.score) best = { charset, score };
    }
  }
  return best.charset;
}

/** Frequent letters weigh 1, rare ones 0.5; capitals a little less than their small letters. */
function weightsOf(profile: CharsetProfile): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const letters = Array.from(profile.letters);
  for (const [rank, letter] of letters.entries()) {
    const weight = 1 - (0.5 * rank) / letters.length;
    const capital = letter.toUpperCase();
    if (!weights.has(capital)) weights.set(capital, 0.7 * weight);
    weights.set(letter, weight);
  }
  return weights;
}

/** The mean weight of the characters beyond ASCII, less what a real text would not contain. */
function scoreText(text: string, weights: ReadonlyMap<string, number>): number {
  let total = 0;
  let count = 0;
  let previous = '';
  for (const character of text) {
    if (character > '\u007f' && !/\s/.test(character)) {
      count += 1;
      total += weights.get(character) ?? penaltyOf(character);
      // A capital after a small letter is how koi8-r and windows-1251 look in each other's place.
      if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(previous)) total -= 0.5;
    }
    previous = character;
  }
  return count === 0 ? 0 : total / count;
}

/**
 * Letters of an alphabet come in runs of any length; read as pairs of bytes some run always breaks. A
 * text without a break is hardly anything but the multi-byte encoding it was read in.
 */
function structureBonus(text: string): number {
  return text.slice(0, -1).includes('\ufffd') ? 0 : 0.5;
}

/** Characters of no profile: other letters are a little unlikely, symbols and holes are a bad sign. */
function penaltyOf(character: string): number {
  if (character === '\ufffd' || /[\p{Cc}\p{Co}\p{Cn}]/u.test(character)) return -2;
  if (/[‘’“”„«»–—…•€©®™、。，「」・：？！（）《》ー]/.test(character)) return 0.3;
  // Half-width katakana are what single bytes look like in Shift_JIS.
  if (character >= '\uff61' && character <= '\uff9f') return -1;
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(character)) return 0.2;
  return /\p{L}/u.test(character) ? 0 : -0.4;
}
