import { DelayedError, UnrecoverableError } from 'bullmq';
import { errorCodeOf, errorMessageOf, PermanentError, TransientError, type ErrorCode } from '../errors.js';
import type { QueueName } from '../model/work.js';
import type { JobOfWorker, JobWorker, QueueBackend } from './backend.js';
import { backoffMs } from './backoff.js';
import { decideFailure, isBug, type FailureDecision } from './failure.js';
import { subjectIdOf, TOPOLOGY, type Payload } from './topology.js';

/** What a queue's worker does with its jobs, and whom it tells. */
export interface WorkerSpec<Name extends QueueName> {
  readonly name: Name;
  readonly concurrency: number;
  readonly retryBaseMs: number;
  readonly throttleDeadlineMs: number;
  /** Does the work; returns the name of its ending. */
  handle(payload: Payload<Name>): Promise<string>;
  /** Keeps work that failed for good. */
  giveUp(work: GivenUpJob<Name>, error: unknown): Promise<void>;
  /** Told of every ending. */
  observe(event: WorkerEvent): void;
  /** Called on a fatal error: the process must stop. */
  onFatal(error: unknown): void;
}

export interface GivenUpJob<Name extends QueueName> {
  readonly queue: Name;
  readonly subjectId: string;
  readonly attempts: number;
}

/** What happened to one job. */
export type WorkerEvent =
  | { readonly kind: 'done'; readonly queue: QueueName; readonly outcome: string; readonly ms: number }
  | {
      readonly kind: 'failed';
      readonly queue: QueueName;
      readonly subjectId: string | null;
      readonly code: ErrorCode;
      readonly decision: FailureDecision['kind'];
      readonly attempt: number;
      readonly error: unknown;
      readonly isBug: boolean;
    };

/** Crashes of a process that had the job before it is given up as deadly. */
const MAX_CRASHES = 5;

/** A job that a dead process held is taken over after this time. */
const LOCK_MS = 30_000;

/** Starts a worker: the only place where a stage's errors meet BullMQ's. */
export function runWorker<Name extends QueueName>(backend: QueueBackend, spec: WorkerSpec<Name>): JobWorker {
  const worker = backend.createWorker(spec.name, (job, token) => processJob(spec, job, token), {
    concurrency: spec.concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: LOCK_MS / 2,
    maxStalledCount: MAX_CRASHES,
    settings: {
      backoffStrategy: (attemptsMade) => backoffMs(attemptsMade, spec.retryBaseMs, Math.random()),
    },
  });
  worker.on('failed', (job, error) => {
    // BullMQ itself fails a job whose process died again and again; ours never saw that error.
    if (job !== undefined && error.message.includes('stalled more than')) void giveUpStalled(spec, job);
  });
  return worker;
}

async function processJob<Name extends QueueName>(
  spec: WorkerSpec<Name>,
  job: JobOfWorker,
  token: string | undefined,
): Promise<string> {
  const startedAt = performance.now();
  let subjectId: string | null = null;
  try {
    const payload = readPayload(spec.name, job.data);
    subjectId = subjectIdOf(payload);
    const outcome = await spec.handle(payload);
    spec.observe({ kind: 'done', queue: spec.name, outcome, ms: performance.now() - startedAt });
    return outcome;
  } catch (error) {
    return await endFailedJob(spec, job, token, subjectId, error);
  }
}

async function endFailedJob<Name extends QueueName>(
  spec: WorkerSpec<Name>,
  job: JobOfWorker,
  token: string | undefined,
  subjectId: string | null,
  error: unknown,
): Promise<never> {
  const attempt = job.attemptsMade + 1;
  const decision = decideFailure(error, {
    attempt,
    maxAttempts: TOPOLOGY[spec.name].attempts,
    ageMs: Date.now() - job.timestamp,
    throttleDeadlineMs: spec.throttleDeadlineMs,
  });
  spec.observe({
    kind: 'failed',
    queue: spec.name,
    subjectId,
    code: errorCodeOf(error),
    decision: decision.kind,
    attempt,
    error,
    isBug: isBug(error),
  });
  switch (decision.kind) {
    case 'later':
      await job.moveToDelayed(Date.now() + decision.delayMs, token);
      throw new DelayedError(errorMessageOf(error));
    case 'give-up':
      if (subjectId !== null) await spec.giveUp({ queue: spec.name, subjectId, attempts: attempt }, error);
      throw new UnrecoverableError(errorMessageOf(error));
    case 'stop':
      spec.onFatal(error);
      throw error;
    case 'retry':
      throw error;
  }
}

async function giveUpStalled<Name extends QueueName>(
  spec: WorkerSpec<Name>,
  job: JobOfWorker,
): Promise<void> {
  const error = new TransientError(
    'worker_crashed',
    `The process that had this work died more than ${MAX_CRASHES} times. It may be deadly: look at it before you replay it.`,
  );
  try {
    const subjectId = subjectIdOf(readPayload(spec.name, job.data));
    await spec.giveUp({ queue: spec.name, subjectId, attempts: MAX_CRASHES }, error);
  } catch (failure) {
    // The tables still say that the work is open, so the sweep makes a new job and this comes again.
    spec.observe({
      kind: 'failed',
      queue: spec.name,
      subjectId: null,
      code: errorCodeOf(failure),
      decision: 'retry',
      attempt: MAX_CRASHES,
      error: failure,
      isBug: isBug(failure),
    });
  }
}

function readPayload<Name extends QueueName>(name: Name, data: unknown): Payload<Name> {
  const parsed = TOPOLOGY[name].payload.safeParse(data);
  if (!parsed.success) {
    throw new PermanentError(
      'bad_payload',
      `A job in the queue ${name} does not hold what it should: ${parsed.error.message}`,
    );
  }
  // The schema was looked up by the name, so its output is the payload of that name.
  return parsed.data as Payload<Name>;
}
