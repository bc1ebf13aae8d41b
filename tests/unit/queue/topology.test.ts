import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config.js';
import { QUEUE_NAMES, type QueueName } from '../../../src/model/work.js';
import { backoffMs } from '../../../src/queue/backoff.js';
import { subjectIdOf, TOPOLOGY } from '../../../src/queue/topology.js';

const MINUTE_MS = 60_000;

describe('TOPOLOGY', () => {
  it('has the queues in the order of an item’s way', () => {
    expect(Object.keys(TOPOLOGY)).toEqual(QUEUE_NAMES);
  });

  it.each([
    ['feeds', { feedId: '1' }],
    ['articles', { articleId: '9223372036854775807' }],
    ['tags', { articleId: '1', reason: 'retag' }],
    ['alerts', { deliveryId: '1' }],
  ] as const)('takes a payload of %s', (queue, payload) => {
    expect(TOPOLOGY[queue].payload.parse(payload)).toEqual(payload);
  });

  it.each<[QueueName, unknown]>([
    ['feeds', {}],
    ['feeds', { feedId: 1 }],
    ['feeds', { feedId: '' }],
    ['feeds', { feedId: '1; drop table feeds' }],
    ['feeds', { feedId: '1\n' }],
    ['articles', { articleId: '-1' }],
    ['articles', { articleId: '1'.repeat(20) }],
    ['tags', { articleId: '1' }],
    ['tags', { articleId: '1', reason: 'fun' }],
    ['alerts', { articleId: '1' }],
    ['alerts', null],
    ['alerts', '1'],
  ])('refuses in %s %j', (queue, payload) => {
    expect(TOPOLOGY[queue].payload.safeParse(payload).success).toBe(false);
  });

  it('drops what a payload has no use for', () => {
    expect(TOPOLOGY.feeds.payload.parse({ feedId: '1', url: 'http://a.example/' })).toEqual({ feedId: '1' });
  });

  it('tries an article for some minutes', () => {
    expect(longestWaitMs('articles')).toBeGreaterThan(3 * MINUTE_MS);
    expect(longestWaitMs('articles')).toBeLessThan(6 * MINUTE_MS);
  });
});

describe('subjectIdOf', () => {
  it('is the id of the feed, article or delivery', () => {
    expect(subjectIdOf({ feedId: '1' })).toBe('1');
    expect(subjectIdOf({ articleId: '2' })).toBe('2');
    expect(subjectIdOf({ articleId: '3', reason: 'new' })).toBe('3');
    expect(subjectIdOf({ deliveryId: '4' })).toBe('4');
  });
});

/** From the first try to the last, with the default base and nothing taken off at random. */
function longestWaitMs(queue: QueueName): number {
  const { retryBaseMs } = parseConfig({}).queue;
  const waits = Array.from({ length: TOPOLOGY[queue].attempts - 1 }, (_, index) =>
    backoffMs(index + 1, retryBaseMs, 0),
  );
  return waits.reduce((sum, wait) => sum + wait, 0);
}
