import type { FeedSilence, QuietFeed } from '../model/silence.js';
import { readRhythm } from './publishing-rhythm.js';

/** A feed is silent when so many items are overdue: where items come independently, that is chance once in 3,000. */
const OVERDUE_ITEMS = 8;

/** Nobody is called for less, however busy the feed. */
export const SHORTEST_SILENCE_MS = 6 * 3_600_000;

/** From fewer arrivals no rhythm can be read. */
const FEWEST_ARRIVALS = 10;

/** A silence that is longer than this is no news. */
const LATEST_MS = 60 * 86_400_000;

/**
 * Tells whether a feed is quieter than its own rhythm allows, by the hour of the week, as it was up to its last item.
 *
 * @returns null when it is not, or when too little is known of it
 */
export function findSilence(feed: QuietFeed): FeedSilence | null {
  if (feed.arrivals.length < FEWEST_ARRIVALS) return null;
  const newest = Math.max(...feed.arrivals.map((at) => Date.parse(at)).filter((ms) => !Number.isNaN(ms)));
  const lastMs = Math.max(feed.lastSeenAt.getTime(), Math.min(newest, feed.watchedUntil.getTime()));
  const rhythm = readRhythm(feed.arrivals, new Date(lastMs));
  if (rhythm === null) return null;
  const untilMs = feed.watchedUntil.getTime();
  const overdueAtMs = rhythm.whenExpected(OVERDUE_ITEMS, lastMs, lastMs + LATEST_MS);
  const beganMs = Math.max(overdueAtMs, lastMs + SHORTEST_SILENCE_MS);
  if (beganMs > untilMs) return null;
  const { id, url, title, lastItemId } = feed;
  return {
    feed: { id, url, title, lastItemId },
    lastAt: new Date(lastMs),
    watchedUntil: feed.watchedUntil,
    beganAt: new Date(beganMs),
    expected: rhythm.expectedBetween(lastMs, untilMs),
  };
}
