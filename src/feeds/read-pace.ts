import type { FeedPace } from '../model/feed.js';
import { childrenOf, firstText, textOf, valuesOf, type RawRecord } from './raw-feed.js';

/** Minutes in the periods of the syndication module, https://web.resource.org/rss/1.0/modules/syndication/ */
const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A feed that says nothing about its pace. */
export const NO_PACE: FeedPace = { ttlMinutes: null, skipHours: [], skipDays: [] };

/**
 * When a feed asks to be polled: RSS's `ttl` in minutes, else `sy:updatePeriod` divided by
 * `sy:updateFrequency`; `skipHours` and `skipDays` in UTC (https://www.rssboard.org/skip-hours-days).
 */
export function readPace(feed: RawRecord): FeedPace {
  return {
    ttlMinutes: readTtlMinutes(feed),
    skipHours: skipped(feed, 'skiphours', 'hour', hourOf),
    skipDays: skipped(feed, 'skipdays', 'day', dayOf),
  };
}

function readTtlMinutes(feed: RawRecord): number | null {
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

function skipped(
  feed: RawRecord,
  list: string,
  entry: string,
  read: (text: string) => number | null,
): number[] {
  const found = new Set<number>();
  for (const value of valuesOf(feed, list).flatMap((parent) => childrenOf(parent, entry))) {
    const number = read(textOf(value).trim().toLowerCase());
    if (number !== null) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

/** RSS 0.91 counts the hours from 1 to 24, 2.0 from 0 to 23. */
function hourOf(text: string): number | null {
  return /^\d{1,2}$/.test(text) && Number(text) <= 24 ? Number(text) % 24 : null;
}

function dayOf(text: string): number | null {
  const day = /^[a-z]{3}/.test(text) ? DAYS.indexOf(text.slice(0, 3)) : -1;
  return day === -1 ? null : day;
}
