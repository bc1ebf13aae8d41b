import type { FeedEntry, FeedListing, FeedRecord } from '../model/feed-record.js';
import type { FeedPace, FeedStatus } from '../model/feed.js';
import type { Queryable } from './database.js';
import { toPollRecord, type PollRecordRow } from './polls.js';

interface FeedRow {
  id: string;
  url: string;
  site_url: string | null;
  title: string | null;
  category: string | null;
  schedule: string | null;
  interval_ms: string;
  next_poll_at: Date;
  last_polled_at: Date | null;
  last_success_at: Date | null;
  etag: string | null;
  last_modified: string | null;
  failure_count: number;
  last_error_code: string | null;
  last_error: string | null;
  status: FeedStatus;
  merged_into: string | null;
  pace: FeedPace;
  fresh_ms: string | null;
  gap_at: Date | null;
  is_pushed: boolean;
}

interface FeedListingRow extends FeedRow {
  item_count: string;
  last_item_at: Date | null;
  /** As JSON: its date is text. */
  last_poll: (Omit<PollRecordRow, 'polled_at'> & { polled_at: string }) | null;
}

/**
 * Whether a feed's hub can be relied on: the subscription is alive, and the newest item that we have came by it. A hub
 * that has been silent about something that a poll found counts as none until it brings news again.
 */
const IS_PUSHED = `exists (
    select 1 from websub_subscriptions s
    where s.feed_id = feeds.id and s.state = 'active' and s.lease_ends_at > now() and s.last_push_at >= coalesce(
      (select seen_at from items where items.feed_id = feeds.id order by items.id desc limit 1), '-infinity')
  )`;

const FEED_COLUMNS = `id, url, site_url, title, category, schedule, interval_ms, next_poll_at, last_polled_at,
  last_success_at, etag, last_modified, failure_count, last_error_code, last_error, status, merged_into, pace, fresh_ms,
  gap_at, ${IS_PUSHED} as is_pushed`;

/**
 * How the first polls of new feeds follow one another. So many are due at once; further ones of all hosts come at the
 * pace of one process, which polls 8 feeds at once, three a second each. Feeds of one host follow one another at the
 * pace that a host is asked anyway, and a host with thousands of them does so beside all the others. Feeds that begin
 * together keep coming back together: a long list must not be polled in one go.
 */
const FIRST_POLLS = {
  all: { together: 250, stepMs: 40 },
  host: { together: 10, stepMs: 1_000 },
} as const;

/**
 * Adds feeds, due now or soon, or updates title, category and schedule of those already there. Polling
 * state stays, and so does a site address that is known.
 *
 * @returns the ids of all given feeds, and how many of them are new
 */
export async function upsertFeeds(
  db: Queryable,
  entries: readonly FeedEntry[],
): Promise<{ ids: string[]; added: number }> {
  // The last of two lines with one URL wins: "on conflict" can't touch a row twice in one statement.
  const unique = [...new Map(entries.map((entry) => [entry.url, entry])).values()];
  const rows = await db.query<{ id: string; added: boolean }>(
    `with entries as (
       select entry.*, feeds.id is null as is_new
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
         with ordinality as entry (url, host, title, category, schedule, site_url, position)
       left join feeds on feeds.url = entry.url
     ), placed as (
       select *, row_number() over (partition by is_new, host order by position) as place from entries
     ), ranked as (
       select *, count(*) filter (where place <= $7) over (partition by is_new order by position) as rank from placed
     )
     insert into feeds (url, host, title, category, schedule, site_url, next_poll_at)
     select url, host, title, category, schedule, site_url, now() + interval '1 millisecond'
       * (greatest(rank - $7, 0) * $8::float8 + greatest(place - $9, 0) * $10::float8)
     from ranked order by position
     on conflict (url) do update set
       title = coalesce(excluded.title, feeds.title),
       category = coalesce(excluded.category, feeds.category),
       schedule = coalesce(excluded.schedule, feeds.schedule),
       site_url = coalesce(feeds.site_url, excluded.site_url)
     returning id, xmax = 0 as added`,
    [
      unique.map((entry) => entry.url),
      unique.map((entry) => new URL(entry.url).host),
      unique.map((entry) => entry.title ?? null),
      unique.map((entry) => entry.category ?? null),
      unique.map((entry) => entry.schedule ?? null),
      unique.map((entry) => entry.siteUrl ?? null),
      FIRST_POLLS.all.together,
      FIRST_POLLS.all.stepMs,
      FIRST_POLLS.host.together,
      FIRST_POLLS.host.stepMs,
    ],
  );
  return { ids: rows.map((row) => row.id), added: rows.filter((row) => row.added).length };
}

