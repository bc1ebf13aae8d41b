import type { Queryable } from './database.js';

/** Records that news came for a feed, before they are read. */
export async function notePush(db: Queryable, feedId: string, arrivedAt: Date): Promise<void> {
  await db.query('update websub_subscriptions set unread_since = $2 where feed_id = $1', [feedId, arrivedAt]);
}

/**
 * Records that the news of a feed are stored.
 *
 * @param tx - the transaction that stores them: `last_push_at` is the `seen_at` of their items
 * @param arrivedAt - when these came; later ones are still unread
 */
export async function markPushRead(tx: Queryable, feedId: string, arrivedAt: Date): Promise<void> {
  await tx.query(
    `update websub_subscriptions set
       last_push_at = now(), unread_since = case when unread_since <= $2 then null else unread_since end
     where feed_id = $1`,
    [feedId, arrivedAt],
  );
}

/**
 * Has feeds polled whose news came and were not stored.
 *
 * @param which - news that arrived until then, of one feed or, for null, of all
 * @returns how many feeds
 */
export async function pollForUnreadPushes(
  db: Queryable,
  which: { readonly arrivedUntil: Date; readonly feedId: string | null },
): Promise<number> {
  const rows = await db.query(
    `with unread as (
       update websub_subscriptions set unread_since = null
       where unread_since <= $1 and ($2::bigint is null or feed_id = $2)
       returning feed_id
     )
     update feeds set next_poll_at = now() from unread
     where feeds.id = unread.feed_id and status = 'active' returning 1`,
    [which.arrivedUntil, which.feedId],
  );
  return rows.length;
}
