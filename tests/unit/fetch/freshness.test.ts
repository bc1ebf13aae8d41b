import { expect, test } from 'vitest';
import { freshForMs } from '../../../src/fetch/freshness.js';

const NOW = Date.UTC(2025, 5, 2, 10, 0, 0);
const HOUR_MS = 3_600_000;

function freshFor(headers: Record<string, string>): number | null {
  return freshForMs(new Map(Object.entries(headers)), NOW);
}

test.each<[Record<string, string>, number | null]>([
  [{}, null],
  [{ 'cache-control': 'public' }, null],
  [{ 'cache-control': 'max-age=3600' }, HOUR_MS],
  [{ 'cache-control': 'Public,MAX-AGE = "3600", immutable' }, HOUR_MS],
  [{ 'cache-control': 's-maxage=9, max-age=3600', age: '600' }, HOUR_MS - 600_000],
  [{ 'cache-control': 'max-age=60', age: '600' }, 0],
  [{ 'cache-control': 'max-age=60', age: 'old' }, 60_000],
  [{ 'cache-control': 's-maxage=3600' }, null],
  [{ 'cache-control': 'max-age=0' }, 0],
  [{ 'cache-control': 'max-age=-1' }, 0],
  [{ 'cache-control': 'max-age=soon' }, 0],
  [{ 'cache-control': 'max-age=60, max-age=3600' }, 60_000],
  [{ 'cache-control': 'max-age=99999999999999999999' }, 2 ** 31 * 1000],
  [{ 'cache-control': 'no-cache, max-age=3600' }, 0],
  [{ 'cache-control': 'max-age=3600, No-Store' }, 0],
  [{ 'cache-control': 'no-cache="set-cookie, max-age=5", max-age=3600' }, HOUR_MS],
  [{ expires: 'Mon, 02 Jun 2025 11:00:00 GMT' }, HOUR_MS],
  [{ expires: 'Mon, 02 Jun 2025 11:00:00 GMT', date: 'Mon, 02 Jun 2025 10:30:00 GMT' }, HOUR_MS / 2],
  [{ expires: 'Mon, 02 Jun 2025 09:00:00 GMT' }, 0],
  [{ expires: '0' }, 0],
  [{ expires: 'Mon, 02 Jun 2025 11:00:00 GMT', 'cache-control': 'max-age=60' }, 60_000],
])('%j is fresh for %s ms', (headers, ms) => {
  expect(freshFor(headers)).toBe(ms);
});

test('takes linear time on a hostile header', () => {
  expect(freshFor({ 'cache-control': `max-age${' '.repeat(60_000)}x` })).toBe(0);
});
