import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRhythm } from '../../../src/feeds/publishing-rhythm.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = new Date('2026-03-04T12:00:00Z');
const nowMs = now.getTime();

const iso = (timeMs: number) => new Date(timeMs).toISOString();
/** Every day at these hours (UTC), for so many days until now. */
const dailyAt = (hours: readonly number[], days: number): string[] =>
  Array.from({ length: days }, (_, day) =>
    hours.map((hour) => Math.floor(nowMs / DAY - day) * DAY + hour * HOUR + HOUR / 2),
  )
    .flat()
    .filter((timeMs) => timeMs <= nowMs)
    .map(iso);

describe('readRhythm', () => {
  it('has nothing to go by without items of the last six weeks', () => {
    expect(readRhythm([], now)).toBeNull();
    expect(readRhythm([iso(nowMs - 43 * DAY), iso(nowMs + HOUR), 'never'], now)).toBeNull();
  });

  it('expects over a week what came in a week', () => {
    for (const hours of [[8], [8, 12, 16], [0, 3, 6, 9, 12, 15, 18, 21]]) {
      const rhythm = readRhythm(dailyAt(hours, 28), now);
      const perWeek = rhythm?.expectedBetween(nowMs, nowMs + 7 * DAY) ?? 0;
      expect(perWeek).toBeGreaterThan(0.8 * 7 * hours.length);
      expect(perWeek).toBeLessThan(1.25 * 7 * hours.length);
    }
  });

  it('expects it when it came', () => {
    const rhythm = readRhythm(dailyAt([8], 28), now);
    const tomorrow = Math.floor(nowMs / DAY + 1) * DAY;
    const morning = rhythm?.expectedBetween(tomorrow + 7 * HOUR, tomorrow + 10 * HOUR) ?? 0;
    const evening = rhythm?.expectedBetween(tomorrow + 18 * HOUR, tomorrow + 21 * HOUR) ?? 0;
    expect(morning).toBeGreaterThan(8 * evening);
  });

  it('tells working days from weekends', () => {
    const workdays = dailyAt([9, 13, 17], 42).filter((time) => new Date(time).getUTCDay() % 6 !== 0);
    const rhythm = readRhythm(workdays, now);
    const on = (date: string) =>
      rhythm?.expectedBetween(Date.parse(date), Date.parse(date) + DAY) ?? Number.NaN;
    expect(on('2026-03-06')).toBeGreaterThan(2 * on('2026-03-07'));
  });

  it('does not take one burst for a busy feed', () => {
    const burst = Array.from({ length: 20 }, (_, index) => iso(nowMs - HOUR + index * 1_000));
    const perDay = readRhythm(burst, now)?.expectedBetween(nowMs, nowMs + DAY) ?? 0;
    expect(perDay).toBeLessThan(1.5);
  });

  it('knows a fast feed from a window of two hours', () => {
    const fast = Array.from({ length: 20 }, (_, index) => iso(nowMs - index * 6 * 60_000));
    const next = readRhythm(fast, now)?.whenExpected(1, nowMs, nowMs + DAY) ?? 0;
    expect(next - nowMs).toBeLessThan(20 * 60_000);
  });

  it('finds the moment by which so much is expected', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 * DAY }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        (ages, count) => {
          const rhythm = readRhythm(
            ages.map((age) => iso(nowMs - age)),
            now,
          );
          const at = rhythm?.whenExpected(count, nowMs, nowMs + 14 * DAY) ?? 0;
          const expected = rhythm?.expectedBetween(nowMs, at) ?? 0;
          expect(at).toBeGreaterThanOrEqual(nowMs);
          if (at < nowMs + 14 * DAY) expect(expected).toBeCloseTo(count, 3);
          else expect(expected).toBeLessThanOrEqual(count + 1e-6);
        },
      ),
    );
  });
});