/** One feed, or null when it was removed. */
export async function findFeed(db: Queryable, feedId: string): Promise<FeedRecord | null> {
  const [row] = await db.query<FeedRow>(`select ${FEED_COLUMNS} from feeds where id = $1`, [feedId]);
  return row ? toFeedRecord(row) : null;
}

/** All feeds with the number of items each ever offered and its last poll, by category and title. */
export async function listFeeds(db: Queryable): Promise<FeedListing[]> {
  const rows = await db.query<FeedListingRow>(
    `select ${FEED_COLUMNS}, coalesce(offered.count, 0) as item_count, offered.last_item_at,
       (select to_jsonb(latest) from
         (select * from polls where polls.feed_id = feeds.id order by polls.id desc limit 1) latest) as last_poll
     from feeds
     left join (
       select feed_id, count(*), max(coalesce(published_at, seen_at)) as last_item_at from items group by feed_id
     ) offered on offered.feed_id = feeds.id
     order by category nulls last, title nulls last, url`,
  );
  return rows.map((row) => ({
    ...toFeedRecord(row),
    itemCount: Number(row.item_count),
    lastItemAt: row.last_item_at,
    lastPoll:
      row.last_poll && toPollRecord({ ...row.last_poll, polled_at: new Date(row.last_poll.polled_at) }),
  }));
}

/** Rests or wakes feeds. @returns how many were changed */
export async function setFeedStatus(
  db: Queryable,
  urls: readonly string[],
  status: 'active' | 'paused',
): Promise<number> {
  const rows = await db.query(
    `update feeds set status = $2, merged_into = null, next_poll_at = case when $2 = 'active' then now() else next_poll_at end
     where url = any($1::text[]) or id::text = any($1::text[]) returning id`,
    [urls, status],
  );
  return rows.length;
}

/** Gives feeds a schedule of their owner's, or (null) their own rhythm back, from now on. @returns how many */
export async function setSchedule(
  db: Queryable,
  urls: readonly string[],
  schedule: string | null,
): Promise<number> {
  const rows = await db.query(
    `update feeds set schedule = $2, next_poll_at = case when status = 'active' then now() else next_poll_at end
     where url = any($1::text[]) or id::text = any($1::text[]) returning id`,
    [urls, schedule],
  );
  return rows.length;
}

/** Removes feeds by URL or id; their articles stay. @returns how many were removed */
export async function removeFeeds(db: Queryable, urls: readonly string[]): Promise<number> {
  const rows = await db.query(
    'delete from feeds where url = any($1::text[]) or id::text = any($1::text[]) returning id',
    [urls],
  );
  return rows.length;
}

function toFeedRecord(row: FeedRow): FeedRecord {
  return {
    id: row.id,
    url: row.url,
    siteUrl: row.site_url,
    title: row.title,
    category: row.category,
    schedule: row.schedule,
    intervalMs: Number(row.interval_ms),
    nextPollAt: row.next_poll_at,
    lastPolledAt: row.last_polled_at,
    lastSuccessAt: row.last_success_at,
    validators: { etag: row.etag, lastModified: row.last_modified },
    failureCount: row.failure_count,
    lastErrorCode: row.last_error_code,
    lastError: row.last_error,
    status: row.status,
    mergedInto: row.merged_into,
    pace: row.pace,
    freshForMs: row.fresh_ms === null ? null : Number(row.fresh_ms),
    gapAt: row.gap_at,
    isPushed: row.is_pushed,
  };
}
