import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PostRequest } from '../../../src/notify/post-message.js';
import { sendWebhook } from '../../../src/notify/webhook.js';
import { SAMPLE_WEBHOOK, sampleDelivery } from '../../helpers/sample-records.js';

const NOW = new Date('2026-03-01T09:30:00.999Z');
const KEY = sampleDelivery().key;

/** Sends the delivery; what the receiver got. */
async function send(secret: string = SAMPLE_WEBHOOK.secret) {
  const posted: Parameters<PostRequest>[0][] = [];
  const post: PostRequest = (request) => {
    posted.push(request);
    return Promise.resolve({ status: 204, headers: new Map(), body: '', retryAfterMs: null });
  };
  await sendWebhook(post, { ...SAMPLE_WEBHOOK, secret }, sampleDelivery(), NOW);
  const [request] = posted;
  if (request === undefined || posted.length > 1) throw new Error(`posted ${posted.length} times`);
  return request;
}

describe('sendWebhook', () => {
  it('posts the alerts as JSON to the address of its channel', async () => {
    const { url, body, headers } = await send();
    expect(url).toBe('https://hooks.example/new');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual({
      type: 'alerts',
      deliveryId: '17',
      key: KEY,
      alerts: [{ id: '11', createdAt: '2026-03-01T09:00:00.000Z', card: sampleDelivery().alerts[0]?.card }],
    });
  });

  it('signs time and body with the secret, as a receiver checks it', async () => {
    const { body, headers } = await send();
    const timestamp = headers['wirewatch-timestamp'] ?? '';
    const expected = createHmac('sha256', 'a secret of the receiver')
      .update(`${timestamp}.${body}`)
      .digest('hex');
    expect(headers['wirewatch-signature']).toBe(`sha256=${expected}`);
    expect(timestamp).toBe(String(Date.UTC(2026, 2, 1, 9, 30) / 1_000));
  });

  it('signs as Standard Webhooks has it, with the key that the secret holds in base64', async () => {
    const key = Buffer.from('twenty-four bytes of key');
    const { body, headers } = await send(`whsec_${key.toString('base64')}`);
    const timestamp = headers['webhook-timestamp'] ?? '';
    const expected = createHmac('sha256', key).update(`${KEY}.${timestamp}.${body}`).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(timestamp).toBe(headers['wirewatch-timestamp']);
  });

  it('takes any other secret as it is for the key', async () => {
    const { body, headers } = await send();
    const content = `${KEY}.${headers['webhook-timestamp'] ?? ''}.${body}`;
    const expected = createHmac('sha256', 'a secret of the receiver').update(content).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
  });

  it('carries the ids by which a receiver drops repeats, and never the secret', async () => {
    const request = await send();
    expect(request.headers).toMatchObject({
      'wirewatch-delivery': '17',
      'webhook-id': KEY,
      'idempotency-key': `"${KEY}"`,
    });
    expect(JSON.stringify(request)).not.toContain('a secret of the receiver');
  });
});
