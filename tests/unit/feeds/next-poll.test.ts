import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPoll, type PollHistory } from '../../../src/feeds/next-poll.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = new Date('2026-03-04T12:00:00Z');

const history = (fields: Partial<PollHistory>): PollHistory => ({
  now,
  outcome: 'unchanged',
  currentIntervalMs: HOUR,
  failureCount: 0,
  feedKey: 'https://feed.example/',
  publishedAt: [],
  ...fields,
});
const delayOf = (fields: Partial<PollHistory>): number =>
  nextPoll(history(fields)).nextPollAt.getTime() - now.getTime();
const everyMs = (gapMs: number, count = 20, latestMs = now.getTime()): string[] =>
  Array.from({ length: count }, (_, index) => new Date(latestMs - index * gapMs).toISOString());

describe('nextPoll', () => {
  it('follows the rhythm of the feed', () => {
    expect(nextPoll(history({ outcome: 'new-items', publishedAt: everyMs(HOUR) })).intervalMs).toBe(HOUR / 2);
    expect(nextPoll(history({ outcome: 'new-items', publishedAt: everyMs(20 * MINUTE) })).intervalMs).toBe(
      10 * MINUTE,
    );
  });

  it('comes less often to a feed that fell silent', () => {
    const publishedAt = everyMs(HOUR, 20, now.getTime() - 10 * DAY);
    const { intervalMs } = nextPoll(history({ currentIntervalMs: 23 * HOUR, publishedAt }));
    expect(intervalMs).toBe(DAY);
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
    expect(Math.max(...delays)).toBe(DAY);
    expect(nextPoll(history({ outcome: 'failed', failureCount: 9 })).intervalMs).toBe(HOUR);
  });

  it('waits as long as the server or the feed asks', () => {
    expect(delayOf({ outcome: 'failed', failureCount: 1, retryAfterMs: 3 * HOUR })).toBe(3 * HOUR);
    expect(delayOf({ retryAfterMs: 3 * DAY })).toBe(3 * DAY);
    expect(nextPoll(history({ ttlMinutes: 600, publishedAt: everyMs(MINUTE) })).intervalMs).toBe(10 * HOUR);
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

  it('stays between 2 minutes and 24 hours and answers the same twice', () => {
    const anyHistory = fc.record({
      outcome: fc.constantFrom('new-items' as const, 'unchanged' as const, 'failed' as const),
      currentIntervalMs: fc.integer({ min: 0, max: 10 * DAY }),
      failureCount: fc.integer({ min: 0, max: 1_000 }),
      feedKey: fc.string(),
      publishedAt: fc.array(
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
