import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the process counts, in Prometheus' terms. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Seconds; fetches take from a millisecond on loopback to the 30 s limit. */
const DURATION_BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Makes a registry of its own, so that several apps can live in one process. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    stageOutcomes: new Counter({
      name: 'wirewatch_stage_outcomes_total',
      help: 'Finished work by stage and named outcome',
      labelNames: ['stage', 'outcome'],
      registers: [registry],
    }),
    stageFailures: new Counter({
      name: 'wirewatch_stage_failures_total',
      help: 'Failed attempts by stage, error code and what was decided',
      labelNames: ['stage', 'code', 'decision'],
      registers: [registry],
    }),
    stageSeconds: new Histogram({
      name: 'wirewatch_stage_seconds',
      help: 'Time of one piece of work by stage',
      labelNames: ['stage'],
      buckets: DURATION_BUCKETS,
      registers: [registry],
    }),
    pending: new Gauge({
      name: 'wirewatch_pending',
      help: 'Work that waits, by stage, as of the last look',
      labelNames: ['stage'],
      registers: [registry],
    }),
  };
}
