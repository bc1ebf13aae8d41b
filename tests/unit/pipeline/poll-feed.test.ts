import { describe, expect, it } from 'vitest';
import { PermanentError } from '../../../src/errors.js';
import type { FeedRecord } from '../../../src/model/feed-record.js';
import type { ParsedFeed } from '../../../src/model/feed.js';
import type { OfferedItem, OfferedOutcome, PollSuccess } from '../../../src/model/poll.js';
import type { DiscoveredHub } from '../../../src/model/websub.js';
import { pollFeed, type FetchedFeed, type PollFeedDeps } from '../../../src/pipeline/poll-feed.js';
import { sampleFeed, sampleItem, sampleOutcome } from '../../helpers/sample-records.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const MINUTE_MS = 60_000;

const FETCHED: FetchedFeed = {
  url: 'https://news.example/feed.xml',
  notModified: false,
  permanentlyMovedTo: null,
  contentType: 'application/rss+xml',
  headers: new Map(),
  body: new TextEncoder().encode('<rss/>'),
  validators: { etag: '"2"', lastModified: null },
  freshForMs: null,
};

const PARSED: ParsedFeed = {
  format: 'rss',
  title: 'News Example',
  siteUrl: 'https://news.example/',
  language: null,
  pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
  push: { hubs: [], topic: null },
  notes: [],
  items: [
    sampleItem({ guid: 'a', title: 'A', link: 'https://news.example/a?utm_source=rss' }),
    sampleItem({ guid: 'b', link: 'https://news.example/b' }),
  ],
};

interface World {
  readonly feed?: FeedRecord | null;
  readonly fetched?: Partial<FetchedFeed>;
  readonly parsed?: Partial<ParsedFeed>;
  /** Ids of the articles that the store has not seen before. */
  readonly newArticleIds?: readonly string[];
  /** What else the store says of the poll. */
  readonly stored?: Partial<OfferedOutcome>;
}

/** Polls feed 7 in a world of plain objects. */
async function poll({
  feed = sampleFeed(),
  fetched = {},
  parsed = {},
  newArticleIds = [],
  stored = {},
}: World) {
  const calls: string[] = [];
  const asked: unknown[] = [];
  const hubs: (DiscoveredHub | null)[] = [];
  const saved: { items: readonly OfferedItem[]; success: PollSuccess }[] = [];
  const deps: PollFeedDeps = {
    findFeed: () => Promise.resolve(feed),
    fetchFeed(request) {
      calls.push('fetch');
      asked.push(request);
      return Promise.resolve({ ...FETCHED, ...fetched });
    },
    parseFeed() {
      calls.push('parse');
      return Promise.resolve({ ...PARSED, ...parsed });
    },
    noteHub(_, hub) {
      calls.push('note hub');
      hubs.push(hub);
      return Promise.resolve();
    },
    savePoll(_, items, describe) {
      calls.push('save');
      const { counts, ...rest } = sampleOutcome({ offered: items.length, new: newArticleIds.length });
      const outcome = { ...rest, counts, newArticleIds, ...stored };
      saved.push({ items, success: describe(outcome) });
      return Promise.resolve(outcome);
    },
    enqueueArticles(ids) {
      calls.push(`enqueue ${ids.join(' ')}`);
      return Promise.resolve();
    },
    now: () => NOW,
  };
  const { outcome } = await pollFeed(deps, { feedId: '7' });
  return { outcome, calls, asked, hubs, items: saved[0]?.items ?? [], success: saved[0]?.success };
}

