import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPoll, type PollHistory } from '../../../src/feeds/next-poll.js';
import type { FeedPace } from '../../../src/model/feed.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = new Date('2026-03-04T12:00:00Z');

const NO_PACE: FeedPace = { ttlMinutes: null, skipHours: [], skipDays: [] };

const history = (fields: Partial<PollHistory>): PollHistory => ({
  now,
  outcome: 'unchanged',
  currentIntervalMs: HOUR,
  failureCount: 0,
  feedKey: 'https://feed.example/',
  pace: NO_PACE,
  arrivals: [],
  ...fields,
});
const delayOf = (fields: Partial<PollHistory>): number =>
  nextPoll(history(fields)).nextPollAt.getTime() - now.getTime();
const later = (time: string, ms: number) => new Date(Date.parse(time) + ms).toISOString();
/** Three items an hour from 8 to 18 on working days. */
const officeHours = (from: Date, days: number): string[] =>
  Array.from({ length: days * 24 * 3 }, (_, n) => new Date(from.getTime() + n * 20 * MINUTE))
    .filter((time) => time.getUTCDay() % 6 !== 0 && time.getUTCHours() >= 8 && time.getUTCHours() < 18)
    .map((time) => time.toISOString());
const everyMs = (gapMs: number, count = 20, latestMs = now.getTime()): string[] =>
  Array.from({ length: count }, (_, index) => new Date(latestMs - index * gapMs).toISOString());

