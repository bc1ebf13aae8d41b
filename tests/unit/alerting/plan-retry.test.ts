import { describe, expect, it } from 'vitest';
import { planRetry } from '../../../src/alerting/plan-retry.js';

const START = new Date('2026-03-01T09:00:00Z');
const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(START.getTime() + ms);

/** How long a message waits after a try, in milliseconds. */
function waitMs(attempts: number, sinceStartMs = 0, retryAfterMs: number | null = null, random = 0) {
  const now = after(sinceStartMs);
  const next = planRetry({ startedAt: START, attempts, retryAfterMs }, now, 2_000, random);
  return next === null ? null : next.getTime() - now.getTime();
}

describe('planRetry', () => {
  it('doubles up to an hour', () => {
    expect([1, 2, 3, 4].map((attempts) => waitMs(attempts))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(waitMs(11)).toBe(2_048_000);
    expect([12, 30, 1_000].map((attempts) => waitMs(attempts))).toEqual([HOUR_MS, HOUR_MS, HOUR_MS]);
  });

  it('takes up to half off at random', () => {
    expect(waitMs(3, 0, null, 0.5)).toBe(6_000);
    expect(waitMs(3, 0, null, 1)).toBe(4_000);
  });

  it('comes back when the receiver said', () => {
    expect(waitMs(1, 0, 90_000, 1)).toBe(90_000);
    expect(waitMs(1, 0, 0)).toBe(0);
  });

  it('tries a last time a day after the first, and then no more', () => {
    expect(waitMs(30, 23.5 * HOUR_MS)).toBe(HOUR_MS / 2);
    expect(waitMs(1, HOUR_MS, 48 * HOUR_MS)).toBe(23 * HOUR_MS);
    expect(waitMs(31, 24 * HOUR_MS)).toBeNull();
    expect(waitMs(31, 25 * HOUR_MS, 5)).toBeNull();
  });
});
