import type { Subscription, SubscriptionRequest } from '../model/websub.js';

/** What is to be done about a subscription that is due. */
export type SubscriptionPlan =
  | { readonly kind: 'ask'; readonly request: SubscriptionRequest }
  /** There is nothing to end at the hub: it waits until its feed is polled again, or goes. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'nothing' };

/** A callback token and a secret that nobody can guess. */
export interface Credentials {
  readonly callbackToken: string;
  readonly secret: string;
}

/**
 * Plans the next request of a subscription. A feed that is polled is subscribed to, one that rests or names no hub any
 * more is not.
 *
 * A subscription that is alive is renewed at its hub under the same callback: the hub would deliver twice until the
 * old one ends, were there a new one. Every other request gets fresh credentials and goes to the next hub that
 * the feed names, so that each of them is tried.
 *
 * @param fresh - taken where the subscription is to have new ones
 */
export function planRequest(subscription: Subscription, now: Date, fresh: Credentials): SubscriptionPlan {
  const { state, hub, topic, hubs, failureCount } = subscription;
  if (state === 'denied') return { kind: 'nothing' };
  const isWanted = subscription.feedStatus === 'active' && hubs.length > 0;
  const alive = isAlive(subscription, now) ? credentialsOf(subscription) : null;
  if (alive !== null && hub !== null) {
    return isWanted
      ? { kind: 'ask', request: { mode: 'subscribe', hub, topic, ...alive, state: 'active' } }
      : { kind: 'ask', request: { mode: 'unsubscribe', hub, topic, ...alive, state: 'unsubscribing' } };
  }
  const nextHub = hubs[failureCount % hubs.length];
  if (!isWanted || nextHub === undefined) return { kind: 'settle' };
  return {
    kind: 'ask',
    request: { mode: 'subscribe', hub: nextHub, topic, ...fresh, state: 'pending' },
  };
}

/** Whether the hub sends news, as far as we know. */
function isAlive({ state, leaseEndsAt }: Subscription, now: Date): boolean {
  return (state === 'active' || state === 'unsubscribing') && leaseEndsAt !== null && leaseEndsAt > now;
}

function credentialsOf({ callbackToken, secret }: Subscription): Credentials | null {
  return callbackToken === null || secret === null ? null : { callbackToken, secret };
}
