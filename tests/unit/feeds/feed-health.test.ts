import { describe, expect, it } from 'vitest';
import { describeFeedHealth } from '../../../src/feeds/feed-health.js';
import { sampleFeedListing } from '../../helpers/sample-records.js';

const now = new Date('2026-03-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const polled = {
  lastPolledAt: now,
  lastSuccessAt: now,
  itemCount: 12,
  lastItemAt: daysAgo(1),
} as const;
const health = (fields: Parameters<typeof sampleFeedListing>[0]) =>
  describeFeedHealth(sampleFeedListing({ ...polled, ...fields }), now);

describe('describeFeedHealth', () => {
  it('has nothing to say of a feed that is well', () => {
    expect(health({})).toEqual({ state: 'ok', advice: '', needsAttention: false });
  });

  it.each([
    ['http_401', /login/],
    ['http_403', /WIREWATCH_USER_AGENT/],
    ['http_404', /discover/],
    ['http_429', /Nothing to do/],
    ['http_5xx', /broken/],
    ['tls', /certificate/],
    ['dns', /spelling/],
    ['feed_is_html', /discover/],
    ['feed_unparseable', /feeds test/],
  ])('says what to do about %s', (lastErrorCode, advice) => {
    const failing = health({ lastErrorCode, failureCount: 2 });
    expect(failing).toMatchObject({ state: 'failing ×2', needsAttention: false });
    expect(failing.advice).toMatch(advice);
  });

  it('asks for attention when a failure lasts', () => {
    expect(health({ lastErrorCode: 'timeout', failureCount: 4 }).needsAttention).toBe(true);
  });

  it('repeats an error that it has no advice for', () => {
    const failing = health({
      lastErrorCode: 'worker_crashed',
      lastError: 'The thread died',
      failureCount: 1,
    });
    expect(failing.advice).toBe('The thread died');
  });

  it('tells where a merged feed went, and that a gone one is gone', () => {
    expect(health({ status: 'merged', mergedInto: '12' }).advice).toContain('feed 12');
    expect(health({ status: 'gone' })).toMatchObject({ state: 'gone', needsAttention: true });
    expect(health({ status: 'paused' }).advice).toContain('resume');
  });

  it('says for a week that items may have been missed', () => {
    expect(health({ gapAt: daysAgo(2) })).toMatchObject({ state: 'gap', needsAttention: true });
    expect(health({ gapAt: daysAgo(8) }).state).toBe('ok');
  });

  it('notices feeds that bring nothing', () => {
    expect(health({ itemCount: 0, lastItemAt: null })).toMatchObject({
      state: 'empty',
      needsAttention: true,
    });
    expect(health({ lastItemAt: daysAgo(200) })).toMatchObject({ state: 'silent', needsAttention: false });
    expect(health({ lastPolledAt: null }).state).toBe('new');
  });
});
