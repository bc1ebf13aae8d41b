import { PermanentError, ThrottledError, TransientError, type WirewatchError } from '../errors.js';
import { findBotCheck } from './find-bot-check.js';
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
  /** The beginning of the error page, decompressed: it may be a bot check. Empty when there is none. */
  readonly body: Uint8Array;
}

/**
 * Turns an HTTP status other than 2xx, 304 and a redirect that can be followed into the error that asks for the right decision.
 *
 * The error's context holds `url`, `status`, and `blocked`: true when a bot check stands in the way.
 *
 * @param nowMs - milliseconds since 1970, for a `Retry-After` date
 */
export function errorForStatus(refusal: Refusal, nowMs: number): WirewatchError {
  const { url, status, headers } = refusal;
  const vendor = findBotCheck(refusal);
  const options = { context: { url, status, blocked: vendor !== null } };
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
  const message =
    vendor === null
      ? `${wordsFor4xx(status, host)} (HTTP ${status}): ${url}`
      : wordsForBotCheck(refusal, vendor);
  return new PermanentError(codeFor4xx(status), message, options);
}

/**
 * Tells a bot check that came with a status of success, where the content should have been.
 *
 * @returns PermanentError `bot_check`, `blocked` in its context; null when the answer is none
 */
export function errorForBotCheck(answer: Refusal): WirewatchError | null {
  const vendor = findBotCheck(answer);
  if (vendor === null) return null;
  const context = { url: answer.url, status: answer.status, blocked: true };
  return new PermanentError('bot_check', wordsForBotCheck(answer, vendor), { context });
}

function wordsForBotCheck({ url, status }: Refusal, vendor: string): string {
  return `${new URL(url).host} shows a bot check of ${vendor} (HTTP ${status}) instead of ${url}; ask the publisher to let the User-Agent through.`;
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