describe('pollFeed', () => {
  it('stores the items first and makes jobs of the new articles then', async () => {
    const { outcome, calls } = await poll({ newArticleIds: ['101', '102'] });
    expect(outcome).toBe('new_items');
    expect(calls).toEqual(['fetch', 'parse', 'note hub', 'save', 'enqueue 101 102']);
  });

  it('says so when nothing was new', async () => {
    expect((await poll({})).outcome).toBe('unchanged');
  });

  it('asks nobody for a feed that was removed or rests', async () => {
    expect(await poll({ feed: null })).toMatchObject({ outcome: 'removed', calls: [] });
    for (const status of ['paused', 'gone'] as const) {
      const { outcome, calls } = await poll({ feed: sampleFeed({ status }) });
      expect({ outcome, calls }).toEqual({ outcome: `skipped: ${status}`, calls: [] });
    }
  });

  it('hands back the validators of the last poll, and keeps the new ones', async () => {
    const validators = { etag: '"1"', lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT' };
    const { asked, success } = await poll({ feed: sampleFeed({ validators }) });
    expect(asked).toEqual([{ url: 'https://news.example/feed.xml', validators }]);
    expect(success?.validators).toEqual({ etag: '"2"', lastModified: null });
  });

  it('parses nothing after a 304 and keeps the validators that it leaves out', async () => {
    const kept = { etag: '"1"', lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT' };
    const { outcome, calls, items, success } = await poll({
      feed: sampleFeed({ validators: kept }),
      fetched: { notModified: true, validators: { etag: null, lastModified: null } },
    });
    expect(outcome).toBe('not_modified');
    expect(calls).toEqual(['fetch', 'save', 'enqueue ']);
    expect(items).toEqual([]);
    expect(success?.validators).toEqual(kept);
  });

  it('takes the new validators that a 304 brings', async () => {
    const validators = { etag: '"1b"', lastModified: 'Sun, 01 Mar 2026 09:00:00 GMT' };
    const { success } = await poll({
      feed: sampleFeed({ validators: { etag: '"1"', lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT' } }),
      fetched: { notModified: true, validators },
    });
    expect(success?.validators).toEqual(validators);
  });

  it('keeps where the feed can be subscribed to, as its headers say, else as it says itself', async () => {
    const push = { hubs: ['https://hub.example/in'], topic: 'https://news.example/feed.xml' };
    expect((await poll({ parsed: { push } })).hubs).toEqual([push]);
    const headers = new Map([
      ['link', '<https://hub.example/head>; rel=hub, <https://news.example/self>; rel=self'],
    ]);
    expect((await poll({ parsed: { push }, fetched: { headers } })).hubs).toEqual([
      { hubs: ['https://hub.example/head'], topic: 'https://news.example/self' },
    ]);
    expect((await poll({})).hubs).toEqual([null]);
    expect((await poll({ fetched: { notModified: true } })).hubs).toEqual([]);
  });

  it('offers each item with its identity and the address that makes copies of it one', async () => {
    const { items } = await poll({});
    expect(items).toMatchObject([
      {
        identity: 'a',
        url: 'https://news.example/a',
        link: 'https://news.example/a?utm_source=rss',
        title: 'A',
        dropReason: null,
      },
      { identity: 'b', url: 'https://news.example/b', dropReason: null },
    ]);
  });

  it('keeps an item that can’t be followed with the reason, and the others with it', async () => {
    const { items } = await poll({
      parsed: {
        items: [
          sampleItem({ guid: 'none' }),
          sampleItem({ guid: 'mail', link: 'mailto:desk@news.example' }),
          sampleItem({ guid: 'odd', link: 'https://' }),
          sampleItem({ guid: 'fine', link: 'https://news.example/fine' }),
        ],
      },
    });
    expect(items.map(({ identity, url, dropReason }) => [identity, url, dropReason])).toEqual([
      ['none', null, 'no_link'],
      ['mail', null, 'bad_url'],
      ['odd', null, 'bad_url'],
      ['fine', 'https://news.example/fine', null],
    ]);
  });

  it('notes what the feed calls itself and where it moved for good', async () => {
    const { success } = await poll({ fetched: { permanentlyMovedTo: 'https://news.example/rss' } });
    expect(success).toMatchObject({
      feedId: '7',
      title: 'News Example',
      siteUrl: 'https://news.example/',
      movedTo: 'https://news.example/rss',
    });
  });

  it('comes back sooner after news than after none', async () => {
    const after = async (newArticleIds: readonly string[]) =>
      (await poll({ newArticleIds })).success?.nextPollAt.getTime() ?? Number.NaN;
    expect(await after(['101'])).toBeLessThan(await after([]));
  });

  it('takes what a first poll finds for no sign of haste', async () => {
    const first = await poll({ newArticleIds: ['101'], stored: { isFirst: true } });
    const later = await poll({ newArticleIds: ['101'] });
    expect(first.success?.intervalMs).toBeGreaterThan(later.success?.intervalMs ?? Infinity);
  });

  it('keeps to the schedule of its owner', async () => {
    const every = await poll({ feed: sampleFeed({ schedule: 'every 10m' }) });
    expect(every.success?.nextPollAt.getTime()).toBe(NOW.getTime() + 10 * MINUTE_MS);
    const cron = await poll({ feed: sampleFeed({ schedule: '30 14 * * *' }) });
    expect(cron.success?.nextPollAt).toEqual(new Date('2026-03-01T14:30:00Z'));
  });

  it('waits at least as long as the feed says', async () => {
    const { success } = await poll({
      parsed: { pace: { ttlMinutes: 600, skipHours: [], skipDays: [] } },
      newArticleIds: ['101'],
    });
    expect(success?.intervalMs).toBe(600 * MINUTE_MS);
  });

  it('remembers what a full answer asked for when a 304 says nothing of it', async () => {
    const pace = { ttlMinutes: 300, skipHours: [], skipDays: [] };
    const notModified = { notModified: true, freshForMs: null };
    const { success } = await poll({
      feed: sampleFeed({ pace, freshForMs: 4 * 60 * MINUTE_MS }),
      fetched: notModified,
    });
    expect(success).toMatchObject({ pace, freshForMs: 4 * 60 * MINUTE_MS, intervalMs: 300 * MINUTE_MS });
    // A full answer that says nothing takes the wish back.
    const full = await poll({ feed: sampleFeed({ pace, freshForMs: 4 * 60 * MINUTE_MS }) });
    expect(full.success).toMatchObject({ pace: { ttlMinutes: null }, freshForMs: null });
  });

  it('follows the rhythm of what the feed brought before', async () => {
    const every = (gapMs: number) =>
      Array.from({ length: 60 }, (_, index) => new Date(NOW.getTime() - index * gapMs).toISOString());
    const after = async (gapMs: number) =>
      (await poll({ stored: { arrivals: every(gapMs) } })).success?.intervalMs ?? Number.NaN;
    expect(await after(10 * MINUTE_MS)).toBeLessThan((await after(100 * MINUTE_MS)) / 5);
  });

  describe('says when items may have been missed', () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, index) => sampleItem({ link: `https://news.example/${index}` }));
    const hasGap = async (count: number, fields: Partial<OfferedOutcome>) => {
      const { success } = await poll({ parsed: { items: items(count) }, stored: fields });
      return success?.hasGap;
    };
    const allNew = (offered: number) => ({ counts: sampleOutcome({ offered, new: offered }).counts });

    it('when none of many was known', async () => {
      expect(await hasGap(20, allNew(20))).toBe(true);
      const { success } = await poll({ parsed: { items: items(20) }, stored: allNew(20) });
      expect(success?.notes).toMatchObject([{ code: 'gap' }]);
    });

    it('but not at the first poll, nor when one was known, nor of a few', async () => {
      expect(await hasGap(20, { ...allNew(20), isFirst: true })).toBe(false);
      const overlap = sampleOutcome({ offered: 20, new: 19, known: 1 }).counts;
      expect(await hasGap(20, { counts: overlap })).toBe(false);
      expect(await hasGap(2, allNew(2))).toBe(false);
    });
  });

  it('saves nothing when the feed can’t be parsed', async () => {
    const saved: unknown[] = [];
    const deps: PollFeedDeps = {
      findFeed: () => Promise.resolve(sampleFeed()),
      fetchFeed: () => Promise.resolve(FETCHED),
      parseFeed: () => Promise.reject(new PermanentError('feed_unparseable', 'no feed')),
      noteHub: () => Promise.resolve(),
      savePoll(...call) {
        saved.push(call);
        return Promise.reject(new Error('must not be called'));
      },
      enqueueArticles: () => Promise.resolve(),
      now: () => NOW,
    };
    await expect(pollFeed(deps, { feedId: '7' })).rejects.toMatchObject({ code: 'feed_unparseable' });
    expect(saved).toEqual([]);
  });
});
