import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for a condition.
 *
 * @param probe - returns the awaited value, or undefined while it is not there
 * @throws Error after the deadline, with what was waited for
 */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined>,
  deadlineMs = 60_000,
): Promise<T> {
  const endsAt = performance.now() + deadlineMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (performance.now() > endsAt) throw new Error(`waited ${deadlineMs} ms in vain for ${what}`);
    await delay(50);
  }
}
