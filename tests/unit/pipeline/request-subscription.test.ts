import { describe, expect, it } from 'vitest';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.js';
import type { Subscription, SubscriptionRequest } from '../../../src/model/websub.js';
import { requestSubscription } from '../../../src/pipeline/request-subscription.js';
import { sampleSubscription } from '../websub/sample-subscription.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const MINUTE_MS = 60_000;
const FRESH = { callbackToken: 'new-token', secret: 'new-secret' };

interface HubReply {
  readonly status: number;
  readonly location?: string;
  readonly retryAfterMs?: number;
}

interface World {
  readonly subscription?: Subscription | null;
  /** What the hubs answer, one after the other; an error: no answer. */
  readonly replies?: readonly (HubReply | Error)[];
  readonly isUnchanged?: boolean;
}

/** Requests the subscription of feed 7 in a world of plain objects. */
async function request({
  subscription = sampleSubscription({ state: 'wanted' }),
  replies = [],
  isUnchanged = true,
}: World) {
  const calls: string[] = [];
  const asked: { hub: string; request: SubscriptionRequest }[] = [];
  const failures: { message: string; nextAttemptAt: Date; callbackToken: string }[] = [];
  const left = [...replies];
  const { outcome } = await requestSubscription(
    {
      findSubscription: () => Promise.resolve(subscription),
      createCredentials: () => FRESH,
      openRequest(_, { state }, nextAttemptAt) {
        calls.push(`open ${state} until +${(nextAttemptAt.getTime() - NOW.getTime()) / MINUTE_MS} min`);
        return Promise.resolve(isUnchanged);
      },
      askHub(hub, sent) {
        calls.push(`ask ${hub}`);
        asked.push({ hub, request: sent });
        const reply = left.shift() ?? { status: 202 };
        if (reply instanceof Error) return Promise.reject(reply);
        const headers = new Map(reply.location === undefined ? [] : [['location', reply.location]]);
        return Promise.resolve({
          status: reply.status,
          headers,
          body: '',
          retryAfterMs: reply.retryAfterMs ?? null,
        });
      },
      moveHub(_, __, hub) {
        calls.push(`move to ${hub}`);
        return Promise.resolve();
      },
      failRequest(failure) {
        calls.push('fail');
        failures.push(failure);
        return Promise.resolve();
      },
      settleSubscription() {
        calls.push('settle');
        return Promise.resolve(true);
      },
      now: () => NOW,
      random: () => 0,
    },
    { feedId: '7' },
  );
  return { outcome, calls, asked, failure: failures[0] };
}

const HUB = 'https://hub.example/';

describe('requestSubscription', () => {
  it('records the request before it is sent', async () => {
    const { outcome, calls, asked } = await request({});
    expect(outcome).toBe('subscribe_sent');
    expect(calls).toEqual(['open pending until +10 min', `ask ${HUB}`]);
    expect(asked[0]?.request).toMatchObject({ mode: 'subscribe', ...FRESH });
  });

  it('sends nothing for what changed meanwhile', async () => {
    expect(await request({ isUnchanged: false })).toMatchObject({ outcome: 'changed', asked: [] });
  });

  it('asks nobody for a feed that was removed, is denied or needs none', async () => {
    expect(await request({ subscription: null })).toMatchObject({ outcome: 'removed', calls: [] });
    const denied = sampleSubscription({ state: 'denied' });
    expect(await request({ subscription: denied })).toMatchObject({ outcome: 'denied', calls: [] });
    const idle = sampleSubscription({ state: 'pending', feedStatus: 'paused' });
    expect(await request({ subscription: idle })).toMatchObject({ outcome: 'settled', calls: ['settle'] });
  });

  it('asks for the end of what is alive and not needed', async () => {
    const { outcome, asked } = await request({ subscription: sampleSubscription({ feedStatus: 'gone' }) });
    expect(outcome).toBe('unsubscribe_sent');
    expect(asked[0]?.request).toMatchObject({ mode: 'unsubscribe', callbackToken: 'token-of-old' });
  });

  it.each([
    new PermanentError('address_forbidden', 'hub.example has a private address'),
    new TransientError('network', 'hub.example has a private address'),
    new ThrottledError('host_busy', 'hub.example has a private address', 1_000),
  ])('keeps in words why no answer came: $name', async (error) => {
    const { outcome, failure } = await request({ replies: [error] });
    expect(outcome).toBe('subscribe_failed');
    expect(failure).toEqual({
      feedId: '7',
      callbackToken: 'new-token',
      message: 'hub.example has a private address',
      nextAttemptAt: new Date(NOW.getTime() + 10 * MINUTE_MS),
    });
  });

  it('passes a bug on', async () => {
    await expect(request({ replies: [new TypeError('x is not a function')] })).rejects.toThrow(TypeError);
  });

  it('waits the longer, the more often it came to nothing', async () => {
    const subscription = sampleSubscription({ state: 'failed', failureCount: 4 });
    const { failure } = await request({ subscription, replies: [{ status: 500 }] });
    expect(failure?.nextAttemptAt).toEqual(new Date(NOW.getTime() + 160 * MINUTE_MS));
  });

  it('gives the hub the time that it asks for, a week at most', async () => {
    const wait = async (retryAfterMs: number) => {
      const { failure } = await request({ replies: [{ status: 503, retryAfterMs }] });
      return (failure?.nextAttemptAt.getTime() ?? 0) - NOW.getTime();
    };
    expect(await wait(60 * MINUTE_MS)).toBe(60 * MINUTE_MS);
    expect(await wait(1_000)).toBe(10 * MINUTE_MS);
    expect(await wait(1e15)).toBe(7 * 24 * 60 * MINUTE_MS);
  });

  it('remembers a permanent move, and no temporary one', async () => {
    const replies = (...statuses: number[]) =>
      statuses.map((status, index) => ({ status, location: `https://hub.example/${index + 1}` }));
    expect((await request({ replies: replies(308, 308) })).calls.at(-1)).toBe(
      'move to https://hub.example/2',
    );
    expect((await request({ replies: replies(308, 307, 308) })).calls.at(-1)).toBe(
      'move to https://hub.example/1',
    );
    expect((await request({ replies: replies(307, 308) })).calls.at(-1)).toBe('ask https://hub.example/2');
  });

  it('follows five moves', async () => {
    const moves = (count: number) =>
      Array.from({ length: count }, () => ({ status: 307, location: '/again' }));
    expect((await request({ replies: moves(5) })).outcome).toBe('subscribe_sent');
    const { outcome, asked, failure } = await request({ replies: moves(6) });
    expect(outcome).toBe('subscribe_failed');
    expect(asked).toHaveLength(6);
    expect(failure?.message).toBe('The hub hub.example goes on after 5 redirects');
  });
});
