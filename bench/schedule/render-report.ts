import type { PhaseReport, ScheduleReport } from './schedule-report.js';
import type { DurationSummary, SpreadSummary } from './summarise.js';

const PHASE_NAMES: Readonly<Record<PhaseReport['phase'], string>> = {
  import: 'the hour of the import',
  steady: 'the days after it',
  outage: 'the hour after 12 hours of standstill',
};

const BARS = '▁▂▃▄▅▆▇█';

/** The report for a person. */
export function renderReport(report: ScheduleReport): string {
  return [
    `${report.feeds} feeds on ${report.hosts} hosts, the largest with ${report.largestHost}; imported in ${report.importSeconds.toFixed(1)} s`,
    ...report.phases.flatMap(renderPhase),
    `polls by hour, from the second hour on: ${renderBars(report.pollsByHour)}`,
    'polls per feed and day',
    ...report.kinds.map(
      ({ kind, feeds, pollsPerFeedAndDay }) =>
        `  ${kind.padEnd(14)} ${pollsPerFeedAndDay.toFixed(1).padStart(6)}  (${feeds} feeds)`,
    ),
    `polls over HTTP and into the tables: ${renderDurations(report.realPollMs)}`,
    `${report.seconds.toFixed(0)} s in all`,
  ].join('\n');
}

function renderPhase(phase: PhaseReport): string[] {
  return [
    `${PHASE_NAMES[phase.phase]}: ${phase.polls} polls`,
    `  tick: ${renderDurations(phase.tickMs)}; ${phase.slowTicks} over the target`,
    `  a statement that does nothing: ${renderDurations(phase.roundTripMs)}`,
    `  polls per minute: ${renderSpread(phase.pollsPerMinute)} (${phase.peakAtHour.toFixed(1)} h after its beginning)`,
    `  polls per 10 s: ${renderSpread(phase.pollsPerTenSeconds)}`,
  ];
}

function renderDurations({ count, median, p95, p99, max }: DurationSummary): string {
  const [mid, most, nearlyAll, slowest] = [median, p95, p99, max].map((ms) => ms.toFixed(1));
  return `median ${mid} ms, 95 % ${most} ms, 99 % ${nearlyAll} ms, max ${slowest} ms of ${count}`;
}

function renderSpread({ mean, max, ratio }: SpreadSummary): string {
  return `mean ${mean.toFixed(1)}, max ${max}, max/mean ${ratio.toFixed(2)}`;
}

function renderBars(counts: readonly number[]): string {
  const highest = counts.reduce((a, b) => Math.max(a, b), 1);
  return counts.map((count) => BARS[Math.round((count / highest) * (BARS.length - 1))] ?? '').join('');
}
