import { errorCodeOf, errorMessageOf, ThrottledError } from '../errors.js';
import { nextPoll } from '../feeds/next-poll.js';
import type { FeedRecord } from '../model/feed-record.js';
import type { PollFailure } from '../model/poll.js';
import { scheduleOf } from './schedule-of.js';

export interface RecordPollFailureDeps {
  findFeed(feedId: string): Promise<FeedRecord | null>;
  recordPollFailure(failure: PollFailure): Promise<void>;
  now(): Date;
}

/**
 * Keeps a failed poll on its feed, in words for a person, and backs the feed off. A feed is never abandoned:
 * only a 410 ends its polls, until a person resumes it.
 */
export async function recordPollFailure(
  deps: RecordPollFailureDeps,
  feedId: string,
  error: unknown,
): Promise<void> {
  const feed = await deps.findFeed(feedId);
  if (feed === null) return;
  const { nextPollAt } = nextPoll({
    now: deps.now(),
    outcome: 'failed',
    currentIntervalMs: feed.intervalMs,
    failureCount: feed.failureCount + 1,
    ...(error instanceof ThrottledError ? { retryAfterMs: error.retryAfterMs } : {}),
    pace: feed.pace,
    schedule: scheduleOf(feed),
    feedKey: feed.url,
    arrivals: [],
  });
  const code = errorCodeOf(error);
  await deps.recordPollFailure({
    feedId,
    code,
    message: errorMessageOf(error),
    nextPollAt,
    gone: code === 'http_410',
    // After a real failure the next poll asks for everything: a 304 could not tell whether the fault is mended.
    forgetValidators: !(error instanceof ThrottledError),
  });
}
