/**
 * The errors of Wirewatch, named by the decision they ask for. Nothing here knows queues, HTTP
 * servers or exit codes: `queue/failure.ts`, `http/middleware` and `cli/main.ts` translate.
 */

/** Every code an error can carry. It is a metric label and the `last_error_code` column as well. */
export type ErrorCode =
  // transient: another attempt may succeed
  | 'network'
  | 'timeout'
  | 'dns'
  | 'tls'
  | 'http_5xx'
  | 'http_408'
  | 'truncated'
  | 'unasked_304'
  | 'db_unavailable'
  | 'db_serialization'
  | 'queue_unavailable'
  | 'worker_crashed'
  | 'cpu_timeout'
  | 'mail_unconfigured'
  | 'mail_login'
  | 'mail_deferred'
  // throttled: later, at a known time
  | 'http_429'
  | 'http_503'
  | 'host_busy'
  // permanent: the same input will fail again
  | 'http_401'
  | 'http_403'
  | 'http_404'
  | 'http_410'
  | 'http_4xx'
  | 'bad_redirect'
  | 'too_many_redirects'
  | 'bad_url'
  | 'address_forbidden'
  | 'robots_disallowed'
  | 'bot_check'
  | 'body_too_large'
  | 'not_html'
  | 'html_unparseable'
  | 'no_article'
  | 'feed_is_html'
  | 'feed_empty'
  | 'feed_unparseable'
  | 'bad_input'
  | 'bad_payload'
  | 'not_found'
  | 'rule_invalid'
  | 'delivery_refused'
  | 'delivery_gone'
  | 'delivery_redirected'
  | 'delivery_unrenderable'
  // fatal: the process cannot do its work
  | 'config_invalid'
  | 'schema_too_new'
  | 'schema_missing'
  | 'database_in_use'
  | 'database_unsupported'
  | 'platform_unsupported'
  | 'port_in_use'
  | 'data_dir_unusable'
  | 'database_start_failed'
  // a bug
  | 'unexpected';

/** Plain, loggable facts that say what the error is about (a url, a line number, a limit). */
export type ErrorContext = Readonly<Record<string, string | number | boolean | null>>;

/** What an error needs besides its code and message. */
export interface ErrorOptionsWithContext {
  readonly context?: ErrorContext;
  readonly cause?: unknown;
}

/** Base class: a code for machines, a message that names the input and the remedy for people. */
export abstract class WirewatchError extends Error {
  abstract override readonly name: string;
  readonly code: ErrorCode;
  readonly context: ErrorContext;

  constructor(code: ErrorCode, message: string, options: ErrorOptionsWithContext = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.context = options.context ?? {};
  }
}

/** May heal by itself: retried with exponential backoff. Not for refusals that name a time. */
export class TransientError extends WirewatchError {
  override readonly name = 'TransientError';
}

/** Asked to come back later. Costs no attempt. */
export class ThrottledError extends WirewatchError {
  override readonly name = 'ThrottledError';
  /** Milliseconds from now until another try makes sense; 0 or more. */
  readonly retryAfterMs: number;

  constructor(
    code: 'http_429' | 'http_503' | 'host_busy',
    message: string,
    retryAfterMs: number,
    options: ErrorOptionsWithContext = {},
  ) {
    super(code, message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The same input will fail the same way: quarantined at once, replayable by a person. */
export class PermanentError extends WirewatchError {
  override readonly name = 'PermanentError';
}

/** The process cannot work at all: log and stop. */
export class FatalError extends WirewatchError {
  override readonly name = 'FatalError';
}

/**
 * The code to store or count for anything that was thrown.
 *
 * @param thrown - whatever a `catch` caught
 * @returns its code, or `unexpected` for errors that are not ours (bugs)
 */
export function errorCodeOf(thrown: unknown): ErrorCode {
  return thrown instanceof WirewatchError ? thrown.code : 'unexpected';
}

/**
 * The text to show for anything that was thrown.
 *
 * @param thrown - whatever a `catch` caught
 */
export function errorMessageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
