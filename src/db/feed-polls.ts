import type { PollFailure, PollNote, PollSuccess } from '../model/poll.js';
import type { Queryable } from './database.js';

/** Leaves on a feed what a poll that worked has found. Of the first one the id stays: what it brought is no news. */
export async function recordPollSuccess(db: Queryable, poll: PollSuccess, pollId: string): Promise<void> {
  await db.query(
    `update feeds set
       etag = $2, last_modified = $3, pace = $4, fresh_ms = $5,
       title = coalesce(title, $6), site_url = coalesce($7, site_url),
       next_poll_at = $8, interval_ms = $9,
       gap_at = case when $10 then now() else gap_at end,
       last_polled_at = now(), last_success_at = now(),
       first_poll_id = coalesce(first_poll_id, $11),
       failure_count = 0, last_error_code = null, last_error = null
     where id = $1`,
    [
      poll.feedId,
      poll.validators.etag,
      poll.validators.lastModified,
      poll.pace,
      poll.freshForMs === null ? null : Math.round(poll.freshForMs),
      poll.title,
      poll.siteUrl,
      poll.nextPollAt,
      Math.round(poll.intervalMs),
      poll.hasGap,
      pollId,
    ],
  );
}

/** Leaves on a feed why a poll failed. The feed is backed off, never abandoned. */
export async function recordPollFailure(db: Queryable, failure: PollFailure): Promise<void> {
  await db.query(
    `update feeds set
       failure_count = failure_count + 1, last_error_code = $2, last_error = $3,
       next_poll_at = $4, last_polled_at = now(),
       status = case when $5 and status = 'active' then 'gone' else status end,
       etag = case when $6 then null else etag end,
       last_modified = case when $6 then null else last_modified end
     where id = $1`,
    [
      failure.feedId,
      failure.code,
      failure.message,
      failure.nextPollAt,
      failure.gone,
      failure.forgetValidators,
    ],
  );
}

/**
 * Follows a feed that moved for good. Where another feed that is polled has the new address already, this one is
 * merged into it: its items stay, its polls end. Where the other one rests, nothing is changed, for then nobody would
 * poll the address.
 *
 * @param tx - a transaction
 * @returns what was done, in words for a person; null when the feed has that address already
 */
export async function moveFeed(tx: Queryable, feedId: string, url: string): Promise<PollNote | null> {
  // Two feeds may move to one address in the same moment: the second must see the first.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [url]);
  const holders = await tx.query<{ id: string; status: string }>(
    'select id, status from feeds where url = $1 for update',
    [url],
  );
  const [holder] = holders;
  if (holder === undefined) {
    await tx.query('update feeds set url = $2, host = $3 where id = $1', [feedId, url, new URL(url).host]);
    return { code: 'moved', message: `The feed moved for good to ${url}; its address was changed.` };
  }
  if (holder.id === feedId) return null;
  if (holder.status !== 'active') {
    return {
      code: 'move_refused',
      message: `The feed moved for good to ${url}, the address of feed ${holder.id}, which is ${holder.status}. Both stay as they are: resume that one or remove it.`,
    };
  }
  await tx.query(`update feeds set status = 'merged', merged_into = $2 where id = $1`, [feedId, holder.id]);
  return {
    code: 'merged',
    message: `The feed moved for good to ${url}, the address of feed ${holder.id}, and was merged into it: its items stay, its polls end.`,
  };
}
