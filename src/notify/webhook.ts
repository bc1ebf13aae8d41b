import { createHmac } from 'node:crypto';
import { PermanentError, ThrottledError, TransientError } from '../errors.js';
import type { ChannelTarget, DeliveryToSend } from '../model/alert.js';

/** Posts through the guarded HTTP client: a webhook may not reach into the private network either. */
export type PostRequest = (request: {
  readonly url: string;
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly maxResponseBytes: number;
}) => Promise<{ readonly status: number; readonly retryAfterMs: number | null }>;

/** We read no more of an answer than a log line could use. */
const MAX_RESPONSE_BYTES = 64 * 1024;

/** Wait after a 429 that names no time. */
const DEFAULT_RETRY_AFTER_MS = 60_000;

/**
 * Sends alerts to a webhook. The signature covers time and body, as most receivers know it from Stripe and
 * Standard Webhooks: `HMAC-SHA256(secret, "<unix seconds>.<body>")` in hex.
 *
 * Headers: `wirewatch-delivery` (same id for every try: drop repeats by it), `wirewatch-timestamp`,
 * `wirewatch-signature: sha256=<hex>`.
 *
 * @param post - how to send
 * @param target - where to
 * @param delivery - what to send
 * @param now - time of sending
 * @throws TransientError, ThrottledError or PermanentError by the receiver's answer
 */
export async function sendWebhook(
  post: PostRequest,
  target: Extract<ChannelTarget, { readonly type: 'webhook' }>,
  delivery: DeliveryToSend,
  now: Date,
): Promise<void> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const body = JSON.stringify({
    type: 'alerts',
    deliveryId: delivery.id,
    alerts: delivery.alerts.map(({ id, card, createdAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      card,
    })),
  });
  const { status, retryAfterMs } = await post({
    url: target.url,
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'wirewatch-delivery': delivery.id,
      'wirewatch-timestamp': timestamp,
      'wirewatch-signature': `sha256=${signWebhook(target.secret, timestamp, body)}`,
    },
    maxResponseBytes: MAX_RESPONSE_BYTES,
  });
  requireAccepted(status, retryAfterMs);
}

/** The signature of a webhook body, in hex. */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

function requireAccepted(status: number, retryAfterMs: number | null): void {
  if (status >= 200 && status < 300) return;
  const message = `The webhook answered ${status}`;
  if (status === 429) throw new ThrottledError('http_429', message, retryAfterMs ?? DEFAULT_RETRY_AFTER_MS);
  if (status === 408) throw new TransientError('http_408', message);
  if (status >= 500) throw new TransientError('http_5xx', message);
  throw new PermanentError(
    'delivery_refused',
    `${message}. Check the address of the rule's webhook and its secret, then replay the delivery.`,
    { context: { status } },
  );
}
