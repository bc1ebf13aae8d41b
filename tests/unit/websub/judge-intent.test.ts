import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/model/websub.js';
import { judgeIntent } from '../../../src/websub/judge-intent.js';
import { sampleSubscription } from './sample-subscription.js';

function judge(query: Readonly<Record<string, string>>, fields: Partial<Subscription> = {}) {
  const asked = {
    'hub.mode': 'subscribe',
    'hub.topic': 'https://news.example/self.xml',
    'hub.challenge': 'a1b2',
    'hub.lease_seconds': '86400',
    ...query,
  };
  return judgeIntent(new URLSearchParams(asked), sampleSubscription(fields));
}

describe('judgeIntent', () => {
  it.each(['pending', 'active'] as const)('agrees to a subscription that is %s', (state) => {
    expect(judge({}, { state })).toEqual({ kind: 'subscribed', challenge: 'a1b2', leaseSeconds: 86_400 });
  });

  it.each(['wanted', 'denied', 'failed', 'unsubscribing'] as const)('does not to one that is %s', (state) => {
    expect(judge({}, { state })).toEqual({ kind: 'disagreed' });
  });

  it.each([
    { feedStatus: 'paused' },
    { feedStatus: 'gone' },
    { feedStatus: 'merged' },
    { hubs: [] },
  ] as const)('does not to one that nobody needs: %o', (fields) => {
    expect(judge({}, fields)).toEqual({ kind: 'disagreed' });
  });

  it('agrees to an end that we asked for, and to no other', () => {
    const query = { 'hub.mode': 'unsubscribe', 'hub.lease_seconds': 'to be ignored' };
    expect(judge(query, { state: 'unsubscribing' })).toEqual({ kind: 'unsubscribed', challenge: 'a1b2' });
    for (const state of ['wanted', 'pending', 'active', 'denied', 'failed'] as const) {
      expect(judge(query, { state })).toEqual({ kind: 'disagreed' });
    }
  });

  it.each([
    'HTTPS://news.example/self.xml',
    'https://news.example/self.xml/',
    'https://news.example/self',
    '',
  ])('agrees to nothing about the topic %j', (topic) => {
    for (const mode of ['subscribe', 'unsubscribe', 'denied']) {
      const query = { 'hub.topic': topic, 'hub.mode': mode };
      expect(judge(query)).toEqual({ kind: 'disagreed' });
      expect(judge(query, { state: 'unsubscribing' })).toEqual({ kind: 'disagreed' });
    }
  });

  it.each(['', 'x'.repeat(1_025), 'tab\there', 'line\nfeed', 'ümlaut', '\u0000'])(
    'gives back no challenge like %j',
    (challenge) => {
      expect(judge({ 'hub.challenge': challenge })).toEqual({ kind: 'disagreed' });
      expect(
        judge({ 'hub.challenge': challenge, 'hub.mode': 'unsubscribe' }, { state: 'unsubscribing' }),
      ).toEqual({
        kind: 'disagreed',
      });
    },
  );

  it.each(['0', '-1', '1.5', '1e9', 'forever', '', '12345678901'])('takes no lease of %j', (lease) => {
    expect(judge({ 'hub.lease_seconds': lease })).toEqual({ kind: 'disagreed' });
  });

  it('takes the lease that we asked for when the hub forgets to say', () => {
    const query = {
      'hub.mode': 'subscribe',
      'hub.topic': sampleSubscription().topic,
      'hub.challenge': 'a1b2',
    };
    expect(judgeIntent(new URLSearchParams(query), sampleSubscription())).toMatchObject({
      leaseSeconds: 864_000,
    });
  });

  it('hears a denial at any time', () => {
    for (const state of ['pending', 'active', 'unsubscribing'] as const) {
      expect(judge({ 'hub.mode': 'denied', 'hub.reason': 'no\u0007 ' }, { state })).toEqual({
        kind: 'denied',
        reason: 'no',
      });
    }
  });

  it.each(['', 'Subscribe', 'publish'])('agrees to no action %j', (mode) => {
    expect(judge({ 'hub.mode': mode })).toEqual({ kind: 'disagreed' });
  });
});
