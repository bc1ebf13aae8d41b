import type { QuietFeed } from '../model/silence.js';
import type { Queryable } from './database.js';
import { listArrivals } from './polls.js';

/** How long a feed is left in peace before it is asked again. */
const RECHECK_MINUTES = 30;

/**
 * Takes feeds that could have fallen silent, those first that were not looked at for the longest time: active ones that
 * are polled without failures. The others have a state of their own that says why nothing comes.
 *
 * @param options.quietForMs - the last item was seen so long ago
 * @param options.limit - most feeds at once
 */
export async function takeQuietFeeds(
  db: Queryable,
  options: { readonly quietForMs: number; readonly limit: number },
): Promise<QuietFeed[]> {
  const feeds = await db.query<Omit<QuietFeed, 'arrivals'>>(
    `with taken as (
       select id from feeds
       where status = 'active' and failure_count = 0 and last_success_at is not null
         and coalesce(silence_checked_at, '-infinity') < now() - make_interval(mins => ${RECHECK_MINUTES})
       order by silence_checked_at nulls first, id limit $2 for update skip locked
     ), checked as (
       update feeds set silence_checked_at = now() from taken where feeds.id = taken.id
       returning feeds.id, feeds.url, feeds.title, feeds.last_success_at
     )
     select c.id, c.url, c.title, c.last_success_at as "watchedUntil", latest.id as "lastItemId",
       latest.seen_at as "lastSeenAt"
     from checked c cross join lateral (
       select i.id, i.seen_at from items i where i.feed_id = c.id order by i.id desc limit 1
     ) latest
     where latest.seen_at < c.last_success_at - $1 * interval '1 millisecond'
     order by c.id`,
    [options.quietForMs, options.limit],
  );
  const quiet: QuietFeed[] = [];
  for (const feed of feeds) quiet.push({ ...feed, arrivals: await listArrivals(db, feed.id) });
  return quiet;
}
