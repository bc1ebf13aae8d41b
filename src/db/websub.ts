import type { FeedStatus } from '../model/feed.js';
import type {
  DiscoveredHub,
  Subscription,
  SubscriptionListing,
  SubscriptionRequest,
  SubscriptionState,
} from '../model/websub.js';
import type { Queryable } from './database.js';

interface SubscriptionRow {
  feed_id: string;
  feed_url: string;
  feed_status: FeedStatus;
  hubs: string[];
  topic: string;
  state: SubscriptionState;
  hub: string | null;
  callback_token: string | null;
  secret: string | null;
  lease_ends_at: Date | null;
  failure_count: number;
}

const SELECT_SUBSCRIPTION = `select s.feed_id, f.url as feed_url, f.status as feed_status, s.hubs, s.topic, s.state,
    s.hub, s.callback_token, s.secret, s.lease_ends_at, s.failure_count
  from websub_subscriptions s join feeds f on f.id = s.feed_id`;

/**
 * Keeps where a feed can be subscribed to. Nothing changes while it says the same. When it names other hubs or another
 * topic, what was there is forgotten: its callback is gone, which ends it at the old hub. Failures still count, so a
 * feed that changes its mind all the time does not make us ask all the time.
 */
export async function wishSubscription(
  db: Queryable,
  feedId: string,
  { hubs, topic }: DiscoveredHub,
): Promise<void> {
  await db.query(
    `insert into websub_subscriptions as s (feed_id, hubs, topic) values ($1, $2, $3)
     on conflict (feed_id) do update set
       hubs = excluded.hubs, topic = excluded.topic, state = 'wanted', hub = null, callback_token = null,
       secret = null, lease_ends_at = null, last_error = null, unread_since = null, last_push_at = null,
       next_attempt_at = case when s.failure_count > 0 then coalesce(s.next_attempt_at, now()) else now() end
     where s.hubs <> excluded.hubs or s.topic <> excluded.topic`,
    [feedId, hubs, topic],
  );
}

/** Keeps that a feed names no hub any more: a subscription that the hub knows of is to be ended, any other goes. */
export async function unwishSubscription(db: Queryable, feedId: string): Promise<void> {
  await db.query(
    `with unknown as (
       delete from websub_subscriptions where feed_id = $1 and state not in ('active', 'unsubscribing')
     )
     update websub_subscriptions set hubs = '{}', next_attempt_at = now()
     where feed_id = $1 and state in ('active', 'unsubscribing') and hubs <> '{}'`,
    [feedId],
  );
}

/**
 * Takes the subscriptions about which something is to be done, and puts their next attempt off by a lease: should the
 * work be lost, they are due again when the lease ends. Concurrent callers never get the same one.
 *
 * @returns the ids of their feeds
 */
export async function takeDueSubscriptions(
  db: Queryable,
  options: { readonly now: Date; readonly limit: number; readonly leaseMs: number },
): Promise<string[]> {
  const rows = await db.query<{ feed_id: string }>(
    `update websub_subscriptions set next_attempt_at = $1::timestamptz + make_interval(secs => $3 / 1000.0)
     where feed_id in (
       select s.feed_id from websub_subscriptions s join feeds f on f.id = s.feed_id
       where (s.next_attempt_at <= $1 and (f.status = 'active' or s.state in ('pending', 'active', 'unsubscribing')))
          -- Its feed rests: it is ended now, not when it would be renewed.
          or (f.status <> 'active' and s.state in ('pending', 'active'))
       order by s.next_attempt_at
       limit $2
       for update of s skip locked
     )
     returning feed_id`,
    [options.now, options.limit, options.leaseMs],
  );
  return rows.map((row) => row.feed_id);
}

/** The subscription of a feed, or null when it has none. */
export async function findSubscription(db: Queryable, feedId: string): Promise<Subscription | null> {
  const [row] = await db.query<SubscriptionRow>(`${SELECT_SUBSCRIPTION} where s.feed_id = $1`, [feedId]);
  return row ? toSubscription(row) : null;
}

/** The subscription with this callback, or null when there is none such, or no more. */
export async function findSubscriptionByToken(db: Queryable, token: string): Promise<Subscription | null> {
  const [row] = await db.query<SubscriptionRow>(`${SELECT_SUBSCRIPTION} where s.callback_token = $1`, [
    token,
  ]);
  return row ? toSubscription(row) : null;
}

/**
 * Records a request before it is sent, for some hubs verify it before they answer.
 *
 * @param seen - what the request was planned for
 * @param nextAttemptAt - when to ask again, should it come to nothing
 * @returns false when the subscription has changed since: nothing may be sent then
 */
