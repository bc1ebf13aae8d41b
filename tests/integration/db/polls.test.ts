import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/database.js';
import type { Store } from '../../../src/db/store.js';
import type { OfferedItem, PollSuccess } from '../../../src/model/poll.js';
import { sampleOfferedItem as item, samplePollSuccess } from '../../helpers/sample-records.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';

const MINUTE_MS = 60_000;

describe('polls in the store', () => {
  let opened: TestStore;
  let db: Database;
  let store: Store;

  beforeAll(async () => {
    opened = await openTestStore();
    ({ db, store } = opened);
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    await db.query('truncate feeds, articles restart identity cascade');
  });

  async function addFeed(url = 'https://a.example/feed'): Promise<string> {
    const { ids } = await store.upsertFeeds([{ url }]);
    return ids[0] ?? '';
  }

  const save = (feedId: string, items: readonly OfferedItem[], fields: Partial<PollSuccess> = {}) =>
    store.savePoll(feedId, items, () => samplePollSuccess(feedId, fields));

  describe('count every offered item in exactly one ending', () => {
    it('new, known, duplicate or dropped, with the reason, in a row of the poll', async () => {
      const feedId = await addFeed();
      const offered = [
        item('a'),
        item('b'),
        item('b2', { url: 'https://a.example/b' }),
        item('c', { url: null, dropReason: 'no_link', link: null }),
      ];
      const first = await save(feedId, offered, { outcome: 'new_items' });
      expect(first.counts).toMatchObject({
        offered: 4,
        new: 2,
        duplicate: 1,
        dropped: 1,
        known: 0,
        failed: 0,
      });
      expect(first.newArticleIds).toHaveLength(2);
      expect(first.isFirst).toBe(true);
      const second = await save(feedId, [...offered, item('d'), item('d')]);
      expect(second.counts).toMatchObject({ offered: 6, new: 1, duplicate: 0, dropped: 0, known: 5 });
      expect(second.isFirst).toBe(false);

      const polls = await store.listPolls(feedId, 10);
      expect(polls.map((poll) => poll.counts.offered)).toEqual([6, 4]);
      expect(polls[1]).toMatchObject({ outcome: 'new_items', counts: { reasons: { no_link: 1 } } });
    });

    it('fails an item that the database refuses, alone, and tries it again', async () => {
      const feedId = await addFeed();
      const broken = item('broken', { title: 'a\u0000b' });
      const first = await save(feedId, [item('a'), broken, item('z')]);
      expect(first.counts).toMatchObject({ offered: 3, new: 2, failed: 1, reasons: { db_22021: 1 } });
      expect(first.newArticleIds).toHaveLength(2);
      const again = await save(feedId, [item('a'), broken]);
      expect(again.counts).toMatchObject({ offered: 2, known: 1, failed: 1 });
      const mended = await save(feedId, [item('a'), item('broken')]);
      expect(mended.counts).toMatchObject({ offered: 2, known: 1, new: 1, failed: 0 });
      const rows = await db.query<{ outcome: string }>('select outcome from items');
      expect(rows.map((row) => row.outcome)).toEqual(['new', 'new', 'new']);
    });

    it('loses no item for its date: the same as another, long past, or none', async () => {
      const feedId = await addFeed();
      const at = '2026-03-04T10:00:00.000Z';
      await save(feedId, [item('first', { publishedAt: at })]);
      const { counts } = await save(feedId, [
        item('same minute', { publishedAt: at }),
        item('back-dated', { publishedAt: '2019-01-01T00:00:00.000Z' }),
        item('undated', { publishedAt: null, dateProblem: 'absent' }),
      ]);
      expect(counts).toMatchObject({ new: 3, known: 0, duplicate: 0 });
    });

    it('keeps of an item what the feed said of it', async () => {
      const feedId = await addFeed();
      await save(feedId, [
        item('a', {
          content: '<p>All of it.</p>',
          publishedAt: null,
          dateProblem: 'unreadable',
          dateText: 'last Tuesday',
          categories: ['Ports', 'Grain'],
          enclosures: [{ url: 'https://a.example/a.mp3', type: 'audio/mpeg', lengthBytes: 12 }],
          commentsUrl: 'https://a.example/a#comments',
          lang: 'en',
        }),
      ]);
      expect(await db.query('select * from items')).toMatchObject([
        {
          content: '<p>All of it.</p>',
          published_at: null,
          date_problem: 'unreadable',
          date_text: 'last Tuesday',
          categories: ['Ports', 'Grain'],
          enclosures: [{ url: 'https://a.example/a.mp3', type: 'audio/mpeg', lengthBytes: 12 }],
          comments_url: 'https://a.example/a#comments',
          lang: 'en',
        },
      ]);
    });
  });

  it('makes one article of a link that ten feeds offer at the same moment', async () => {
    const feedIds = await Promise.all(
      Array.from({ length: 10 }, (_, index) => addFeed(`https://feed-${index}.example/`)),
    );
    const links = Array.from({ length: 20 }, (_, index) => `https://a.example/${index}`);
    const outcomes = await Promise.all(
      feedIds.map((feedId, index) => {
        const order = index % 2 === 0 ? links : [...links].reverse();
        return save(
          feedId,
          order.map((url) => item(url, { url })),
        );
      }),
    );
    expect(outcomes.flatMap((outcome) => outcome.newArticleIds)).toHaveLength(20);
    expect(outcomes.reduce((sum, { counts }) => sum + counts.duplicate, 0)).toBe(180);
  });

  it('knows when items came out: by their date, or by when they were seen', async () => {
    const feedId = await addFeed();
    const undated = { publishedAt: null, dateProblem: 'absent' as const };
    const dated = '2026-01-02T03:04:05.000Z';
    const first = await save(feedId, [item('dated', { publishedAt: dated }), item('old', undated)]);
    expect(first.arrivals).toEqual([dated]);
    const second = await save(feedId, [
      item('day', { publishedAt: '2026-01-03T00:00:00Z' }),
      item('new', undated),
    ]);
    expect(second.arrivals).toHaveLength(3);
    expect(second.arrivals.filter((time) => Date.parse(time) > Date.now() - MINUTE_MS)).toHaveLength(2);
  });

  describe('let new feeds begin', () => {
    const secondsToFirstPoll = () =>
      db.query<{ id: string; url: string; seconds: number }>(
        `select id, url, extract(epoch from next_poll_at - created_at)::float8 as seconds from feeds order by id`,
      );

    it('at once, but those of one host one after another', async () => {
      const urls = [
        ...Array.from({ length: 13 }, (_, index) => `https://big.example/${index}`),
        'https://small.example/',
      ];
      const { ids, added } = await store.upsertFeeds(urls.map((url) => ({ url })));
      expect(added).toBe(14);
      const feeds = await secondsToFirstPoll();
      expect(feeds.map(({ id }) => id)).toEqual(ids);
      expect(feeds.map(({ url }) => url)).toEqual(urls);
      expect(feeds.map(({ seconds }) => seconds)).toEqual([...new Array<number>(10).fill(0), 1, 2, 3, 0]);
    });

    it('over some time when they are thousands, and those of a large host beside the others', async () => {
      const big = Array.from({ length: 300 }, (_, index) => ({ url: `https://big.example/${index}` }));
      const many = Array.from({ length: 2_000 }, (_, index) => ({ url: `https://host-${index}.example/` }));
      await store.upsertFeeds([...big, ...many]);
      const feeds = await secondsToFirstPoll();
      const others = feeds.filter(({ url }) => !url.includes('big')).map(({ seconds }) => seconds);
      expect(Math.max(...others)).toBeCloseTo(2_000 * 0.04, 3);
      const inOneSecond = feeds.filter(({ seconds }) => seconds >= 30 && seconds < 31).length;
      expect(inOneSecond).toBe(26);
      expect(Math.max(...feeds.map(({ seconds }) => seconds))).toBe(290);
    });

    it('at once when a long list is given again with a new one at its end', async () => {
      const list = Array.from({ length: 1_000 }, (_, index) => ({ url: `https://host-${index}.example/` }));
      await store.upsertFeeds(list);
      await store.upsertFeeds([...list, { url: 'https://new.example/' }]);
      expect((await secondsToFirstPoll()).at(-1)).toMatchObject({ url: 'https://new.example/', seconds: 0 });
    });
  });

  it('backs a failing feed off, and forgets the failure with the next success', async () => {
    const feedId = await addFeed();
    await save(feedId, [], { validators: { etag: '"1"', lastModified: null } });
    const nextPollAt = new Date('2031-01-01');
    const failure = { feedId, code: 'http_5xx', message: 'It broke', nextPollAt, gone: false };
    await store.recordPollFailure({ ...failure, code: 'http_429', forgetValidators: false });
    expect((await store.findFeed(feedId))?.validators.etag).toBe('"1"');
    await store.recordPollFailure({ ...failure, forgetValidators: true });
    expect(await store.findFeed(feedId)).toMatchObject({
      failureCount: 2,
      lastErrorCode: 'http_5xx',
      lastError: 'It broke',
      nextPollAt,
      status: 'active',
      validators: { etag: null, lastModified: null },
    });
    expect(await store.listPolls(feedId, 1)).toMatchObject([
      { outcome: 'failed', errorCode: 'http_5xx', error: 'It broke', counts: { offered: 0 } },
    ]);
    await save(feedId, []);
    expect(await store.findFeed(feedId)).toMatchObject({ failureCount: 0, lastErrorCode: null });
  });

  it('keeps the site of a feed that a list names, until the feed says itself', async () => {
    const url = 'https://sites.example/feed';
    const listed = { url, siteUrl: 'https://sites.example/listed' };
    const siteOf = async () => (await store.listFeeds()).find((feed) => feed.url === url)?.siteUrl;
    const { ids } = await store.upsertFeeds([listed]);
    expect(await siteOf()).toBe('https://sites.example/listed');
    await save(ids[0] ?? '', [], { siteUrl: 'https://sites.example/said' });
    await store.upsertFeeds([listed]);
    expect(await siteOf()).toBe('https://sites.example/said');
  });

  it('keeps between polls what the feed asks for', async () => {
    const feedId = await addFeed();
    const pace = { ttlMinutes: 90, skipHours: [1, 2], skipDays: [0] };
    await save(feedId, [], { pace, freshForMs: 120_000, hasGap: true });
    const feed = await store.findFeed(feedId);
    expect(feed).toMatchObject({ pace, freshForMs: 120_000 });
    expect(feed?.gapAt).not.toBeNull();
  });

  describe('follow a feed that moved for good', () => {
    const to = 'https://two.example/feed';

    it('to its new address', async () => {
      const feedId = await addFeed();
      await save(feedId, [], { movedTo: to });
      expect((await store.findFeed(feedId))?.url).toBe(to);
      expect(await store.listPolls(feedId, 1)).toMatchObject([{ notes: [{ code: 'moved' }] }]);
    });

    it('into the feed that has that address, and says so', async () => {
      const one = await addFeed('https://one.example/');
      const two = await addFeed(to);
      await save(one, [item('a')], { movedTo: to });
      const feeds = await store.listFeeds();
      expect(feeds.find(({ id }) => id === one)).toMatchObject({
        status: 'merged',
        mergedInto: two,
        url: 'https://one.example/',
        itemCount: 1,
        lastPoll: { notes: [{ code: 'merged' }] },
      });
      expect(feeds.find(({ id }) => id === two)).toMatchObject({ status: 'active', url: to });
      await store.setFeedStatus([one], 'active');
      expect(await store.findFeed(one)).toMatchObject({ status: 'active', mergedInto: null });
    });

    it('but not into one that rests, for then nobody would poll it', async () => {
      const one = await addFeed('https://one.example/');
      const two = await addFeed(to);
      await store.setFeedStatus([two], 'paused');
      await save(one, [], { movedTo: to });
      expect(await store.findFeed(one)).toMatchObject({ status: 'active', url: 'https://one.example/' });
      expect(await store.listPolls(one, 1)).toMatchObject([{ notes: [{ code: 'move_refused' }] }]);
    });

    it('one of two that move to one address in the same moment, the other into it', async () => {
      const ids = await Promise.all([addFeed('https://one.example/'), addFeed('https://old.example/')]);
      await Promise.all(ids.map((id) => save(id, [], { movedTo: to })));
      const feeds = await store.listFeeds();
      expect(feeds.map(({ status }) => status).sort()).toEqual(['active', 'merged']);
      expect(feeds.find(({ status }) => status === 'active')?.url).toBe(to);
    });
  });

  it('forgets polls of long ago, and no item with them', async () => {
    const feedId = await addFeed();
    await save(feedId, [item('a')]);
    await save(feedId, [item('a')]);
    await db.query(`update polls set polled_at = now() - interval '31 days' where new = 1`);
    expect(await store.prunePolls(30)).toBe(1);
    expect(await store.listPolls(feedId, 10)).toHaveLength(1);
    expect((await store.listFeeds())[0]?.itemCount).toBe(1);
  });
});
