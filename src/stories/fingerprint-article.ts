import type { Tags } from '../model/mention.js';
import type { Fingerprint } from '../model/story.js';
import { bandKeys } from './band-keys.js';
import { minHash } from './min-hash.js';
import { publisherFamily } from './publisher-family.js';
import { shinglesOf } from './shingles.js';
import { splitWords } from './split-words.js';
import { storyTerms } from './story-terms.js';
import { wireCredit } from './wire-credit.js';

/** An article to compare with others. */
export interface ArticleToCompare {
  readonly url: string;
  readonly byline: string | null;
  readonly text: string;
  readonly tags: Tags;
}

/** Keys of the whole text. */
const TEXT_BANDS = 32;
const TEXT_SEED = 1;

/**
 * The beginning has keys of its own, so that a copy of the first paragraphs is found although it resembles the whole
 * text little.
 */
const LEAD_WORDS = 100;
const LEAD_BANDS = 8;
const LEAD_SEED = 2;

/** Reads what an article is compared by. Time is linear in the text's length: 0.5 ms for a usual report. */
export function fingerprintArticle({ url, byline, text, tags }: ArticleToCompare): Fingerprint {
  const words = splitWords(text);
  const shingles = shinglesOf(words);
  const signature = minHash(shingles);
  const lead = minHash(shinglesOf(words.slice(0, LEAD_WORDS)));
  const publisher = publisherFamily(url);
  const textKeys = [...bandKeys(signature, TEXT_BANDS, TEXT_SEED), ...bandKeys(lead, LEAD_BANDS, LEAD_SEED)];
  return {
    publisher,
    voice: wireCredit({ byline, text }) ?? publisher,
    signature: [...signature],
    textKeys: shingles.size === 0 ? [] : textKeys,
    shingles: shingles.size,
    terms: storyTerms(text, tags),
  };
}
