import type { FeedStatus } from './feed.js';

/**
 * Where a subscription stands: to be asked for, asked for, verified by the hub, refused by it for good, not to be had
 * for now, or being ended.
 */
export type SubscriptionState = 'wanted' | 'pending' | 'active' | 'denied' | 'failed' | 'unsubscribing';

/** What a feed can be subscribed to by (W3C WebSub, section 4). */
export interface DiscoveredHub {
  /** Absolute http(s) URLs, in the order in which they are tried; one or more. */
  readonly hubs: readonly string[];
  /** The address of the feed as its publisher tells the hub. */
  readonly topic: string;
}

/** The subscription of one feed. */
export interface Subscription {
  readonly feedId: string;
  readonly feedUrl: string;
  readonly feedStatus: FeedStatus;
  /** Empty: the feed names none any more. */
  readonly hubs: readonly string[];
  readonly topic: string;
  readonly state: SubscriptionState;
  /** The hub that was asked last; null before the first request. */
  readonly hub: string | null;
  /** The end of the callback address; null before the first request. */
  readonly callbackToken: string | null;
  /** The key of the hub's signatures. */
  readonly secret: string | null;
  readonly leaseEndsAt: Date | null;
  /** Requests in a row that the hub has not verified. */
  readonly failureCount: number;
}

/** A request that is about to be sent to a hub. */
export interface SubscriptionRequest {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly hub: string;
  readonly topic: string;
  readonly callbackToken: string;
  readonly secret: string;
  /** What the subscription is while the hub has not verified the request. */
  readonly state: 'pending' | 'active' | 'unsubscribing';
}

/** How a feed's subscription stands, for people. */
export interface SubscriptionListing {
  readonly feedId: string;
  readonly state: SubscriptionState;
  readonly hub: string | null;
  readonly leaseEndsAt: Date | null;
  readonly lastPushAt: Date | null;
  readonly lastError: string | null;
}

/** A POST to a callback, its body not read yet. */
export interface PushDelivery {
  readonly token: string;
  /** The `X-Hub-Signature` header. */
  readonly signature: string | null;
  readonly contentType: string | null;
  /** Null when it is over the limit. */
  readonly readBody: () => Promise<Uint8Array | null>;
}

/** What became of a delivery. */
export type PushOutcome =
  'push_received' | 'push_unwanted' | 'push_unsigned' | 'push_forged' | 'push_too_large';
