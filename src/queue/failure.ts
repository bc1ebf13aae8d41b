import {
  errorCodeOf,
  FatalError,
  PermanentError,
  ThrottledError,
  TransientError,
  WirewatchError,
} from '../errors.js';

/** What to do with a job that threw. */
export type FailureDecision =
  | { readonly kind: 'retry' }
  | { readonly kind: 'later'; readonly delayMs: number }
  | { readonly kind: 'give-up' }
  | { readonly kind: 'stop' };

/** Where a job stands when it throws. */
export interface JobSituation {
  /** Tries so far, this one included. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Time since the job was made. */
  readonly ageMs: number;
  /** A job that is told to come later for longer than this is given up. */
  readonly throttleDeadlineMs: number;
}

/** A bug does not heal by itself: few tries, in case it was a race. */
const MAX_ATTEMPTS_OF_A_BUG = 3;

/** How soon a job asks again for a database that was away. */
const DATABASE_PAUSE_MS = 5_000;

/** A thread that hung or died may have been starved by its neighbours; more likely the input is made to do that. */
const DEADLY_CODES: ReadonlySet<string> = new Set(['cpu_timeout', 'worker_crashed']);

/** A host that says "later" without saying when must not be asked at once again. */
const MIN_LATER_MS = 25;

/**
 * Decides by the class of the error alone (see `errors.ts`).
 *
 * A lost database is no failure of the job: it is put off without costing an attempt until the database is back.
 */
export function decideFailure(error: unknown, job: JobSituation): FailureDecision {
  if (error instanceof FatalError) return { kind: 'stop' };
  if (error instanceof PermanentError) return { kind: 'give-up' };
  if (error instanceof ThrottledError) {
    if (job.ageMs + error.retryAfterMs > job.throttleDeadlineMs) return { kind: 'give-up' };
    return { kind: 'later', delayMs: Math.max(MIN_LATER_MS, error.retryAfterMs) };
  }
  if (errorCodeOf(error) === 'db_unavailable') return { kind: 'later', delayMs: DATABASE_PAUSE_MS };
  const isHopeful = error instanceof TransientError && !DEADLY_CODES.has(error.code);
  const maxAttempts = isHopeful ? job.maxAttempts : Math.min(job.maxAttempts, MAX_ATTEMPTS_OF_A_BUG);
  return { kind: job.attempt >= maxAttempts ? 'give-up' : 'retry' };
}

/** True for an error that is nobody's expected failure: its stack belongs into the log. */
export function isBug(error: unknown): boolean {
  return !(error instanceof WirewatchError) || errorCodeOf(error) === 'unexpected';
}
