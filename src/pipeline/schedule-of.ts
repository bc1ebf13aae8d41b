import { PermanentError } from '../errors.js';
import { parseSchedule, type Schedule } from '../feeds/parse-schedule.js';
import type { FeedRecord } from '../model/feed-record.js';

/**
 * The schedule that the owner of a feed wants, or null for one that adapts. One that can't be read counts as none:
 * it was checked when it was given, and a feed must not rest because of it.
 */
export function scheduleOf(feed: FeedRecord): Schedule | null {
  if (feed.schedule === null) return null;
  try {
    return parseSchedule(feed.schedule);
  } catch (error) {
    if (error instanceof PermanentError) return null;
    throw error;
  }
}
