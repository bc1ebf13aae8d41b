import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits at least `ms`.
 *
 * @throws the signal's reason when aborted
 */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  try {
    // Timers may fire up to a millisecond early.
    await delay(Math.ceil(ms) + 1, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
