import type { ForgottenWork } from '../model/work.js';
import type { StageResult } from './stage-result.js';

export interface SweepDeps {
  takeForgottenWork(options: {
    readonly olderThanMs: number;
    readonly limit: number;
  }): Promise<ForgottenWork>;
  enqueueArticles(articleIds: readonly string[]): Promise<void>;
  enqueueTags(articleIds: readonly string[]): Promise<void>;
  /** Forgets polls of long ago. */
  prunePolls(olderThanDays: number): Promise<number>;
  readonly pollHistoryDays: number;
  /** How long a row may wait before it counts as forgotten, in milliseconds. */
  readonly ageMs: number;
}

/** Rows per sweep and kind: the next sweep takes the next ones. */
const LIMIT = 2_000;

/**
 * Makes jobs for work that the tables know and the queue forgot: after a crash between commit and enqueue, or
 * an emptied queue store; messages to channels have times of their own (`deliverDue`). Work that is still queued is not doubled, because jobs are deduplicated by id. Sweeps the
 * rows of old polls out as well.
 */
export async function sweep(deps: SweepDeps): Promise<StageResult> {
  const forgotten = await deps.takeForgottenWork({ olderThanMs: deps.ageMs, limit: LIMIT });
  await deps.enqueueArticles(forgotten.articles);
  await deps.enqueueTags(forgotten.tags);
  await deps.prunePolls(deps.pollHistoryDays);
  const found = forgotten.articles.length + forgotten.tags.length;
  return { outcome: found > 0 ? 'requeued' : 'clean' };
}
