import { PermanentError, ThrottledError, TransientError } from '../errors.js';
import type { SendReceipt } from '../model/delivery.js';
import { conceal, concealError } from './conceal.js';

/** Posts through the guarded HTTP client: a channel may not reach into the private network either. */
export type PostRequest = (request: {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxResponseBytes: number;
}) => Promise<{
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly retryAfterMs: number | null;
}>;

/** A message to be posted. */
export interface OutgoingPost {
  readonly url: string;
  /** JSON. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What must not be shown, the address included. */
  readonly secrets: readonly string[];
}

/** We read no more of an answer than a line of explanation could use. */
const MAX_RESPONSE_BYTES = 16 * 1024;
const MAX_EXPLANATION_LENGTH = 200;

/** Wait after a 429 that names no time. */
const DEFAULT_RETRY_AFTER_MS = 60_000;

const THEN_RETRY = 'then put the message back in line with `wirewatch alerts retry`.';

/**
 * Posts a message and judges the answer by its status (RFC 9110, section 15).
 *
 * @throws TransientError for what may heal, ThrottledError when the receiver says when to come back, PermanentError
 *   otherwise; their messages name the host and hold nothing secret
 */
export async function postMessage(post: PostRequest, message: OutgoingPost): Promise<SendReceipt> {
  const { url, body, headers, secrets } = message;
  const answer = await post({
    url,
    body,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    maxResponseBytes: MAX_RESPONSE_BYTES,
  }).catch((error: unknown) => {
    throw concealError(error, secrets);
  });
  const explanation = explain(answer.headers.get('content-type') ?? '', answer.body, secrets);
  const words = `answered ${answer.status}${explanation === '' ? '' : `: ${explanation}`}`;
  if (answer.status >= 200 && answer.status < 300) return { answer: words, remark: null };
  throw refusal(new URL(url).host, words, answer);
}

function refusal(
  host: string,
  words: string,
  answer: { status: number; headers: ReadonlyMap<string, string>; retryAfterMs: number | null },
): PermanentError | ThrottledError | TransientError {
  const { status, retryAfterMs } = answer;
  const message = `${host} ${words}`;
  if (status === 429) return new ThrottledError('http_429', message, retryAfterMs ?? DEFAULT_RETRY_AFTER_MS);
  if (status === 503 && retryAfterMs !== null) return new ThrottledError('http_503', message, retryAfterMs);
  if (status === 408) return new TransientError('http_408', message);
  if (status >= 500) return new TransientError('http_5xx', message);
  if (status >= 300 && status < 400) {
    const to = answer.headers.get('location') ?? '';
    const target = URL.canParse(to) ? ` to ${new URL(to).host}` : '';
    return new PermanentError(
      'delivery_redirected',
      `${host} answered ${status} and sends us elsewhere${target}. Messages are not sent after a redirect: give the channel the final address with \`wirewatch channels add\`, ${THEN_RETRY}`,
    );
  }
  if (status === 410) {
    return new PermanentError(
      'delivery_gone',
      `${message}. The receiver is gone for good: remove the channel, or give it a new address, ${THEN_RETRY}`,
    );
  }
  return new PermanentError(
    'delivery_refused',
    `${message}. Check the address of the channel and its secret, ${THEN_RETRY}`,
  );
}

/** What the receiver says, in one line; a page for a browser says nothing. */
function explain(contentType: string, body: string, secrets: readonly string[]): string {
  if (/html|xml/i.test(contentType) || /^\s*</.test(body)) return '';
  const line = body
    .slice(0, MAX_EXPLANATION_LENGTH * 4)
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffd]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return conceal(line, secrets).slice(0, MAX_EXPLANATION_LENGTH);
}
