import type { SkippedFilter, SkippedPage } from '../model/article-record.js';
import type { Queryable } from './database.js';

const MATCHES = `status = 'skipped' and ($1::bigint[] is null or id = any($1::bigint[]))
  and ($2::text is null or status_reason = $2) and ($3::timestamptz is null or fetched_at >= $3)`;

/** The pages that held no article, newest first. */
export async function listSkipped(
  db: Queryable,
  filter: SkippedFilter,
  limit: number,
): Promise<SkippedPage[]> {
  return db.query<SkippedPage>(
    `select id, url, title, status_reason as reason, fetched_at as "fetchedAt"
     from articles where ${MATCHES} order by fetched_at desc, id desc limit $4`,
    [...valuesOf(filter), limit],
  );
}

/**
 * Puts skipped pages back to where they stood before they were fetched.
 *
 * @returns the ids of their articles; the caller makes the jobs
 */
export async function reopenSkipped(db: Queryable, filter: SkippedFilter): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `update articles set status = 'discovered', status_reason = null, queued_at = now()
     where ${MATCHES} returning id`,
    valuesOf(filter),
  );
  return rows.map((row) => row.id);
}

function valuesOf({ ids, reason, since }: SkippedFilter): unknown[] {
  return [ids ?? null, reason ?? null, since ?? null];
}
