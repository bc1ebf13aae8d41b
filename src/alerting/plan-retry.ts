/** How long a message is tried before it is parked. */
export const MAX_SENDING_MS = 86_400_000;

/** The longest wait between two tries. */
const MAX_WAIT_MS = 3_600_000;

/** Where a message stands after a try that failed. */
export interface FailedTry {
  /** When its first try began. */
  readonly startedAt: Date;
  /** Tries so far, 1 or more. */
  readonly attempts: number;
  /** What the receiver asked for, in milliseconds; null when it did not say. */
  readonly retryAfterMs: number | null;
}

/**
 * When a message is tried again: after a wait that doubles up to an hour, less up to half at random so that what
 * failed together doesn't come back together; when the receiver said, if it did. The last try is a day after the first.
 *
 * @param baseMs - the wait after the first try
 * @param random - from 0 to 1
 * @returns null when the day is over
 */
export function planRetry(failed: FailedTry, now: Date, baseMs: number, random: number): Date | null {
  const endsAt = failed.startedAt.getTime() + MAX_SENDING_MS;
  if (now.getTime() >= endsAt) return null;
  const doubled = Math.min(MAX_WAIT_MS, baseMs * 2 ** Math.min(30, failed.attempts - 1));
  const waitMs = failed.retryAfterMs ?? Math.round(doubled * (1 - random / 2));
  return new Date(Math.min(endsAt, now.getTime() + waitMs));
}
