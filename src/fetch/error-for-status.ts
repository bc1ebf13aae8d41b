import { PermanentError, ThrottledError, TransientError, type WirewatchError } from '../errors.js';
import { parseRetryAfterMs } from './retry-after.js';

/** When a server says "too many requests" and names no time. */
const DEFAULT_THROTTLE_MS = 60_000;

/** "Retry-After: 0" is no licence to hammer. */
const MIN_THROTTLE_MS = 1_000;

/** What an answer without the wanted content looks like. */
export interface Refusal {
  readonly url: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
}

/**
 * Turns an HTTP status other than 2xx, 304 and a redirect that can be followed into the error that asks for the right decision.
 *
 * The error's context holds `url`, `status`, and `blocked`: true when a bot check stands in the way
 * (https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/).
 *
 * @param nowMs - milliseconds since 1970, for a `Retry-After` date
 */
export function errorForStatus(refusal: Refusal, nowMs: number): WirewatchError {
  const { url, status, headers } = refusal;
  const blocked = headers.get('cf-mitigated') === 'challenge';
  const options = { context: { url, status, blocked } };
  const host = new URL(url).host;
  const retryAfterMs = parseRetryAfterMs(headers.get('retry-after'), nowMs);

  if (status === 429 || (status === 503 && retryAfterMs !== null)) {
    const waitMs = Math.max(retryAfterMs ?? DEFAULT_THROTTLE_MS, MIN_THROTTLE_MS);
    const code = status === 429 ? 'http_429' : 'http_503';
    const wait = `${Math.ceil(waitMs / 1000)} s`;
    return new ThrottledError(
      code,
      `${host} asks to be left alone for ${wait} (HTTP ${status}): ${url}`,
      waitMs,
      options,
    );
  }
  if (status < 400) {
    return new PermanentError(
      'bad_redirect',
      `${host} answers with HTTP ${status}, which leads nowhere: ${url}`,
      options,
    );
  }
  if (status === 408) {
    return new TransientError(
      'http_408',
      `${host} lost patience with the request (HTTP 408): ${url}`,
      options,
    );
  }
  if (status >= 500) {
    return new TransientError('http_5xx', `${host} has a fault of its own (HTTP ${status}): ${url}`, options);
  }
  if (blocked) {
    return new PermanentError(
      codeFor4xx(status),
      `${host} shows a bot check (HTTP ${status}) for ${url}; ask the publisher to let the User-Agent through.`,
      options,
    );
  }
  return new PermanentError(
    codeFor4xx(status),
    `${wordsFor4xx(status, host)} (HTTP ${status}): ${url}`,
    options,
  );
}

function codeFor4xx(status: number): 'http_401' | 'http_403' | 'http_404' | 'http_410' | 'http_4xx' {
  switch (status) {
    case 401:
    case 403:
    case 404:
    case 410:
      return `http_${status}`;
    default:
      return 'http_4xx';
  }
}

function wordsFor4xx(status: number, host: string): string {
  switch (status) {
    case 401:
      return `${host} wants a login, which Wirewatch does not have`;
    case 402:
      return `${host} wants to be paid`;
    case 403:
      return `${host} refuses to serve us`;
    case 404:
      return `${host} knows no such page; check the address`;
    case 410:
      return `${host} says that this is gone for good`;
    case 451:
      return `${host} may not show this for legal reasons`;
    default:
      return `${host} does not accept the request`;
  }
}
