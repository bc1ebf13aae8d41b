import type { GivenUpWork, QuarantineFilter, QuarantinedWork, QuarantineQueue } from '../model/work.js';
import type { Queryable } from './database.js';

/** Puts work in quarantine; the newest failure of the same work replaces the older one. */
export async function insertQuarantine(db: Queryable, work: GivenUpWork): Promise<void> {
  await db.query(
    `insert into quarantine (queue, subject_id, code, message, context, attempts)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (queue, subject_id) do update set
       code = excluded.code, message = excluded.message, context = excluded.context,
       attempts = quarantine.attempts + excluded.attempts, created_at = now()`,
    [work.queue, work.subjectId, work.code, work.message, JSON.stringify(work.context), work.attempts],
  );
}

const MATCHES = `($1::bigint[] is null or q.id = any($1::bigint[]))
  and ($2::text is null or q.queue = $2) and ($3::text is null or q.code = $3)`;

/** The quarantined work, newest first. */
export async function listQuarantine(
  db: Queryable,
  filter: QuarantineFilter,
  limit: number,
): Promise<QuarantinedWork[]> {
  return db.query<QuarantinedWork>(
    `select q.id, q.queue, q.subject_id as "subjectId", q.code, q.message, q.attempts, q.created_at as "createdAt",
       case q.queue
         when 'feeds' then (select url from feeds where id = q.subject_id)
         else (select url from articles where id = q.subject_id)
       end as subject
     from quarantine q where ${MATCHES}
     order by q.created_at desc, q.id desc limit $4`,
    [filter.ids ?? null, filter.queue ?? null, filter.code ?? null, limit],
  );
}

/** Takes work out of quarantine for a replay. */
export async function takeQuarantine(
  tx: Queryable,
  filter: QuarantineFilter,
): Promise<{ queue: QuarantineQueue; subjectId: string }[]> {
  return tx.query<{ queue: QuarantineQueue; subjectId: string }>(
    `delete from quarantine q where ${MATCHES} returning q.queue, q.subject_id as "subjectId"`,
    [filter.ids ?? null, filter.queue ?? null, filter.code ?? null],
  );
}

/** How many pieces of work each code holds, most first. */
export async function countQuarantine(db: Queryable): Promise<{ code: string; count: number }[]> {
  return db.query<{ code: string; count: number }>(
    'select code, count(*)::int as count from quarantine group by code order by count desc, code',
  );
}
