import type { DurationSummary, SpreadSummary } from './summarise.js';

/** What happened in one stretch of simulated time. */
export interface PhaseReport {
  /** The hour of the import; the days after it; the hour after a standstill. */
  readonly phase: 'import' | 'steady' | 'outage';
  readonly hours: number;
  readonly polls: number;
  readonly tickMs: DurationSummary;
  /** A statement that does nothing: what the machine's other work costs. */
  readonly roundTripMs: DurationSummary;
  /** Ticks that took longer than the target. */
  readonly slowTicks: number;
  readonly pollsPerMinute: SpreadSummary;
  /** The highest minute, in hours since the beginning of the phase. */
  readonly peakAtHour: number;
  readonly pollsPerTenSeconds: SpreadSummary;
}

/** What the bench found. */
export interface ScheduleReport {
  readonly feeds: number;
  readonly hosts: number;
  /** Feeds of the host that has most. */
  readonly largestHost: number;
  readonly days: number;
  readonly importSeconds: number;
  readonly phases: readonly PhaseReport[];
  /** Polls of each hour of the steady phase. */
  readonly pollsByHour: readonly number[];
  readonly kinds: readonly {
    readonly kind: string;
    readonly feeds: number;
    readonly pollsPerFeedAndDay: number;
  }[];
  /** Polls that went over HTTP and into the tables. */
  readonly realPollMs: DurationSummary;
  readonly seconds: number;
}

/** What picking the due feeds may take, in milliseconds. */
export const TICK_TARGET_MS = 20;

/** How far the highest minute may be above the mean. */
const SPREAD_TARGET = 2;

/** With fewer polls a minute, chance alone makes such peaks. */
const FEWEST_POLLS_PER_MINUTE = 50;

/**
 * Judges a report. A machine that does other work as well stops a process for longer than a tick takes, so the 99th
 * percentile counts, and not the slowest tick.
 *
 * @returns each target that was missed, in words
 */
export function findMissedTargets({ phases }: ScheduleReport): string[] {
  const slow = phases
    .filter(({ tickMs }) => tickMs.p99 > TICK_TARGET_MS)
    .map(
      ({ phase, tickMs }) =>
        `${phase}: 1 of 100 ticks took more than ${tickMs.p99.toFixed(1)} ms, which is over ${TICK_TARGET_MS}`,
    );
  const peaked = phases
    .filter(({ phase, pollsPerMinute: { mean } }) => phase === 'steady' && mean >= FEWEST_POLLS_PER_MINUTE)
    .filter(({ pollsPerMinute: { ratio } }) => ratio > SPREAD_TARGET)
    .map(
      ({ phase, pollsPerMinute: { ratio } }) =>
        `${phase}: the highest minute has ${ratio.toFixed(2)} times the polls of the mean, which is over ${SPREAD_TARGET}`,
    );
  return [...slow, ...peaked];
}
