import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits at least `ms`.
 *
 * @throws the signal's reason when aborted
 */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const endsAt = performance.now() + ms;
  try {
    // Timers count from when the event loop last looked at the clock: after a long tick they fire early.
    for (let leftMs = ms; leftMs > 0; leftMs = endsAt - performance.now()) {
      await delay(Math.ceil(leftMs), undefined, { signal });
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
