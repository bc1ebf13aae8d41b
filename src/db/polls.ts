import type {
  OfferedCounts,
  OfferedOutcome,
  PollFailure,
  PollNote,
  PollRecord,
  PollSuccess,
} from '../model/poll.js';
import type { Queryable } from './database.js';

/** Items that a rhythm is read from: enough for a feed of an item an hour to show its week. */
const ARRIVALS = 400;

/** Old polls deleted at once: a second's work at most. */
const PRUNE_LIMIT = 20_000;

/** The id of a poll that is going to be recorded: its items name it. */
export async function reservePollId(db: Queryable): Promise<string> {
  const [row] = await db.query<{ id: string }>(`select nextval(pg_get_serial_sequence('polls', 'id')) as id`);
  if (!row) throw new Error('a sequence gave no number');
  return row.id;
}

/** What one poll came to, ready for its row. */
export interface PollRow {
  readonly id: string;
  readonly feedId: string;
  readonly trigger: PollRecord['trigger'];
  readonly outcome: PollSuccess['outcome'];
  readonly counts: OfferedCounts;
  readonly notes: readonly PollNote[];
}

/** Records a poll that worked. */
export async function insertPoll(db: Queryable, poll: PollRow): Promise<void> {
  const { counts } = poll;
  await db.query(
    `insert into polls (id, feed_id, trigger, outcome, offered, new, known, duplicate, dropped, failed, reasons, notes)
     overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      poll.id,
      poll.feedId,
      poll.trigger,
      poll.outcome,
      counts.offered,
      counts.new,
      counts.known,
      counts.duplicate,
      counts.dropped,
      counts.failed,
      counts.reasons,
      JSON.stringify(poll.notes),
    ],
  );
}

/** Records a poll that failed. */
export async function insertFailedPoll(db: Queryable, failure: PollFailure): Promise<void> {
  await db.query(
    `insert into polls (feed_id, trigger, outcome, error_code, error)
     select id, 'schedule', 'failed', $2, $3 from feeds where id = $1`,
    [failure.feedId, failure.code, failure.message],
  );
}

/** The polls of a feed, the latest first. */
export async function listPolls(db: Queryable, feedId: string, limit: number): Promise<PollRecord[]> {
  const rows = await db.query<PollRecordRow>(
    `select ${POLL_COLUMNS} from polls where feed_id = $1 order by id desc limit $2`,
    [feedId, limit],
  );
  return rows.map(toPollRecord);
}

/** Forgets polls that are older than so many days. @returns how many; call again when there may be more */
export async function prunePolls(db: Queryable, olderThanDays: number): Promise<number> {
  const rows = await db.query(
    `delete from polls where id in (
       select id from polls where polled_at < now() - make_interval(days => $1) order by polled_at limit $2
     ) returning 1`,
    [olderThanDays, PRUNE_LIMIT],
  );
  return rows.length;
}

/**
 * When the items of a feed came out, the latest that were stored first. Where an item has no date, or only a day, the
 * time when it was seen stands for it; but not for what the first poll found, which may be of any age.
 */
export async function listArrivals(db: Queryable, feedId: string): Promise<OfferedOutcome['arrivals']> {
  const rows = await db.query<{ arrived_at: Date }>(
    `select case when has_time then least(published_at, seen_at) else seen_at end as arrived_at
     from (
       select published_at, seen_at,
         coalesce(published_at <> date_trunc('day', published_at), false) as has_time,
         seen_at > (select min(seen_at) from items where feed_id = $1) as is_later
       from items where feed_id = $1 order by id desc limit $2
     ) latest
     where has_time or is_later`,
    [feedId, ARRIVALS],
  );
  return rows.map((row) => row.arrived_at.toISOString());
}

/** The columns of a poll, for lists. */
export const POLL_COLUMNS =
  'polled_at, trigger, outcome, error_code, error, offered, new, known, duplicate, dropped, failed, reasons, notes';

/** A poll as the database returns it. */
export interface PollRecordRow extends Omit<OfferedCounts, 'reasons'> {
  readonly polled_at: Date;
  readonly trigger: PollRecord['trigger'];
  readonly outcome: PollRecord['outcome'];
  readonly error_code: string | null;
  readonly error: string | null;
  readonly reasons: Record<string, number>;
  readonly notes: PollNote[];
}

/** A row as the rest of the program knows it. */
export function toPollRecord(row: PollRecordRow): PollRecord {
  const { offered, known, duplicate, dropped, failed, reasons } = row;
  return {
    polledAt: row.polled_at,
    trigger: row.trigger,
    outcome: row.outcome,
    errorCode: row.error_code,
    error: row.error,
    counts: { offered, new: row.new, known, duplicate, dropped, failed, reasons },
    notes: row.notes,
  };
}
