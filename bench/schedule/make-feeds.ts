import { parseSchedule } from '../../src/feeds/parse-schedule.js';
import { FEED_KINDS, HOST_GROUPS, TIME_ZONES } from './feed-kinds.js';
import { createRandom, pickWeighted, type Random } from './create-random.js';
import { arrivalAfter, publish, type SimulatedFeed } from './simulated-feed.js';

/** A new feed's interval, as the column's default says. */
const FIRST_INTERVAL_MS = 30 * 60_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What a document holds when it is first read. */
const FIRST_ITEMS = 20;
const OLDEST_ITEM_MS = 60 * DAY_MS;

/** An office's day is as long as so many hours at full pace. */
const OFFICE_DAY_SHARE = 0.4;

/**
 * Makes feeds of all kinds on hosts of all sizes, the same in every run.
 *
 * @param count - how many
 * @param options.importedAt - what came out before stands in the feeds already
 * @param options.port - where all hosts listen: names below `localhost`
 */
export function makeFeeds(
  count: number,
  options: { readonly importedAt: Date; readonly port: number },
): SimulatedFeed[] {
  const total = HOST_GROUPS.reduce((sum, { weight }) => sum + weight, 0);
  const feeds = HOST_GROUPS.flatMap((group) => {
    const size = Math.round((count * group.weight) / total);
    const hosts = group.hosts ?? Math.max(1, Math.ceil(size / (group.feedsPerHost ?? 1)));
    // One host's feeds stand together, as they do in files that people export.
    return Array.from({ length: size }, (_, index) => {
      const host = `${group.name}-${Math.floor((index * hosts) / size)}.localhost:${options.port}`;
      return { type: group.type, url: `http://${host}/feeds/${index}` };
    });
  });
  return feeds.map(({ type, url }, index) => makeFeed(url, type, createRandom(index), options.importedAt));
}

function makeFeed(url: string, type: 'site' | 'platform', random: Random, importedAt: Date): SimulatedFeed {
  const kind = pickWeighted(
    FEED_KINDS.map((one) => ({ one, weight: one.weights[type] })),
    random,
  ).one;
  const [least, most] = kind.perDay;
  // Rates are spread evenly over their orders of magnitude.
  const perDay = most === 0 ? 0 : least * (most / least) ** random.next();
  const schedule = pick(kind.schedules, random);
  const feed: SimulatedFeed = {
    url,
    kind,
    schedule: schedule === null ? null : parseSchedule(schedule),
    pace: {
      ttlMinutes: pick(kind.ttlMinutes, random),
      skipHours: pick(kind.skipHours, random) ?? [],
      skipDays: [],
    },
    freshForMs: minutesToMs(pick(kind.freshMinutes, random)),
    peakPerDay: kind.hours === 'office' ? perDay / OFFICE_DAY_SHARE : perDay,
    zoneMs: pickWeighted(TIME_ZONES, random).offsetHours * HOUR_MS,
    ownTimeMs: ownTime(random),
    random,
    arrivals: [],
    nextArrivalMs: 0,
    intervalMs: FIRST_INTERVAL_MS,
    failureCount: 0,
    lastPollMs: null,
  };
  fillDocument(feed, perDay, importedAt.getTime());
  return feed;
}

/** What was published before the feed was imported. */
function fillDocument(feed: SimulatedFeed, perDay: number, importedMs: number): void {
  if (perDay === 0) {
    feed.arrivals.push(importedMs - (2 + 20 * feed.random.next()) * OLDEST_ITEM_MS);
    feed.nextArrivalMs = Infinity;
    return;
  }
  const spanMs = Math.min((FIRST_ITEMS / perDay) * DAY_MS, OLDEST_ITEM_MS);
  feed.nextArrivalMs = arrivalAfter(feed, importedMs - spanMs);
  publish(feed, importedMs);
  feed.arrivals.splice(0, Math.max(0, feed.arrivals.length - FIRST_ITEMS));
}

/** Most who publish at a time of their own do so on a full or half hour of the morning; the others at any time. */
function ownTime(random: Random): number {
  const isMorning = random.next() < 0.6;
  return isMorning ? (5 + Math.floor(random.next() * 10) / 2) * HOUR_MS : random.next() * DAY_MS;
}

function pick<Choice>(choices: readonly Choice[] | undefined, random: Random): Choice | null {
  if (choices === undefined) return null;
  return choices[Math.floor(random.next() * choices.length)] ?? null;
}

function minutesToMs(minutes: number | null): number | null {
  return minutes === null ? null : minutes * MINUTE_MS;
}
