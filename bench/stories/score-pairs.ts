/** How well articles were put together, counted in pairs. */
export interface PairScore {
  /** Pairs that truly belong together. */
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
}

/**
 * Compares two partitions of the same articles, pair by pair.
 *
 * @param truth - of each article, what it truly belongs to
 * @param answer - what it was put into; as long as `truth`
 */
export function scorePairs(truth: readonly string[], answer: readonly string[]): PairScore {
  const both = truth.map((group, index) => `${group}\u0000${answer[index] ?? ''}`);
  return { wanted: countPairs(truth), found: countPairs(answer), right: countPairs(both) };
}

function countPairs(groups: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** Scores of several runs as one. */
export function addScores(scores: readonly PairScore[]): PairScore {
  return scores.reduce(
    (sum, score) => ({
      wanted: sum.wanted + score.wanted,
      found: sum.found + score.found,
      right: sum.right + score.right,
    }),
    { wanted: 0, found: 0, right: 0 },
  );
}

/** Precision, recall and their harmonic mean, each 0 to 1; 1 where there was nothing to find. */
export function ratesOf({ wanted, found, right }: PairScore): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const precision = found === 0 ? 1 : right / found;
  const recall = wanted === 0 ? 1 : right / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
