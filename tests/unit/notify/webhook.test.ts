import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PermanentError, ThrottledError, TransientError, type WirewatchError } from '../../../src/errors.js';
import type { PostRequest } from '../../../src/notify/post-message.js';
import { sendWebhook } from '../../../src/notify/webhook.js';
import { SAMPLE_WEBHOOK, sampleDelivery } from '../../helpers/sample-records.js';

const NOW = new Date('2026-03-01T09:30:00.999Z');

/** Sends the delivery to a receiver that gives one answer; what the receiver got. */
async function send(status: number, retryAfterMs: number | null = null) {
  const posted: Parameters<PostRequest>[0][] = [];
  const post: PostRequest = (request) => {
    posted.push(request);
    return Promise.resolve({ status, retryAfterMs });
  };
  await sendWebhook(post, SAMPLE_WEBHOOK, sampleDelivery(), NOW);
  const [request] = posted;
  if (request === undefined || posted.length > 1) throw new Error(`posted ${posted.length} times`);
  return request;
}

/** The error that this answer ends with. */
async function errorOf(status: number, retryAfterMs: number | null = null): Promise<unknown> {
  return send(status, retryAfterMs).then(
    () => 'accepted',
    (error: unknown) => error,
  );
}

describe('sendWebhook', () => {
  it('posts the alerts as JSON to the address of its channel', async () => {
    const { url, body, headers } = await send(200);
    expect(url).toBe('https://hooks.example/new');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual({
      type: 'alerts',
      deliveryId: '17',
      alerts: [{ id: '11', createdAt: '2026-03-01T09:00:00.000Z', card: sampleDelivery().alerts[0]?.card }],
    });
  });

  it('signs time and body with the secret, as a receiver checks it', async () => {
    const { body, headers } = await send(200);
    const timestamp = headers['wirewatch-timestamp'] ?? '';
    const expected = createHmac('sha256', 'a secret of the receiver')
      .update(`${timestamp}.${body}`)
      .digest('hex');
    expect(headers['wirewatch-signature']).toBe(`sha256=${expected}`);
    expect(timestamp).toBe(String(Date.UTC(2026, 2, 1, 9, 30) / 1_000));
  });

  it('carries the id by which a receiver drops repeats, and never the secret', async () => {
    const request = await send(200);
    expect(request.headers['wirewatch-delivery']).toBe('17');
    expect(JSON.stringify(request)).not.toContain('a secret of the receiver');
  });

  it('reads a bounded part of the answer', async () => {
    expect((await send(200)).maxResponseBytes).toBe(65_536);
  });

  it.each([200, 201, 202, 204, 299])('takes %d for accepted', async (status) => {
    expect(await errorOf(status)).toBe('accepted');
  });

  it.each<[number, abstract new (...args: never[]) => WirewatchError, string]>([
    [408, TransientError, 'http_408'],
    [429, ThrottledError, 'http_429'],
    [500, TransientError, 'http_5xx'],
    [503, TransientError, 'http_5xx'],
    [301, PermanentError, 'delivery_refused'],
    [400, PermanentError, 'delivery_refused'],
    [401, PermanentError, 'delivery_refused'],
    [404, PermanentError, 'delivery_refused'],
    [410, PermanentError, 'delivery_refused'],
  ])('answers %d with a %o', async (status, type, code) => {
    const error = await errorOf(status);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ code });
    expect(String(error)).toContain(`The webhook answered ${status}`);
  });

  it('comes back when the receiver said, and in a minute when it did not say', async () => {
    expect(await errorOf(429, 7_000)).toMatchObject({ retryAfterMs: 7_000 });
    expect(await errorOf(429)).toMatchObject({ retryAfterMs: 60_000 });
  });

  it('lets failures of the connection through as they are', async () => {
    const failure = new TransientError('network', 'no route');
    await expect(
      sendWebhook(() => Promise.reject(failure), SAMPLE_WEBHOOK, sampleDelivery(), NOW),
    ).rejects.toBe(failure);
  });
});
