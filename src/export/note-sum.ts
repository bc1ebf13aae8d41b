import type { ListedSum } from '../model/article-record.js';

/** How a sum is meant, in words: `at least`, `at most` or `about`; `per month`; `converted`, in this order. */
export function noteSum(sum: Pick<ListedSum, 'approx' | 'bound' | 'per' | 'conversionOf'>): string[] {
  const { approx, bound, per, conversionOf } = sum;
  const closeness = bound === null ? (approx ? 'about' : null) : bound === 'min' ? 'at least' : 'at most';
  return [
    ...(closeness === null ? [] : [closeness]),
    ...(per === null ? [] : [`per ${per}`]),
    ...(conversionOf === null ? [] : ['converted']),
  ];
}
