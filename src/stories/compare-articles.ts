import type { Fingerprint, StoryCandidate, TermWeights } from '../model/story.js';
import { resemblance } from './min-hash.js';

/** What two articles have in common. */
export interface Comparison {
  /** The share of the shorter text that stands in the longer one, estimated: 0 to 1. */
  readonly contained: number;
  /** Terms of both. */
  readonly shared: number;
  readonly sharedWeight: number;
  /** What the terms of the article with fewer weigh together. */
  readonly leastWeight: number;
  /** The share of that weight that the other article has too: 0 to 1. */
  readonly agreement: number;
  /** Of the article with fewer figures: how many it has, and the share of them that the other has too. */
  readonly figures: { readonly least: number; readonly share: number };
  /** Orders candidates: more is more alike. */
  readonly score: number;
}

/** Compares an article with a stored one. */
export function compareArticles(
  article: Fingerprint,
  { byHash, total }: TermWeights,
  candidate: StoryCandidate,
): Comparison {
  const contained = containment(article, candidate);
  const theirs = new Set([...candidate.names, ...candidate.figures]);
  const common = article.terms.filter(({ hash }) => theirs.has(hash));
  const sharedWeight = common.reduce((sum, { hash }) => sum + (byHash.get(hash) ?? 0), 0);
  const leastWeight = Math.min(total, candidate.weight);
  const agreement = leastWeight === 0 ? 0 : Math.min(1, sharedWeight / leastWeight);
  const ownFigures = article.terms.filter(({ group }) => group === 'figure').length;
  const least = Math.min(ownFigures, candidate.figures.length);
  const sharedFigures = common.filter(({ group }) => group === 'figure').length;
  return {
    contained,
    shared: common.length,
    sharedWeight,
    leastWeight,
    agreement,
    figures: { least, share: least === 0 ? 0 : sharedFigures / least },
    score: contained + agreement,
  };
}

/**
 * The share of the smaller set that lies in the larger one, from their resemblance R and sizes a and b: what both hold
 * is R(a + b)/(1 + R) (Broder 1997).
 */
function containment(
  article: Pick<Fingerprint, 'signature' | 'shingles'>,
  candidate: Pick<StoryCandidate, 'signature' | 'shingles'>,
): number {
  const least = Math.min(article.shingles, candidate.shingles);
  if (least === 0) return 0;
  const alike = resemblance(article.signature, candidate.signature);
  const common = (alike * (article.shingles + candidate.shingles)) / (1 + alike);
  return Math.min(1, common / least);
}
