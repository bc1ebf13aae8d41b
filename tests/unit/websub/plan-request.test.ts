import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/model/websub.js';
import { planRequest } from '../../../src/websub/plan-request.js';
import { sampleSubscription } from './sample-subscription.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const FRESH = { callbackToken: 'new-token', secret: 'new-secret' };
const OLD = { callbackToken: 'token-of-old', secret: 'secret-of-old' };
const PAST = new Date('2026-03-01T11:59:59Z');

const plan = (fields: Partial<Subscription>) => planRequest(sampleSubscription(fields), NOW, FRESH);

describe('planRequest', () => {
  it('renews what is alive at its hub, with what it has', () => {
    const hubs = ['https://other.example/'];
    expect(plan({ hubs, failureCount: 3 })).toEqual({
      kind: 'ask',
      request: {
        mode: 'subscribe',
        hub: 'https://hub.example/',
        topic: 'https://news.example/self.xml',
        ...OLD,
        state: 'active',
      },
    });
  });

  it.each(['wanted', 'pending', 'failed'] as const)('asks anew for what is %s', (state) => {
    expect(plan({ state })).toMatchObject({
      kind: 'ask',
      request: { mode: 'subscribe', ...FRESH, state: 'pending' },
    });
  });

  it('asks anew when the lease has ended', () => {
    expect(plan({ leaseEndsAt: PAST })).toMatchObject({ request: { ...FRESH, state: 'pending' } });
  });

  it('tries the hubs in turn', () => {
    const hubs = ['https://a.example/', 'https://b.example/'];
    const asked = [0, 1, 2].map((failureCount) => plan({ state: 'failed', hubs, failureCount }));
    expect(asked.map((one) => (one.kind === 'ask' ? one.request.hub : null))).toEqual([
      hubs[0],
      hubs[1],
      hubs[0],
    ]);
  });

  it.each([
    { feedStatus: 'paused' },
    { feedStatus: 'gone' },
    { feedStatus: 'merged' },
    { hubs: [] },
  ] as const)('ends what is alive and not wanted any more: %o', (fields) => {
    const end = { mode: 'unsubscribe', hub: 'https://hub.example/', ...OLD, state: 'unsubscribing' };
    expect(plan(fields)).toMatchObject({ kind: 'ask', request: end });
    expect(plan({ ...fields, state: 'unsubscribing' })).toMatchObject({ kind: 'ask', request: end });
    expect(plan({ ...fields, state: 'unsubscribing', leaseEndsAt: PAST })).toEqual({ kind: 'settle' });
    expect(plan({ ...fields, state: 'pending' })).toEqual({ kind: 'settle' });
  });

  it('takes an end back that is not verified yet', () => {
    expect(plan({ state: 'unsubscribing' })).toMatchObject({
      request: { mode: 'subscribe', ...OLD, state: 'active' },
    });
  });

  it('leaves it at a denial', () => {
    expect(plan({ state: 'denied' })).toEqual({ kind: 'nothing' });
  });
});
