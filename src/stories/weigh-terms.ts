import type { StoryTerm, TermCounts, TermWeights } from '../model/story.js';
import { hashNumbers } from './hash-text.js';

/** The guesses of `storyTerms` count like so many articles, so that a young archive does not take all for rare. */
const PRIOR_ARTICLES = 2_000;

/** Terms under which an article can be found by what it is about. */
const KEY_TERMS = 10;

/** Lighter terms lead to too many articles: less than one in 60 must hold it. */
const MIN_KEY_WEIGHT = Math.log(60);

/** Apart from the keys of texts. */
const KEY_SEED = 3;

/**
 * Weighs terms by how rare they are: the inverse document frequency (Spärck Jones, "A statistical interpretation of
 * term specificity", 1972), with the guessed shares as articles counted before.
 */
export function weighTerms(terms: readonly StoryTerm[], counts: TermCounts): TermWeights {
  const byHash = new Map(
    terms.map(({ hash, prior }) => {
      const holding = (counts.byHash.get(hash) ?? 0) + prior * PRIOR_ARTICLES;
      return [hash, Math.max(0, Math.log((counts.articles + PRIOR_ARTICLES) / holding))];
    }),
  );
  return { byHash, total: [...byHash.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** Keys of the rarest terms; two reports of one event share some. */
export function termKeys({ byHash }: TermWeights): number[] {
  return [...byHash]
    .filter(([, weight]) => weight >= MIN_KEY_WEIGHT)
    .sort(([hash, weight], [otherHash, otherWeight]) => otherWeight - weight || hash - otherHash)
    .slice(0, KEY_TERMS)
    .map(([hash]) => hashNumbers([hash], KEY_SEED));
}
