import { parseHttpDateMs } from './http-date.js';

/** A publisher may rest us for a day at most; a longer wish is met by asking once a day. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Reads a `Retry-After` header in both its forms, seconds and date (RFC 9110, section 10.2.3).
 *
 * @param value - the header, null or undefined when there is none
 * @param nowMs - milliseconds since 1970
 * @returns milliseconds to wait, 0 to one day; null when there is no header or it makes no sense
 */
export function parseRetryAfterMs(value: string | null | undefined, nowMs: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return clamp(Number(text) * 1000);
  const dateMs = parseHttpDateMs(text, nowMs);
  return dateMs === null ? null : clamp(dateMs - nowMs);
}

function clamp(waitMs: number): number {
  return Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS);
}
