import type { ListedSum } from '../model/article-record.js';

/** The largest of several sums, compared as plain numbers; undefined for none. */
export function largestSum(sums: readonly ListedSum[]): ListedSum | undefined {
  return sums.toSorted((a, b) => Number(b.amount) - Number(a.amount))[0];
}