export async function openRequest(
  db: Queryable,
  seen: Subscription,
  request: SubscriptionRequest,
  nextAttemptAt: Date,
): Promise<boolean> {
  const rows = await db.query(
    `update websub_subscriptions set
       state = $4, hub = $5, callback_token = $6, secret = $7, failure_count = failure_count + 1, next_attempt_at = $8
     where feed_id = $1 and state = $2 and topic = $3 and hubs = $9
     returning 1`,
    [
      seen.feedId,
      seen.state,
      seen.topic,
      request.state,
      request.hub,
      request.callbackToken,
      request.secret,
      nextAttemptAt,
      seen.hubs,
    ],
  );
  return rows.length > 0;
}

/** Keeps that the hub of a request has moved for good. */
export async function moveHub(db: Queryable, feedId: string, token: string, hub: string): Promise<void> {
  await db.query('update websub_subscriptions set hub = $3 where feed_id = $1 and callback_token = $2', [
    feedId,
    token,
    hub,
  ]);
}

/** What is left of a request that failed. */
export interface FailedRequest {
  readonly feedId: string;
  readonly callbackToken: string;
  /** In words for a person. */
  readonly message: string;
  readonly nextAttemptAt: Date;
}

/** Records a request that failed, unless the hub has verified it all the same. One that is active stays so. */
export async function failRequest(db: Queryable, failure: FailedRequest): Promise<void> {
  await db.query(
    `update websub_subscriptions set
       state = case when state = 'pending' then 'failed' else state end, last_error = $3, next_attempt_at = $4
     where feed_id = $1 and callback_token = $2 and failure_count > 0`,
    [failure.feedId, failure.callbackToken, failure.message, failure.nextAttemptAt],
  );
}

/** Records that a hub verified a subscription. @returns false when it is not wished any more */
export async function confirmSubscription(
  db: Queryable,
  confirmed: { readonly token: string; readonly leaseEndsAt: Date; readonly renewAt: Date },
): Promise<boolean> {
  const rows = await db.query(
    `update websub_subscriptions set
       state = 'active', lease_ends_at = $2, next_attempt_at = $3, failure_count = 0, last_error = null
     where callback_token = $1 and state in ('pending', 'active')
     returning 1`,
    [confirmed.token, confirmed.leaseEndsAt, confirmed.renewAt],
  );
  return rows.length > 0;
}

/** Records that a hub refuses a subscription for good: it is not asked again, unless the feed names another. */
export async function denySubscription(db: Queryable, token: string, message: string): Promise<void> {
  await db.query(
    `update websub_subscriptions set state = 'denied', lease_ends_at = null, next_attempt_at = null, last_error = $2
     where callback_token = $1 and state <> 'denied'`,
    [token, message],
  );
}

/**
 * Ends a subscription on our side. It waits for its feed to be polled again; when the feed names no hub, it goes.
 *
 * @param seen - what was to be ended: nothing happens when it has changed since
 * @returns whether it was ended
 */
export async function settleSubscription(db: Queryable, seen: Subscription): Promise<boolean> {
  const rows = await db.query(
    `with removed as (
       delete from websub_subscriptions where feed_id = $1 and state = $2 and hubs = '{}' returning 1
     ), settled as (
       update websub_subscriptions set
         state = 'wanted', hub = null, callback_token = null, secret = null, lease_ends_at = null,
         failure_count = 0, last_error = null, unread_since = null, next_attempt_at = now()
       where feed_id = $1 and state = $2 and hubs <> '{}'
       returning 1
     )
     select 1 from removed union all select 1 from settled`,
    [seen.feedId, seen.state],
  );
  return rows.length > 0;
}

/** All subscriptions, for lists of feeds. */
export async function listSubscriptions(db: Queryable): Promise<SubscriptionListing[]> {
  return db.query<SubscriptionListing>(
    `select feed_id as "feedId", state, hub, lease_ends_at as "leaseEndsAt", last_push_at as "lastPushAt",
       last_error as "lastError"
     from websub_subscriptions order by feed_id`,
  );
}

function toSubscription(row: SubscriptionRow): Subscription {
  return {
    feedId: row.feed_id,
    feedUrl: row.feed_url,
    feedStatus: row.feed_status,
    hubs: row.hubs,
    topic: row.topic,
    state: row.state,
    hub: row.hub,
    callbackToken: row.callback_token,
    secret: row.secret,
    leaseEndsAt: row.lease_ends_at,
    failureCount: row.failure_count,
  };
}
