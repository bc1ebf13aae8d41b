import type { Subscription } from '../model/websub.js';
import { plainWords } from './plain-words.js';

/** What a hub's GET to a callback asks or tells. */
export type IntentVerdict =
  /** We asked for it: the challenge is given back. */
  | { readonly kind: 'subscribed'; readonly challenge: string; readonly leaseSeconds: number }
  | { readonly kind: 'unsubscribed'; readonly challenge: string }
  | { readonly kind: 'denied'; readonly reason: string }
  /** We did not. */
  | { readonly kind: 'disagreed' };

/** Printable ASCII, of a length that random strings have: nothing that a browser would save as a file. */
const CHALLENGE = /^[\x20-\x7e]{1,1024}$/;

/** A lease is a positive decimal integer; a longer one is none. */
const LEASE_SECONDS = /^0*[1-9]\d{0,9}$/;

/** What a hub is taken to grant that does not say, although it must: what we asked for. */
const DEFAULT_LEASE_SECONDS = 10 * 86_400;

const MAX_REASON_CHARS = 200;

const DISAGREED: IntentVerdict = { kind: 'disagreed' };

/**
 * Judges a hub's question whether we asked for a subscription, or its word that there will be none
 * (https://www.w3.org/TR/websub/#hub-verifies-intent, #subscription-validation). The topic must be the very one, and
 * the action one that we wish.
 *
 * @param query - of the request
 */
export function judgeIntent(query: URLSearchParams, subscription: Subscription): IntentVerdict {
  if (query.get('hub.topic') !== subscription.topic) return DISAGREED;
  const challenge = query.get('hub.challenge') ?? '';
  const mode = query.get('hub.mode');
  if (mode === 'denied') {
    return { kind: 'denied', reason: plainWords(query.get('hub.reason') ?? '', MAX_REASON_CHARS) };
  }
  if (!CHALLENGE.test(challenge)) return DISAGREED;
  if (mode === 'unsubscribe' && subscription.state === 'unsubscribing') {
    return { kind: 'unsubscribed', challenge };
  }
  const leaseSeconds = readLease(query.get('hub.lease_seconds'));
  return mode === 'subscribe' && wishesToSubscribe(subscription) && leaseSeconds !== null
    ? { kind: 'subscribed', challenge, leaseSeconds }
    : DISAGREED;
}

/** One that is active may be confirmed again: it is being renewed, or the hub makes sure. */
function wishesToSubscribe({ state, feedStatus, hubs }: Subscription): boolean {
  return (state === 'pending' || state === 'active') && feedStatus === 'active' && hubs.length > 0;
}

function readLease(text: string | null): number | null {
  if (text === null) return DEFAULT_LEASE_SECONDS;
  return LEASE_SECONDS.test(text) ? Number(text) : null;
}
