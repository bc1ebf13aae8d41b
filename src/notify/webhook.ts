import { createHmac } from 'node:crypto';
import type { ChannelTarget, DeliveryToSend } from '../model/alert.js';
import type { SendReceipt } from '../model/delivery.js';
import { postMessage, type PostRequest } from './post-message.js';

/**
 * Sends alerts to a webhook, signed in two ways that any receiver can check: HMAC-SHA256 over time and body in hex
 * (`wirewatch-signature`), and as Standard Webhooks has it (https://www.standardwebhooks.com: id, time and body in
 * base64), for which there are libraries in many languages.
 *
 * `wirewatch-delivery` is the same for every try in this installation; `webhook-id` and `idempotency-key` hold the
 * same UUID for every try anywhere: drop repeats by either.
 *
 * @param post - how to send
 * @param target - where to
 * @param delivery - what to send
 * @param now - time of sending
 * @throws as {@link postMessage}
 */
export async function sendWebhook(
  post: PostRequest,
  target: Extract<ChannelTarget, { readonly type: 'webhook' }>,
  delivery: DeliveryToSend,
  now: Date,
): Promise<SendReceipt> {
  const { key } = delivery;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const body = JSON.stringify({
    type: 'alerts',
    deliveryId: delivery.id,
    key,
    alerts: delivery.alerts.map(({ id, card, createdAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      card,
    })),
  });
  return postMessage(post, {
    url: target.url,
    body,
    headers: {
      'wirewatch-delivery': delivery.id,
      'wirewatch-timestamp': timestamp,
      'wirewatch-signature': `sha256=${signWebhook(target.secret, timestamp, body)}`,
      'webhook-id': key,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signStandardWebhook(target.secret, `${key}.${timestamp}.${body}`)}`,
      // A string of structured fields (RFC 8941) in draft-ietf-httpapi-idempotency-key-header.
      'idempotency-key': `"${key}"`,
    },
    secrets: [target.url, target.secret],
  });
}

/** The signature of time and body, in hex; the secret's text is the key. */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** The signature of Standard Webhooks, in base64: behind `whsec_`, the secret is the key in base64. */
function signStandardWebhook(secret: string, content: string): string {
  const [, encoded] = /^whsec_([\w+/-]+={0,2})$/.exec(secret) ?? [];
  const key = encoded === undefined ? secret : Buffer.from(encoded, 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
