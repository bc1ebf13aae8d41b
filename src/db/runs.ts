import type { RunBaseline, RunProgress, RunSummary } from '../model/progress.js';
import type { Queryable } from './database.js';

/** Where a run starts to count. */
export async function readBaseline(db: Queryable): Promise<RunBaseline> {
  const [row] = await db.query<RunBaseline>(
    `select coalesce(max(id), 0)::text as "lastArticleId", clock_timestamp() as "startedAt" from articles`,
  );
  if (!row) throw new Error('an aggregate returned no row');
  return row;
}

/**
 * How far a run is. Costs by the work of the run, not by the archive.
 *
 * @param feedIds - the feeds of the run; null: all active ones
 */
export async function readProgress(
  db: Queryable,
  run: RunBaseline,
  feedIds: readonly string[] | null,
): Promise<RunProgress> {
  const [row] = await db.query<RunProgress>(
    `select f.*, waiting.*, found.*,
       (select count(*)::int from deliveries d join channels c on c.id = d.channel_id
        -- What is retried soon is waited for, what waits for a morning or a receiver that is down is not.
        where d.status = 'pending' and c.enabled
          and greatest(d.due_at, c.rests_until) < now() + interval '1 minute') as "alertsPending"
     from (
       select count(*) filter (where last_polled_at is null or last_polled_at < $2)::int as "feedsPending",
         count(*) filter (where last_polled_at >= $2)::int as "feedsPolled"
       from feeds
       where (status = 'active' or last_polled_at >= $2) and ($3::bigint[] is null or id = any($3::bigint[]))
     ) f, (
       select count(*) filter (where status = 'discovered')::int as "toFetch",
         count(*) filter (where status = 'fetched')::int as "toTag"
       from articles where status in ('discovered', 'fetched')
     ) waiting, (
       select count(*)::int as discovered,
         count(*) filter (where status = 'tagged')::int as tagged,
         count(*) filter (where status in ('skipped', 'duplicate'))::int as skipped,
         count(*) filter (where status = 'failed')::int as failed
       from articles where id > $1::bigint
     ) found`,
    [run.lastArticleId, run.startedAt, feedIds],
  );
  if (!row) throw new Error('an aggregate returned no row');
  return row;
}

/** Work that waits, by stage, whoever started it. */
export async function countPending(
  db: Queryable,
): Promise<{ feeds: number; articles: number; tags: number; alerts: number }> {
  const [row] = await db.query<{ feeds: number; articles: number; tags: number; alerts: number }>(
    `select
       (select count(*)::int from feeds where status = 'active' and next_poll_at <= now()) as feeds,
       (select count(*)::int from articles where status = 'discovered') as articles,
       (select count(*)::int from articles where status = 'fetched') as tags,
       (select count(*)::int from deliveries where status = 'pending') as alerts`,
  );
  if (!row) throw new Error('an aggregate returned no row');
  return row;
}

/** Rows of each list in a summary. */
const TOP = 8;

/** What a run brought: the top of each kind, and what failed and why. */
export async function summariseRun(db: Queryable, run: RunBaseline): Promise<RunSummary> {
  const values = [run.lastArticleId];
  const [counts] = await db.query<{ articles: number; tagged: number }>(
    `select count(*) filter (where text is not null)::int as articles,
       count(*) filter (where status = 'tagged')::int as tagged
     from articles where id > $1::bigint`,
    values,
  );
  return {
    articles: counts?.articles ?? 0,
    tagged: counts?.tagged ?? 0,
    failures: await db.query(
      `select coalesce(last_error_code, 'unexpected') as code, count(*)::int as count, min(url) as example
       from articles where id > $1::bigint and status = 'failed' group by 1 order by count desc, code`,
      values,
    ),
    skipped: await db.query(
      `select coalesce(status_reason, status) as reason, count(*)::int as count
       from articles where id > $1::bigint and status in ('skipped', 'duplicate') group by 1 order by count desc`,
      values,
    ),
    feedFailures: await db.query(
      `select url, last_error_code as code, last_error as message
       from feeds where last_polled_at >= $1 and last_error_code is not null order by url`,
      [run.startedAt],
    ),
    countries: await db.query(
      `select code, count(distinct article_id)::int as articles
       from country_mentions where article_id > $1::bigint and said
       group by code order by articles desc, code limit ${TOP}`,
      values,
    ),
    actors: await db.query(
      `select a.name, a.kind, a.unverified, count(distinct m.article_id)::int as articles
       from actor_mentions m join actors a on a.id = m.actor_id
       where m.article_id > $1::bigint group by a.id order by articles desc, a.name limit ${TOP}`,
      values,
    ),
    money: await db.query(
      `select m.surface, m.amount::text as amount, m.currency, m.purpose, a.title
       from money_mentions m join articles a on a.id = m.article_id
       where m.article_id > $1::bigint and m.conversion_of is null order by m.amount desc, m.article_id limit ${TOP}`,
      values,
    ),
  };
}
