import { firstText, type RawRecord } from './raw-feed.js';

/** Minutes in the periods of the syndication module, https://web.resource.org/rss/1.0/modules/syndication/ */
const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

/**
 * How long a reader may wait between polls, as the feed says: RSS's `ttl` in minutes, else
 * `sy:updatePeriod` divided by `sy:updateFrequency`.
 *
 * @returns whole minutes above 0, or null where the feed says nothing sensible
 */
export function readTtlMinutes(feed: RawRecord): number | null {
  const ttl = positiveNumber(firstText(feed, ['ttl']));
  if (ttl !== null) return Math.round(ttl);
  const period = PERIOD_MINUTES.get(firstText(feed, ['sy:updateperiod'])?.toLowerCase() ?? '');
  if (period === undefined) return null;
  const frequency = positiveNumber(firstText(feed, ['sy:updatefrequency'])) ?? 1;
  return Math.max(1, Math.round(period / frequency));
}

function positiveNumber(text: string | null): number | null {
  if (text === null || !/^\d{1,7}(?:\.\d{1,6})?$/.test(text)) return null;
  const number = Number(text);
  return number >= 1 ? number : null;
}
