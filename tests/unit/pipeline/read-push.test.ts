import { describe, expect, it } from 'vitest';
import { PermanentError, TransientError } from '../../../src/errors.js';
import type { ParsedFeed } from '../../../src/model/feed.js';
import { readPush } from '../../../src/pipeline/read-push.js';
import { sampleItem } from '../../helpers/sample-records.js';

const PUSH = {
  feedId: '7',
  feedUrl: 'https://news.example/feed.xml',
  body: new TextEncoder().encode('<rss/>'),
  contentType: 'application/rss+xml',
  arrivedAt: new Date('2026-03-01T12:00:00Z'),
};

const PARSED: ParsedFeed = {
  format: 'rss',
  title: null,
  siteUrl: null,
  language: null,
  pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
  push: { hubs: [], topic: null },
  notes: [],
  items: [sampleItem({ guid: 'a', link: 'https://news.example/a?utm_source=hub' })],
};

/** Reads a push in a world of plain objects. */
async function read(parsed: ParsedFeed | Error, newArticleIds: readonly string[] = []) {
  const calls: unknown[] = [];
  const { outcome } = await readPush(
    {
      parseFeed(input) {
        calls.push(['parse', input.url]);
        return parsed instanceof Error ? Promise.reject(parsed) : Promise.resolve(parsed);
      },
      savePush(feedId, items, arrivedAt) {
        calls.push(['save', feedId, items.map(({ identity, url }) => [identity, url]), arrivedAt]);
        return Promise.resolve(newArticleIds);
      },
      enqueueArticles(ids) {
        calls.push(['enqueue', ids]);
        return Promise.resolve();
      },
      pollInstead({ feedId }) {
        calls.push(['poll', feedId]);
        return Promise.resolve();
      },
    },
    PUSH,
  );
  return { outcome, calls };
}

describe('readPush', () => {
  it('stores the items as a poll does, then makes jobs of the new articles', async () => {
    const { outcome, calls } = await read(PARSED, ['101']);
    expect(outcome).toBe('push_new_items');
    expect(calls).toEqual([
      ['parse', 'https://news.example/feed.xml'],
      ['save', '7', [['a', 'https://news.example/a']], PUSH.arrivedAt],
      ['enqueue', ['101']],
    ]);
  });

  it('says so when nothing was new', async () => {
    expect((await read(PARSED)).outcome).toBe('push_unchanged');
  });

  it.each([
    new PermanentError('feed_unparseable', 'no feed'),
    new TransientError('cpu_timeout', 'it took too long'),
  ])('has the feed polled when the body can’t be used: $code', async (error) => {
    const { outcome, calls } = await read(error);
    expect(outcome).toBe('push_unreadable');
    expect(calls.slice(1)).toEqual([['poll', '7']]);
  });

  it('passes a bug on', async () => {
    await expect(read(new TypeError('x is not a function'))).rejects.toThrow(TypeError);
  });
});
