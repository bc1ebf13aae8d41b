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
 * Feeds beyond `perHost` get a place at the end of their host's line, so that a host with thousands of feeds does not
 * stand at the head of the due ones and keep those of others waiting. Each is put off once: the line moves no faster
 * than the host may be asked.
 *
 * @returns ids
 */
export async function takeDueFeeds(db: Queryable, options: DueFeedsOptions): Promise<string[]> {
  // The commit does not wait for the disk: after a crash that forgets the lease, the feeds are due again. All of it is
  // one statement, so that one round trip does.
  const rows = await db.query<{ id: string; taken: boolean }>(
    `with relaxed as materialized (
       select set_config('synchronous_commit', 'off', true)
     ), due as (
       select id, host, next_poll_at from feeds
       where status = 'active' and next_poll_at <= $1
       order by next_poll_at
       limit $2
       for update skip locked
     ), placed as (
       select id, host, row_number() over (partition by host order by next_poll_at) - $3 as place,
         count(*) over (partition by host) - $3 as waiting
       from due
     ), lines as (
       insert into host_lines as line (host, tail_at)
       select distinct host, $1::timestamptz + waiting * $5::float8 * interval '1 millisecond'
       from placed where waiting > 0 order by host
       on conflict (host) do update set tail_at = excluded.tail_at + greatest(line.tail_at - $1, interval '0')
       returning host, tail_at
     )
     update feeds set next_poll_at = case
       when place <= 0 then $1::timestamptz + $4::float8 * interval '1 millisecond'
       else tail_at - (waiting - place) * $5::float8 * interval '1 millisecond' end
     from placed cross join relaxed left join lines on lines.host = placed.host
     where feeds.id = placed.id
     returning feeds.id, place <= 0 as taken`,
    [options.now, options.limit, options.perHost, options.leaseMs, options.lineStepMs],
  );
  return rows.filter((row) => row.taken).map((row) => row.id);
}

/** Makes feeds due at once (all active ones when no ids are given); the lines of their hosts begin anew. */
export async function makeFeedsDue(db: Queryable, feedIds: readonly string[] | null): Promise<void> {
  await db.query(
    `with forgotten as (
       delete from host_lines
       where $1::bigint[] is null or host in (select host from feeds where id = any($1::bigint[]))
     )
     update feeds set next_poll_at = now()
     where status = 'active' and ($1::bigint[] is null or id = any($1::bigint[]))`,
    [feedIds],
  );
}
