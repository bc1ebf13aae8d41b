import type { Fingerprint, StoryCandidate, StoryChoice, TermWeights } from '../model/story.js';
import { compareArticles, type Comparison } from './compare-articles.js';

/** What makes a text a reprint, measured with `npm run bench -- stories`. */
const REPRINT = {
  /** Of the shorter text so much stands in the longer one. */
  minContained: 0.5,
  /** Of the names and figures, by weight, so much agrees. */
  minAgreement: 0.6,
  /** Of the figures, counted: daily reports name the same names with other figures. */
  minFigures: 0.5,
  /** For texts with hardly a name or figure. */
  minContainedWithoutTerms: 0.8,
} as const;

/** What makes two reports two of one event. A wrong merge is worse than a missed one. */
const RELATED = {
  windowMs: 72 * 3_600_000,
  minAgreement: 0.45,
  /** What is shared weighs as much as four or five names, or three sums. */
  minWeight: 22,
  minShared: 4,
  minFigures: 0.2,
} as const;

/** Fewer figures decide nothing: one is easily left out. */
const MIN_FIGURES_TO_COMPARE = 2;

/** Terms that weigh less tell no event from another. */
const MIN_WEIGHT_TO_COMPARE = 12;

/**
 * Decides to which story an article belongs: to that of the text which it reprints, else to that of the report which
 * shares most with it.
 *
 * @param article - its fingerprint
 * @param weights - of its terms
 * @param candidates - articles that share a key with it, in any order
 * @param at - when the article occurred
 */
export function chooseStory(
  article: Fingerprint,
  weights: TermWeights,
  candidates: readonly StoryCandidate[],
  at: Date,
): StoryChoice {
  const compared = candidates
    .map((candidate) => ({ candidate, comparison: compareArticles(article, weights, candidate) }))
    // The best first; of equals the one that was stored first, so that the order of the rows does not matter.
    .sort((a, b) => b.comparison.score - a.comparison.score || compareIds(a.candidate, b.candidate));
  const original = compared.find(({ comparison }) => isReprint(comparison));
  if (original !== undefined) return { kind: 'reprint', of: original.candidate };
  const related = compared.find(
    ({ candidate, comparison }) => isWithinWindow(candidate, at) && isRelated(comparison),
  );
  return related === undefined ? null : { kind: 'related', to: related.candidate };
}

function compareIds(a: StoryCandidate, b: StoryCandidate): number {
  return a.articleId.length - b.articleId.length || (a.articleId < b.articleId ? -1 : 1);
}

function isReprint({ contained, agreement, leastWeight, figures }: Comparison): boolean {
  if (leastWeight < MIN_WEIGHT_TO_COMPARE) return contained >= REPRINT.minContainedWithoutTerms;
  return (
    contained >= REPRINT.minContained &&
    agreement >= REPRINT.minAgreement &&
    (figures.least < MIN_FIGURES_TO_COMPARE || figures.share >= REPRINT.minFigures)
  );
}

function isRelated({ agreement, sharedWeight, shared, figures }: Comparison): boolean {
  return (
    shared >= RELATED.minShared &&
    sharedWeight >= RELATED.minWeight &&
    agreement >= RELATED.minAgreement &&
    (figures.least <= MIN_FIGURES_TO_COMPARE || figures.share >= RELATED.minFigures)
  );
}

function isWithinWindow({ storyFirstAt, storyLastAt }: StoryCandidate, at: Date): boolean {
  return (
    at.getTime() <= storyLastAt.getTime() + RELATED.windowMs &&
    at.getTime() >= storyFirstAt.getTime() - RELATED.windowMs
  );
}
