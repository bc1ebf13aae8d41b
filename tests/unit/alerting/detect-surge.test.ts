import { describe, expect, it } from 'vitest';
import { judgeSurge } from '../../../src/alerting/detect-surge.js';

/** Mulberry32: the same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface History {
  readonly rate: number;
  /** Whether the rate of a day is drawn from an exponential distribution. */
  readonly isBunched?: boolean;
  readonly hasWeekends?: boolean;
}

/** Lets stories come at random for so many days and asks at each, as tagging does. @returns days with an alarm */
function countAlarms(history: History, days: number): number {
  const random = createRandom(7);
  const exponential = () => -Math.log(1 - random());
  const times: number[] = [];
  let alarms = 0;
  let lastAlarm = -Infinity;
  for (let day = 0; day < days; day += 1) {
    const weekend = history.hasWeekends === true && day % 7 > 4 ? 0.3 : 1;
    const rate = history.rate * weekend * (history.isBunched === true ? exponential() : 1);
    for (let at = exponential() / rate; at < 1; at += exponential() / rate) {
      times.push(day + at);
      if (day < 31 || day + at - lastAlarm < 1 || !isSurge(times, day + at)) continue;
      alarms += 1;
      lastAlarm = day + at;
    }
  }
  return alarms;
}

function isSurge(times: readonly number[], now: number): boolean {
  const counts = new Array<number>(31).fill(0);
  for (let index = times.length - 1; index >= 0; index -= 1) {
    const age = Math.floor(now - (times[index] ?? 0));
    if (age > 30) break;
    counts[age] = (counts[age] ?? 0) + 1;
  }
  return judgeSurge(counts[0] ?? 0, counts.slice(1)).isSurge;
}

describe('judgeSurge', () => {
  it.each([0.05, 0.3, 1, 3, 10])('is quiet for 10,000 ordinary days of %d stories', (rate) => {
    expect(countAlarms({ rate }, 10_000)).toBeLessThanOrEqual(1);
    expect(countAlarms({ rate, hasWeekends: true }, 10_000)).toBeLessThanOrEqual(1);
  });

  it.each([0.05, 0.3, 1, 3, 10])(
    'errs on at most 36 of 10,000 days of %d stories that come in bunches',
    (rate) => {
      expect(countAlarms({ rate, isBunched: true }, 10_000)).toBeLessThanOrEqual(36);
    },
  );

  const every = (days: number) => Array.from({ length: 30 }, (_, day) => (day % days === 0 ? 1 : 0));
  it.each([
    ['never mentioned', new Array<number>(30).fill(0), 5],
    ['of a story every three days', every(3), 8],
    ['of a story a day', every(1), 11],
    ['of ten stories a day', new Array<number>(30).fill(10), 30],
  ])('finds a surge of an actor %s from so many stories on', (_, before, fewest) => {
    expect(judgeSurge(fewest - 1, before).isSurge).toBe(false);
    expect(judgeSurge(fewest, before).isSurge).toBe(true);
    expect(judgeSurge(fewest * 3, before).isSurge).toBe(true);
  });

  it('says nothing of a history that is too short, or of few stories', () => {
    expect(judgeSurge(40, [0, 0, 0, 0, 0, 0]).isSurge).toBe(false);
    expect(judgeSurge(40, []).isSurge).toBe(false);
    expect(judgeSurge(4, new Array<number>(30).fill(0)).isSurge).toBe(false);
  });

  it('judges thousands of stories a day as well', () => {
    const busy = Array.from({ length: 30 }, (_, day) => 5_000 + (day % 3) * 100);
    expect(judgeSurge(5_200, busy)).toMatchObject({ isSurge: false });
    expect(judgeSurge(6_000, busy).isSurge).toBe(true);
    expect(judgeSurge(5_100, busy).chance).toBeGreaterThan(0.3);
  });
});
