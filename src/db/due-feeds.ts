import type { Queryable } from './database.js';

/** How many feeds are taken at once, and how. */
export interface DueFeedsOptions {
  /** The present, given so that a bench can let days pass. */
  readonly now: Date;
  readonly limit: number;
  /** Most feeds of one host. */
  readonly perHost: number;
  /** A taken feed is due again after this, should its job be lost. */
  readonly leaseMs: number;
  /** Further feeds of the same host line up behind, this far apart. */
  readonly lineStepMs: number;
}

/**
 * Takes the feeds that are due, at most `perHost` of one host, and puts their next poll off by a lease: should
 * the job be lost, the feed is due again when the lease ends. Concurrent callers never get the same feed.
 *
 * Feeds beyond `perHost` get a place in a line, so that a host with thousands of feeds does not stand at the head of
 * the due ones and keep those of others waiting.
 *
 * @returns ids
 */
export async function takeDueFeeds(db: Queryable, options: DueFeedsOptions): Promise<string[]> {
  const rows = await db.query<{ id: string; taken: boolean }>(
    `with due as (
       select id, host, next_poll_at from feeds
       where status = 'active' and next_poll_at <= $1
       order by next_poll_at
       limit $2
       for update skip locked
     ), ranked as (
       select id, row_number() over (partition by host order by next_poll_at) as place from due
     )
     update feeds set next_poll_at = $1::timestamptz + make_interval(
       secs => case when place <= $3 then $4 else (place - $3) * $5 end / 1000.0)
     from ranked where feeds.id = ranked.id
     returning feeds.id, place <= $3 as taken`,
    [options.now, options.limit, options.perHost, options.leaseMs, options.lineStepMs],
  );
  return rows.filter((row) => row.taken).map((row) => row.id);
}

/** Makes feeds due at once (all active ones when no ids are given). */
export async function makeFeedsDue(db: Queryable, feedIds: readonly string[] | null): Promise<void> {
  await db.query(
    `update feeds set next_poll_at = now()
     where status = 'active' and ($1::bigint[] is null or id = any($1::bigint[]))`,
    [feedIds],
  );
}
