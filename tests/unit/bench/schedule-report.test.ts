import { describe, expect, it } from 'vitest';
import {
  findMissedTargets,
  type PhaseReport,
  type ScheduleReport,
} from '../../../bench/schedule/schedule-report.js';
import { mergeWindows, summariseDurations, summariseSpread } from '../../../bench/schedule/summarise.js';

const phase = (name: PhaseReport['phase'], tickMs: number[], perMinute: number[]): PhaseReport => ({
  phase: name,
  hours: 1,
  polls: 0,
  tickMs: summariseDurations(tickMs),
  roundTripMs: summariseDurations([]),
  slowTicks: 0,
  pollsPerMinute: summariseSpread(perMinute),
  peakAtHour: 0,
  pollsPerTenSeconds: summariseSpread([]),
});
const report = (...phases: PhaseReport[]): ScheduleReport => ({
  feeds: 1,
  hosts: 1,
  largestHost: 1,
  days: 1,
  importSeconds: 1,
  phases,
  pollsByHour: [],
  kinds: [],
  realPollMs: summariseDurations([]),
  seconds: 1,
});
const QUICK = new Array<number>(1_000).fill(3);

describe('findMissedTargets', () => {
  it('is content with quick ticks and even minutes', () => {
    expect(findMissedTargets(report(phase('steady', [...QUICK, 90], [100, 190, 100])))).toEqual([]);
  });

  it('names slow ticks of any phase', () => {
    const slow = [...QUICK.slice(0, 900), ...new Array<number>(100).fill(21)];
    expect(findMissedTargets(report(phase('outage', slow, [])))).toEqual([
      'outage: 1 of 100 ticks took more than 21.0 ms, which is over 20',
    ]);
  });

  it('names a peak of the days, not the import nor chance among few polls', () => {
    const peaked = [50, 50, 50, 350];
    expect(findMissedTargets(report(phase('steady', QUICK, peaked)))).toEqual([
      'steady: the highest minute has 2.80 times the polls of the mean, which is over 2',
    ]);
    expect(findMissedTargets(report(phase('import', QUICK, peaked)))).toEqual([]);
    expect(findMissedTargets(report(phase('steady', QUICK, [0, 1, 0, 5])))).toEqual([]);
  });
});

describe('summaries', () => {
  it('take percentiles of durations and windows of counts', () => {
    const durations = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(summariseDurations(durations)).toEqual({ count: 100, median: 51, p95: 96, p99: 100, max: 100 });
    expect(summariseSpread(mergeWindows([1, 2, 3, 4, 9], 2))).toEqual({
      windows: 2,
      mean: 5,
      max: 7,
      ratio: 1.4,
    });
    expect(summariseSpread([])).toEqual({ windows: 0, mean: 0, max: 0, ratio: 0 });
  });
});
