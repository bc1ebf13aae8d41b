/** Durations in milliseconds, in brief. */
export interface DurationSummary {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Events in windows of time, in brief. */
export interface SpreadSummary {
  readonly windows: number;
  readonly mean: number;
  readonly max: number;
  /** How far the highest window is above the mean; 0 when there were no events. */
  readonly ratio: number;
}

/** @param durations - milliseconds, in any order */
export function summariseDurations(durations: readonly number[]): DurationSummary {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
  return { count: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** @param counts - events of each window, one after another */
export function summariseSpread(counts: readonly number[]): SpreadSummary {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.length === 0 ? 0 : total / counts.length;
  const max = counts.reduce((highest, count) => Math.max(highest, count), 0);
  return { windows: counts.length, mean, max, ratio: mean === 0 ? 0 : max / mean };
}

/** Adds neighbouring windows up, `size` to one; a rest at the end is left out. */
export function mergeWindows(counts: readonly number[], size: number): number[] {
  return Array.from({ length: Math.floor(counts.length / size) }, (_, index) =>
    counts.slice(index * size, (index + 1) * size).reduce((sum, count) => sum + count, 0),
  );
}
