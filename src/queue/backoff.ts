import { MAX_BACKOFF_MS } from './topology.js';

/**
 * Wait before the next try: doubling, capped, with up to half of it taken off at random so that jobs that failed
 * together don't come back together.
 *
 * @param attemptsMade - tries so far, from 1
 * @param baseMs - the wait after the first
 * @param random - from 0 to 1
 */
export function backoffMs(attemptsMade: number, baseMs: number, random: number): number {
  const full = Math.min(MAX_BACKOFF_MS, baseMs * 2 ** Math.min(30, attemptsMade - 1));
  return Math.round(full * (1 - random / 2));
}
