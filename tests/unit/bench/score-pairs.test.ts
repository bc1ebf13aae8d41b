import { expect, it } from 'vitest';
import { addScores, ratesOf, scorePairs } from '../../../bench/stories/score-pairs.js';

it('counts pairs that belong together, were put together, and both', () => {
  const score = scorePairs(['a', 'a', 'a', 'b'], ['1', '1', '2', '2']);
  expect(score).toEqual({ wanted: 3, found: 2, right: 1 });
  expect(ratesOf(score)).toEqual({ precision: 0.5, recall: 1 / 3, f1: 0.4 });
  expect(addScores([score, score])).toEqual({ wanted: 6, found: 4, right: 2 });
});

it('is perfect where there was nothing to find', () => {
  expect(ratesOf(scorePairs(['a', 'b'], ['1', '2']))).toEqual({ precision: 1, recall: 1, f1: 1 });
});
