import { describe, expect, it } from 'vitest';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.js';
import type { FeedRecord } from '../../../src/model/feed-record.js';
import type { PollFailure } from '../../../src/model/poll.js';
import { recordPollFailure } from '../../../src/pipeline/record-poll-failure.js';
import { sampleFeed } from '../../helpers/sample-records.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const timeout = new TransientError('timeout', 'https://news.example/feed.xml gave no answer in 10 s');

/** Fails a poll of the feed; what is kept on it, and how long it rests then. */
async function fail(feed: FeedRecord | null, error: unknown) {
  const kept: PollFailure[] = [];
  await recordPollFailure(
    {
      findFeed: () => Promise.resolve(feed),
      recordPollFailure(failure) {
        kept.push(failure);
        return Promise.resolve();
      },
      now: () => NOW,
    },
    '7',
    error,
  );
  const restMs = (kept[0]?.nextPollAt.getTime() ?? Number.NaN) - NOW.getTime();
  return { kept, restMs };
}

describe('recordPollFailure', () => {
  it('keeps the error on its feed, in words for a person', async () => {
    expect((await fail(sampleFeed(), timeout)).kept).toMatchObject([
      { feedId: '7', code: 'timeout', message: timeout.message, gone: false },
    ]);
  });

  it('asks for everything after a fault, but not after a mere wish to wait', async () => {
    const wish = new ThrottledError('http_429', 'wait', 60_000);
    expect((await fail(sampleFeed(), timeout)).kept[0]?.forgetValidators).toBe(true);
    expect((await fail(sampleFeed(), wish)).kept[0]?.forgetValidators).toBe(false);
  });

  it('rests longer with every failure, a day at most', async () => {
    const restAfter = async (failureCount: number) =>
      (await fail(sampleFeed({ failureCount }), timeout)).restMs;
    const rests = [await restAfter(0), await restAfter(1), await restAfter(4), await restAfter(500)];
    expect(rests).toEqual([...rests].sort((a, b) => a - b));
    expect(new Set(rests).size).toBe(4);
    expect(rests[0]).toBeGreaterThanOrEqual(5 * MINUTE_MS);
    expect(rests[3]).toBeGreaterThan(0.9 * DAY_MS);
    expect(rests[3]).toBeLessThanOrEqual(DAY_MS);
  });

  it('keeps the time that the server asked for, up to a week', async () => {
    const throttled = (retryAfterMs: number) => new ThrottledError('http_429', 'later', retryAfterMs);
    expect((await fail(sampleFeed(), throttled(2 * DAY_MS))).restMs).toBe(2 * DAY_MS);
    expect((await fail(sampleFeed(), throttled(365 * DAY_MS))).restMs).toBe(7 * DAY_MS);
  });

  it('does not take a short Retry-After for leave to skip the rest', async () => {
    const { restMs } = await fail(sampleFeed(), new ThrottledError('http_429', 'later', 1_000));
    expect(restMs).toBeGreaterThanOrEqual(5 * MINUTE_MS);
  });

  it('takes the next time of a schedule that is past the rest', async () => {
    const throttled = new ThrottledError('http_429', 'later', 3 * 60 * MINUTE_MS);
    const { kept } = await fail(sampleFeed({ schedule: '0 * * * *' }), throttled);
    expect(kept[0]?.nextPollAt).toEqual(new Date('2026-03-01T16:00:00Z'));
  });

  it('ends the polls of a feed that is gone for good, and only of that', async () => {
    const gone = new PermanentError('http_410', 'gone');
    expect((await fail(sampleFeed(), gone)).kept).toMatchObject([{ code: 'http_410', gone: true }]);
    const missing = new PermanentError('http_404', 'no such page');
    expect((await fail(sampleFeed({ failureCount: 999 }), missing)).kept).toMatchObject([{ gone: false }]);
  });

  it('keeps a bug as well', async () => {
    expect((await fail(sampleFeed(), new TypeError('x is not a function'))).kept).toMatchObject([
      { code: 'unexpected', message: 'x is not a function' },
    ]);
  });

  it('has nothing to keep for a feed that was removed', async () => {
    expect((await fail(null, timeout)).kept).toEqual([]);
  });
});