describe('nextPoll', () => {
  it('polls twice for each expected item', () => {
    for (const gap of [20 * MINUTE, HOUR, 5 * HOUR]) {
      const { intervalMs } = nextPoll(history({ outcome: 'new-items', arrivals: everyMs(gap, 60) }));
      expect(intervalMs).toBeGreaterThan(0.35 * gap);
      expect(intervalMs).toBeLessThan(0.7 * gap);
    }
  });

  it('knows the hours of the week: a feed of office hours rests at night and over the weekend', () => {
    const arrivals = officeHours(new Date('2026-02-02T00:00:00Z'), 30);
    const at = (time: string) => {
      const { intervalMs } = nextPoll(history({ now: new Date(time), arrivals, outcome: 'new-items' }));
      return intervalMs;
    };
    const noon = at('2026-03-03T12:00:00Z');
    expect(noon).toBeLessThan(HOUR);
    expect(at('2026-03-03T20:00:00Z')).toBeGreaterThan(5 * noon);
    expect(at('2026-03-07T06:00:00Z')).toBeGreaterThan(10 * noon);
  });

  it('takes a burst for one occasion', () => {
    const daily = everyMs(DAY, 20);
    const bursts = daily.flatMap((time) =>
      Array.from({ length: 10 }, (_, n) => later(time, n * 1_000 - MINUTE)),
    );
    const single = nextPoll(history({ arrivals: daily })).intervalMs;
    expect(nextPoll(history({ arrivals: bursts })).intervalMs).toBeGreaterThan(0.8 * single);
  });

  it('comes less often to a feed that fell silent, and daily to one that is dead', () => {
    const quiet = everyMs(HOUR, 100, now.getTime() - 2 * DAY);
    const busy = everyMs(HOUR, 100);
    const { intervalMs } = nextPoll(history({ arrivals: quiet }));
    expect(intervalMs).toBeGreaterThan(5 * nextPoll(history({ arrivals: busy })).intervalMs);
    expect(nextPoll(history({ arrivals: everyMs(HOUR, 9, now.getTime() - 100 * DAY) })).intervalMs).toBe(DAY);
  });

  it('polls faster when no item of a poll was known', () => {
    const fields = { outcome: 'new-items', arrivals: everyMs(HOUR, 60) } as const;
    const usual = nextPoll(history(fields)).intervalMs;
    expect(nextPoll(history({ ...fields, mayHaveMissed: true })).intervalMs).toBeLessThanOrEqual(usual / 2);
  });

  it('rests a feed whose hub tells of news', () => {
    const fields = { outcome: 'new-items', arrivals: everyMs(10 * MINUTE, 60) } as const;
    expect(nextPoll(history({ ...fields, isPushed: true })).intervalMs).toBe(6 * HOUR);
  });

  it('without dates speeds up on news and slows down without', () => {
    expect(nextPoll(history({ outcome: 'new-items' })).intervalMs).toBeLessThan(HOUR);
    expect(nextPoll(history({ outcome: 'unchanged' })).intervalMs).toBeGreaterThan(HOUR);
  });

  it('doubles its pauses on failures up to a day, and forgets nothing of the rhythm', () => {
    const delays = Array.from({ length: 30 }, (_, index) =>
      delayOf({ outcome: 'failed', failureCount: index + 1 }),
    );
    expect(delays[0]).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(delays[1]).toBeGreaterThan(1.5 * (delays[0] ?? 0));
    expect(Math.max(...delays)).toBeLessThanOrEqual(DAY);
    expect(Math.min(...delays.slice(12))).toBeGreaterThan(0.89 * DAY);
    expect(nextPoll(history({ outcome: 'failed', failureCount: 9 })).intervalMs).toBe(HOUR);
  });

  it('waits as long as the server or the feed asks', () => {
    expect(delayOf({ outcome: 'failed', failureCount: 1, retryAfterMs: 3 * HOUR })).toBe(3 * HOUR);
    expect(delayOf({ retryAfterMs: 3 * DAY })).toBe(3 * DAY);
    const busy = everyMs(3 * MINUTE, 60);
    const pace = { ...NO_PACE, ttlMinutes: 600 };
    expect(nextPoll(history({ pace, arrivals: busy })).intervalMs).toBe(10 * HOUR);
    expect(nextPoll(history({ freshForMs: 30 * MINUTE, arrivals: busy })).intervalMs).toBe(30 * MINUTE);
    expect(nextPoll(history({ freshForMs: 400 * DAY, arrivals: busy })).intervalMs).toBe(DAY);
  });

  it('comes back when the publisher says, even to a quiet feed, but not for a default of software', () => {
    const dead = everyMs(HOUR, 9, now.getTime() - 100 * DAY);
    const delay = delayOf({ freshForMs: 2 * HOUR, arrivals: dead });
    expect(delay).toBeGreaterThanOrEqual(2 * HOUR);
    expect(delay).toBeLessThanOrEqual(2 * HOUR + MINUTE);
    expect(nextPoll(history({ pace: { ...NO_PACE, ttlMinutes: 60 }, arrivals: dead })).intervalMs).toBe(DAY);
  });

  it('asks nobody in the hours and days to skip, and comes when they end', () => {
    const skipHours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour !== 17);
    const pace = { ...NO_PACE, skipHours };
    const dead = everyMs(HOUR, 9, now.getTime() - 100 * DAY);
    for (const arrivals of [dead, everyMs(3 * MINUTE, 60)]) {
      const at = new Date(now.getTime() + delayOf({ pace, arrivals }));
      expect(at.getUTCHours()).toBe(17);
      expect(at.getUTCDate()).toBe(4);
    }
    // 4 March 2026 is a Wednesday.
    const sundays = { ...NO_PACE, skipDays: [1, 2, 3, 4, 5, 6] };
    expect(new Date(now.getTime() + delayOf({ pace: sundays })).toISOString().slice(0, 10)).toBe(
      '2026-03-08',
    );
  });

  it('does not believe a feed that skips everything', () => {
    const pace = { ...NO_PACE, skipHours: Array.from({ length: 24 }, (_, hour) => hour) };
    expect(delayOf({ pace })).toBeLessThanOrEqual(DAY);
  });

  it("keeps an owner's schedule", () => {
    const cron = { kind: 'cron', expression: '30 6 * * *' } as const;
    expect(nextPoll(history({ schedule: cron })).nextPollAt.toISOString()).toBe('2026-03-05T06:30:00.000Z');
    expect(delayOf({ schedule: { kind: 'every', intervalMs: 7 * MINUTE } })).toBe(7 * MINUTE);
    const failed = { outcome: 'failed', failureCount: 8 } as const;
    expect(delayOf({ ...failed, schedule: { kind: 'every', intervalMs: MINUTE } })).toBeGreaterThan(HOUR);
  });

  it('spreads feeds that were added together', () => {
    const delays = Array.from({ length: 1_000 }, (_, index) =>
      delayOf({ feedKey: `https://${index}.example/` }),
    );
    const perMinute = new Map<number, number>();
    for (const delay of delays) {
      const minute = Math.floor(delay / MINUTE);
      perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
    }
    expect(perMinute.size).toBeGreaterThanOrEqual(9);
    expect(Math.max(...perMinute.values())).toBeLessThan((2 * delays.length) / perMinute.size);
  });

  it('lets feeds that failed together come back apart', () => {
    const perMinute = new Map<number, number>();
    for (let feed = 0; feed < 1_000; feed += 1) {
      const delay = delayOf({ outcome: 'failed', failureCount: 5, feedKey: `https://${feed}.example/` });
      const minute = Math.floor(delay / MINUTE);
      perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
    }
    expect(Math.min(...perMinute.keys())).toBeGreaterThanOrEqual(80);
    expect(perMinute.size).toBeGreaterThanOrEqual(24);
    expect(Math.max(...perMinute.values())).toBeLessThan(80);
  });

  it('gives each quiet feed an hour of the day of its own', () => {
    const arrivals = everyMs(HOUR, 9, now.getTime() - 100 * DAY);
    const perHour = new Array<number>(24).fill(0);
    for (let feed = 0; feed < 2_400; feed += 1) {
      const fields = { feedKey: `https://${feed}.example/`, arrivals };
      const first = nextPoll(history(fields)).nextPollAt;
      const second = nextPoll(history({ ...fields, now: first })).nextPollAt;
      expect(second.getTime() - first.getTime()).toBe(DAY);
      perHour[first.getUTCHours()] = (perHour[first.getUTCHours()] ?? 0) + 1;
    }
    expect(Math.max(...perHour)).toBeLessThan(200);
    expect(Math.min(...perHour)).toBeGreaterThan(50);
  });

  it('stays between 2 minutes and 24 hours and answers the same twice', () => {
    const anyHistory = fc.record({
      outcome: fc.constantFrom('new-items' as const, 'unchanged' as const, 'failed' as const),
      currentIntervalMs: fc.integer({ min: 0, max: 10 * DAY }),
      failureCount: fc.integer({ min: 0, max: 1_000 }),
      feedKey: fc.string(),
      arrivals: fc.array(
        fc.oneof(
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          fc.string(),
        ),
      ),
    });
    fc.assert(
      fc.property(anyHistory, (fields) => {
        const delay = delayOf(fields);
        expect(delay).toBeGreaterThanOrEqual(2 * MINUTE);
        expect(delay).toBeLessThanOrEqual(DAY);
        expect(delayOf(fields)).toBe(delay);
      }),
    );
  });
});
