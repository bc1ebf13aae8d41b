import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaseTimes, retryTime } from '../../../src/websub/subscription-times.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('leaseTimes', () => {
  it('renews before the end, with time for retries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 10_000_000 }), random, (leaseSeconds, chance) => {
        const { leaseEndsAt, renewAt } = leaseTimes(NOW, leaseSeconds, chance);
        expect(renewAt.getTime()).toBeGreaterThan(NOW.getTime());
        expect(renewAt.getTime()).toBeLessThan(leaseEndsAt.getTime());
      }),
    );
    const { leaseEndsAt, renewAt } = leaseTimes(NOW, 864_000, 1);
    expect(leaseEndsAt).toEqual(new Date('2026-03-11T12:00:00Z'));
    expect(leaseEndsAt.getTime() - renewAt.getTime()).toBeGreaterThanOrEqual(2 * DAY_MS);
  });

  it('spreads renewals', () => {
    const first = leaseTimes(NOW, 864_000, 0).renewAt.getTime();
    const last = leaseTimes(NOW, 864_000, 1).renewAt.getTime();
    expect(last - first).toBeGreaterThan(DAY_MS);
  });

  it('lets no hub make us ask all the time', () => {
    expect(leaseTimes(NOW, 1, 0).renewAt.getTime() - NOW.getTime()).toBe(MINUTE_MS);
  });

  it('believes in no lease for ever', () => {
    expect(leaseTimes(NOW, 9_999_999_999, 0).leaseEndsAt.getTime() - NOW.getTime()).toBe(90 * DAY_MS);
  });
});

describe('retryTime', () => {
  const pause = (failures: number, chance = 0) => retryTime(NOW, failures, chance).getTime() - NOW.getTime();

  it('doubles from ten minutes to a day', () => {
    expect([1, 2, 3, 4].map((failures) => pause(failures) / MINUTE_MS)).toEqual([10, 20, 40, 80]);
    expect(pause(9)).toBe(DAY_MS);
    expect(pause(10_000)).toBe(DAY_MS);
  });

  it('takes up to a tenth off, so that those who failed together part', () => {
    expect(pause(1, 1)).toBe(9 * MINUTE_MS);
    expect(pause(20, 1)).toBe(0.9 * DAY_MS);
  });
});
