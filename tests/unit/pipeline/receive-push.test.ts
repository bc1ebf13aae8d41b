import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PushDelivery, Subscription } from '../../../src/model/websub.js';
import { receivePush } from '../../../src/pipeline/receive-push.js';
import { sampleSubscription } from '../websub/sample-subscription.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const BODY = new TextEncoder().encode('<rss/>');
const SIGNATURE = `sha256=${createHmac('sha256', 'secret-of-old').update(BODY).digest('hex')}`;

/** Receives one delivery in a world of plain objects. */
async function receive(
  subscription: Subscription | null = sampleSubscription(),
  delivery: Partial<PushDelivery> = {},
) {
  const calls: string[] = [];
  const started: unknown[] = [];
  const outcome = await receivePush(
    {
      findSubscriptionByToken: () => Promise.resolve(subscription),
      notePush(feedId) {
        calls.push(`note ${feedId}`);
        return Promise.resolve();
      },
      startReading(push) {
        calls.push('start');
        started.push(push);
      },
      now: () => NOW,
    },
    {
      token: 'token-of-old',
      signature: SIGNATURE,
      contentType: 'application/rss+xml',
      readBody() {
        calls.push('read');
        return Promise.resolve(BODY);
      },
      ...delivery,
    },
  );
  return { outcome, calls, started };
}

describe('receivePush', () => {
  it('notes what is signed, and has it read', async () => {
    const { outcome, calls, started } = await receive();
    expect(outcome).toBe('push_received');
    expect(calls).toEqual(['read', 'note 7', 'start']);
    expect(started).toEqual([
      {
        feedId: '7',
        feedUrl: 'https://news.example/feed.xml',
        body: BODY,
        contentType: 'application/rss+xml',
        arrivedAt: NOW,
      },
    ]);
  });

  it('does not read the body of what nobody asked for', async () => {
    const unwanted = [
      null,
      sampleSubscription({ feedStatus: 'paused' }),
      ...(['wanted', 'pending', 'denied', 'failed', 'unsubscribing'] as const).map((state) =>
        sampleSubscription({ state }),
      ),
    ];
    for (const subscription of unwanted) {
      expect(await receive(subscription)).toMatchObject({ outcome: 'push_unwanted', calls: [] });
    }
  });

  it('does not read the body of what is not signed', async () => {
    const unsigned = await receive(sampleSubscription(), { signature: null });
    expect(unsigned).toMatchObject({ outcome: 'push_unsigned', calls: [] });
  });

  it('writes nothing for what is forged or too large', async () => {
    const forged = await receive(sampleSubscription(), { signature: `sha256=${'0'.repeat(64)}` });
    expect(forged).toMatchObject({ outcome: 'push_forged', calls: ['read'] });
    const large = await receive(sampleSubscription(), { readBody: () => Promise.resolve(null) });
    expect(large).toMatchObject({ outcome: 'push_too_large', calls: [] });
  });
});
