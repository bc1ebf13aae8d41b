import type { Subscription } from '../../../src/model/websub.js';

/** A subscription that its hub has verified; tests name only the fields that they are about. */
export function sampleSubscription(fields: Partial<Subscription> = {}): Subscription {
  return {
    feedId: '7',
    feedUrl: 'https://news.example/feed.xml',
    feedStatus: 'active',
    hubs: ['https://hub.example/'],
    topic: 'https://news.example/self.xml',
    state: 'active',
    hub: 'https://hub.example/',
    callbackToken: 'token-of-old',
    secret: 'secret-of-old',
    leaseEndsAt: new Date('2026-03-08T00:00:00Z'),
    failureCount: 0,
    ...fields,
  };
}
