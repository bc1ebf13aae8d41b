import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../src/queue/backoff.js';
import { MAX_BACKOFF_MS } from '../../../src/queue/topology.js';

const anyAttempt = fc.integer({ min: 1, max: 10_000 });
const anyBaseMs = fc.integer({ min: 10, max: 3_600_000 });
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('backoffMs', () => {
  it('doubles from try to try, up to an hour', () => {
    const waits = [1, 2, 3, 10, 11, 12, 34].map((attempt) => backoffMs(attempt, 2_000, 0));
    expect(waits).toEqual([2_000, 4_000, 8_000, 1_024_000, 2_048_000, 3_600_000, 3_600_000]);
  });

  it('takes off up to a half at random', () => {
    expect(backoffMs(3, 2_000, 0.5)).toBe(6_000);
    expect(backoffMs(3, 2_000, 1)).toBe(4_000);
  });

  it('is a whole number between half the ceiling and the ceiling', () => {
    fc.assert(
      fc.property(anyAttempt, anyBaseMs, anyRandom, (attempt, baseMs, random) => {
        const ceiling = backoffMs(attempt, baseMs, 0);
        const wait = backoffMs(attempt, baseMs, random);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(Math.floor(ceiling / 2));
        expect(wait).toBeLessThanOrEqual(ceiling);
        expect(ceiling).toBeLessThanOrEqual(MAX_BACKOFF_MS);
        expect(ceiling).toBeGreaterThanOrEqual(baseMs);
      }),
    );
  });

  it('has a ceiling that never falls from try to try', () => {
    fc.assert(
      fc.property(anyAttempt, anyBaseMs, anyRandom, (attempt, baseMs, random) => {
        expect(backoffMs(attempt + 1, baseMs, random)).toBeGreaterThanOrEqual(
          backoffMs(attempt, baseMs, random),
        );
      }),
    );
  });
});
