import type { ListedSum } from '../model/article-record.js';

/** The largest of several sums, compared as plain numbers; undefined for none. A conversion says the same sum again. */
export function largestSum(sums: readonly ListedSum[]): ListedSum | undefined {
  return sums
    .filter((sum) => sum.conversionOf === null)
    .sort((a, b) => Number(b.amount) - Number(a.amount))[0];
}
