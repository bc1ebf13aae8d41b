import { expect, test } from 'vitest';
import { parseRetryAfterMs } from '../../../src/fetch/retry-after.js';

const NOW = Date.UTC(2025, 5, 2, 10, 0, 0);
const DAY_MS = 86_400_000;

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['99999999999999999999', DAY_MS],
  ['Mon, 02 Jun 2025 10:10:00 GMT', 600_000],
  ['mon, 02 jun 2025 10:10:00 gmt', 600_000],
  ['Monday, 02-Jun-25 10:00:30 GMT', 30_000],
  ['Mon Jun  2 10:01:00 2025', 60_000],
  ['Mon, 02 Jun 2025 09:00:00 GMT', 0],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
  ['Mon, 02 Jun 2031 09:00:00 GMT', DAY_MS],
])('%j waits %i ms', (value, waitMs) => {
  expect(parseRetryAfterMs(value, NOW)).toBe(waitMs);
});

test.each([
  '',
  'soon',
  'soon 1',
  '-5',
  '1.5',
  '1e3',
  'Mon, 02 Foo 2025 10:10:00 GMT',
  '2025-06-02',
  null,
  undefined,
])('%j means nothing', (value) => {
  expect(parseRetryAfterMs(value, NOW)).toBeNull();
});
