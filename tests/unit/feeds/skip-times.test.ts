import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAllowedTime, nextOpening } from '../../../src/feeds/skip-times.js';

const at = (time: string) => Date.parse(time);
const nights = { skipHours: [22, 23, 0, 1, 2, 3, 4, 5], skipDays: [] };
// 7 and 8 March 2026 are a Saturday and a Sunday.
const weekends = { skipHours: [], skipDays: [0, 6] };

describe('firstAllowedTime', () => {
  it('leaves an allowed time as it is', () => {
    expect(firstAllowedTime(nights, at('2026-03-04T12:34:56Z'))).toBe(at('2026-03-04T12:34:56Z'));
  });

  it('goes to the end of the hours and days to skip', () => {
    expect(firstAllowedTime(nights, at('2026-03-04T23:10:00Z'))).toBe(at('2026-03-05T06:00:00Z'));
    expect(firstAllowedTime(weekends, at('2026-03-07T10:00:00Z'))).toBe(at('2026-03-09T00:00:00Z'));
    const both = { ...nights, skipDays: [0, 6] };
    expect(firstAllowedTime(both, at('2026-03-06T23:00:00Z'))).toBe(at('2026-03-09T06:00:00Z'));
  });

  it('does not believe a feed that skips everything', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(firstAllowedTime({ skipHours: all, skipDays: [] }, 5)).toBe(5);
    expect(firstAllowedTime({ skipHours: [], skipDays: [0, 1, 2, 3, 4, 5, 6] }, 5)).toBe(5);
  });
});

describe('nextOpening', () => {
  it('is where the next hours to skip end', () => {
    expect(nextOpening(nights, at('2026-03-04T12:00:00Z'))).toBe(at('2026-03-05T06:00:00Z'));
    expect(nextOpening(nights, at('2026-03-04T23:30:00Z'))).toBe(at('2026-03-05T06:00:00Z'));
    expect(nextOpening(weekends, at('2026-03-04T12:00:00Z'))).toBe(at('2026-03-09T00:00:00Z'));
  });

  it('is nowhere for a feed that skips nothing, or everything', () => {
    expect(nextOpening({ skipHours: [], skipDays: [] }, 0)).toBeNull();
    expect(nextOpening({ skipHours: [], skipDays: [0, 1, 2, 3, 4, 5, 6] }, 0)).toBeNull();
  });

  it('comes within a week, is allowed, and follows an hour that is not', () => {
    const anySkip = fc.record({
      skipHours: fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 23 }),
      skipDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(anySkip, fc.integer({ min: 0, max: 2e12 }), (skip, timeMs) => {
        const opening = nextOpening(skip, timeMs);
        if (opening === null) return;
        expect(opening - timeMs).toBeLessThanOrEqual(8 * 86_400_000);
        expect(firstAllowedTime(skip, opening)).toBe(opening);
        expect(firstAllowedTime(skip, opening - 1)).toBe(opening);
      }),
    );
  });
});
