import type { FeedEntry, FeedRecord } from '../model/feed-record.js';
import type { FeedStatus } from '../model/feed.js';
import type { PollFailure, PollSuccess } from '../model/poll.js';
import type { Queryable } from './database.js';

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
  item_count?: string;
}

const FEED_COLUMNS = `id, url, site_url, title, category, schedule, interval_ms, next_poll_at, last_polled_at,
  last_success_at, etag, last_modified, failure_count, last_error_code, last_error, status`;

/**
 * Adds feeds, or updates title, category and schedule of those already there. Polling state stays, and so does a site
 * address that is known.
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
    `insert into feeds (url, host, title, category, schedule, site_url)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
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
    ],
  );
  return { ids: rows.map((row) => row.id), added: rows.filter((row) => row.added).length };
}

/** One feed, or null when it was removed. */
export async function findFeed(db: Queryable, feedId: string): Promise<FeedRecord | null> {
  const [row] = await db.query<FeedRow>(`select ${FEED_COLUMNS} from feeds where id = $1`, [feedId]);
  return row ? toFeedRecord(row) : null;
}

/** All feeds with the number of items each ever offered, by category and title. */
export async function listFeeds(db: Queryable): Promise<FeedRecord[]> {
  const rows = await db.query<FeedRow>(
    `select ${FEED_COLUMNS}, (select count(*) from items where items.feed_id = feeds.id) as item_count
     from feeds order by category nulls last, title nulls last, url`,
  );
  return rows.map(toFeedRecord);
}

/**
 * Takes the feeds that are due, at most `perHost` of one host, and puts their next poll off by a lease: should
 * the job be lost, the feed is due again when the lease ends. Concurrent callers never get the same feed.
 */
export async function takeDueFeeds(
  db: Queryable,
  options: { readonly limit: number; readonly perHost: number; readonly leaseMs: number },
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `with due as (
       select id, host from feeds
       where status = 'active' and next_poll_at <= now()
       order by next_poll_at
       limit $1 * 4
       for update skip locked
     ), ranked as (
       select id, row_number() over (partition by host) as place from due
     )
     update feeds set next_poll_at = now() + make_interval(secs => $3 / 1000.0)
     where id in (select id from ranked where place <= $2 order by place limit $1)
     returning id`,
    [options.limit, options.perHost, options.leaseMs],
  );
  return rows.map((row) => row.id);
}

/** Makes feeds due at once (all active ones when no ids are given). */
export async function makeFeedsDue(db: Queryable, feedIds: readonly string[] | null): Promise<void> {
  await db.query(
    `update feeds set next_poll_at = now()
     where status = 'active' and ($1::bigint[] is null or id = any($1::bigint[]))`,
    [feedIds],
  );
}

/** Records a poll that worked (new items, or nothing new). */
export async function recordPollSuccess(db: Queryable, poll: PollSuccess): Promise<void> {
  await db.query(
    `update feeds set
       etag = $2, last_modified = $3,
       title = coalesce(title, $4), site_url = coalesce($5, site_url),
       url = case when $6::text is not null and not exists (select 1 from feeds f where f.url = $6) then $6 else url end,
       host = case when $6::text is not null and not exists (select 1 from feeds f where f.url = $6) then $7 else host end,
       next_poll_at = $8, interval_ms = $9,
       last_polled_at = now(), last_success_at = now(),
       failure_count = 0, last_error_code = null, last_error = null
     where id = $1`,
    [
      poll.feedId,
      poll.validators.etag,
      poll.validators.lastModified,
      poll.title,
      poll.siteUrl,
      poll.movedTo,
      poll.movedTo === null ? null : new URL(poll.movedTo).host,
      poll.nextPollAt,
      Math.round(poll.intervalMs),
    ],
  );
}

/** Records a poll that failed. The feed is backed off, never abandoned. */
export async function recordPollFailure(db: Queryable, failure: PollFailure): Promise<void> {
  await db.query(
    `update feeds set
       failure_count = failure_count + 1, last_error_code = $2, last_error = $3,
       next_poll_at = $4, last_polled_at = now(),
       status = case when $5 and status = 'active' then 'gone' else status end
     where id = $1`,
    [failure.feedId, failure.code, failure.message, failure.nextPollAt, failure.gone],
  );
}

/** Rests or wakes feeds. @returns how many were changed */
export async function setFeedStatus(
  db: Queryable,
  urls: readonly string[],
  status: 'active' | 'paused',
): Promise<number> {
  const rows = await db.query(
    `update feeds set status = $2, next_poll_at = case when $2 = 'active' then now() else next_poll_at end
     where url = any($1::text[]) or id::text = any($1::text[]) returning id`,
    [urls, status],
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
    itemCount: Number(row.item_count ?? 0),
  };
}
