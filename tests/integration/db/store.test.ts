import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressKey } from '../../../src/article/address-key.js';
import type { Database } from '../../../src/db/database.js';
import { createHostSlots } from '../../../src/db/host-slots.js';
import type { Store } from '../../../src/db/store.js';
import type { ExtractedArticle } from '../../../src/model/article.js';
import type { DebutActor } from '../../../src/model/alert.js';
import type { Tags } from '../../../src/model/mention.js';
import { addFetchedArticle } from '../../helpers/add-article.js';
import {
  sampleExtractedArticle,
  sampleMatcher,
  sampleOfferedItem,
  samplePollSuccess,
} from '../../helpers/sample-records.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';

const TEXT = 'Lazarus Group stole $5 million in Japan. Police in Tokyo said so.';

const TAGS: Tags = {
  taggerVersion: 'test-1',
  countries: [
    { code: 'JP', via: 'name', start: 34, end: 39, text: 'Japan', confidence: 0.9, rule: 'country/name' },
  ],
  places: [
    {
      code: 'JP',
      name: 'Tokyo',
      via: 'city',
      start: 51,
      end: 56,
      text: 'Tokyo',
      confidence: 0.6,
      rule: 'place/city',
    },
  ],
  actors: [
    {
      name: 'Lazarus Group',
      type: 'threat-actor',
      id: 'G0032',
      start: 0,
      end: 13,
      text: 'Lazarus Group',
      confidence: 0.9,
      rule: 'actor/name',
    },
  ],
  money: [
    {
      amount: 5_000_000,
      currency: 'USD',
      purpose: 'theft',
      start: 20,
      end: 30,
      text: '$5 million',
      confidence: 0.9,
      rule: 'money/symbol',
    },
  ],
};

describe('the store', () => {
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
    await db.query('truncate feeds, articles, actors, alert_rules, quarantine restart identity cascade');
  });

  async function addFeed(url = 'https://a.example/feed'): Promise<string> {
    const { ids } = await store.upsertFeeds([{ url, title: `Feed of ${url}` }]);
    return ids[0] ?? '';
  }

  /** A page that a feed of another site offered. */
  async function offerAndStore(
    feedUrl: string,
    path: string,
    body: { url: string; publisher: string; contentHash: string },
  ): Promise<{ outcome: string; articleId: string }> {
    const feedId = await addFeed(feedUrl);
    const { newArticleIds } = await store.savePoll(feedId, [sampleOfferedItem(path)], () =>
      samplePollSuccess(feedId),
    );
    const articleId = newArticleIds[0] ?? '';
    const outcome = await store.storeArticleBody({
      articleId,
      canonicalUrl: body.url,
      addressKey: addressKey(body.url),
      publisher: body.publisher,
      contentHash: body.contentHash,
      feedTextReason: null,
      article: sampleExtractedArticle({ text: TEXT }),
    });
    return { outcome, articleId };
  }

  it('makes one article of the same text on one site, and two of it on two sites', async () => {
    const text = { contentHash: 'same', publisher: 'a.example' };
    const first = await offerAndStore('https://a.example/f', 'p1', { url: 'https://a.example/1', ...text });
    const again = await offerAndStore('https://a.example/g', 'p2', {
      url: 'https://live.a.example/2',
      ...text,
    });
    const other = await offerAndStore('https://b.example/f', 'p3', {
      url: 'https://b.example/1',
      contentHash: 'same',
      publisher: 'b.example',
    });
    expect([first.outcome, again.outcome, other.outcome]).toEqual(['stored', 'duplicate', 'stored']);
    // Who offered the copy is kept, as an offer of the original.
    expect(
      await db.query('select article_id from items where article_id = $1 order by id', [first.articleId]),
    ).toHaveLength(2);
    const feedId = await addFeed('https://c.example/f');
    await store.savePoll(feedId, [sampleOfferedItem('p2')], () => samplePollSuccess(feedId));
    expect(await db.query('select article_id from items where feed_id = $1', [feedId])).toEqual([
      { article_id: first.articleId },
    ]);
  });

  it('makes one article of a page under several addresses, also when they are stored at the same moment', async () => {
    const urls = [
      'https://www.a.example/x',
      'http://a.example/x/',
      'https://m.a.example/x',
      'https://a.example/x?amp=1',
    ];
    const outcomes = await Promise.all(
      urls.map((url, index) =>
        offerAndStore(`https://feed-${index}.example/`, `x${index}`, {
          url,
          publisher: 'a.example',
          contentHash: `edition ${index}`,
        }),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
      'stored',
    ]);
  });

  const addFetched = (path = 'one', changes: Partial<ExtractedArticle> = {}) =>
    addFetchedArticle(store, path, {
      title: null,
      byline: 'A. Reporter',
      site: 'A',
      summary: null,
      section: 'World',
      keywords: ['dams', 'water'],
      imageUrl: 'https://a.example/dam.jpg',
      text: TEXT,
      ...changes,
    });

  const save = (articleId: string, tags = TAGS, seen: DebutActor[] = []) =>
    store.saveTags({
      articleId,
      tags,
      reason: 'new',
      matcher: sampleMatcher(TEXT, tags),
      draftAlerts: ({ debuts }) => {
        seen.push(...debuts);
        return [];
      },
    });

  it('stores a body once, and calls a page that names a stored one a duplicate', async () => {
    const first = await addFetched('one');
    const feedId = await addFeed();
    const { newArticleIds } = await store.savePoll(feedId, [sampleOfferedItem('two')], () =>
      samplePollSuccess(feedId),
    );
    const article = {
      title: null,
      byline: null,
      publishedAt: null,
      modifiedAt: null,
      lang: null,
      site: null,
    };
    const body = {
      canonicalUrl: 'https://a.example/one',
      contentHash: 'other',
      addressKey: 'a.example/one',
      publisher: 'a.example',
      feedTextReason: null,
      article: {
        ...article,
        canonicalUrl: null,
        summary: null,
        section: null,
        keywords: [],
        imageUrl: null,
        text: TEXT,
        method: 'scored' as const,
        confidence: 0.9,
        kind: 'article' as const,
        isPaywalled: false,
      },
    };
    expect(await store.storeArticleBody({ ...body, articleId: newArticleIds[0] ?? '' })).toBe('duplicate');
    expect(await store.storeArticleBody({ ...body, articleId: first })).toBe('unchanged');
  });

  it('lets exactly one of ten workers see the debut of an actor', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 10; index += 1) ids.push(await addFetched(`story-${index}`));
    const seen: DebutActor[] = [];
    await Promise.all(ids.map((id) => save(id, TAGS, seen)));
    expect(new Set(seen.map((debut) => debut.name))).toEqual(new Set(['Lazarus Group']));
    const [row] = await db.query<{ actors: number; mentions: number }>(
      'select (select count(*)::int from actors) as actors, (select count(*)::int from actor_mentions) as mentions',
    );
    expect(row).toEqual({ actors: 1, mentions: 10 });
    expect(seen).toHaveLength(1);
  });

  it('replaces tags when an article is tagged again, and says so when somebody was faster', async () => {
    const id = await addFetched();
    expect(await save(id)).toMatchObject({ outcome: 'tagged' });
    expect(await save(id)).toEqual({ outcome: 'unchanged' });
    await store.saveTags({
      articleId: id,
      tags: { ...TAGS, taggerVersion: 'test-2', money: [] },
      reason: 'retag',
      matcher: sampleMatcher(TEXT, TAGS),
      draftAlerts: () => [],
    });
    const [article] = await store.listArticles({ limit: 10 });
    expect(article).toMatchObject({ countries: ['JP'], money: [] });
  });

  it('lists what the page files its article under', async () => {
    await save(await addFetched());
    const [article] = await store.listArticles({ limit: 10 });
    expect(article).toMatchObject({
      section: 'World',
      keywords: ['dams', 'water'],
      imageUrl: 'https://a.example/dam.jpg',
    });
  });

  it('writes nothing of the tags when an alert can not be stored', async () => {
    const id = await addFetched();
    const saving = store.saveTags({
      articleId: id,
      tags: TAGS,
      reason: 'new',
      matcher: sampleMatcher(TEXT, TAGS),
      draftAlerts: () => [
        { ruleId: '999', dedupeKey: 'x', articleId: id, storyId: null, state: 'fired', card: {} as never },
      ],
    });
    await expect(saving).rejects.toThrow(/foreign key/);
    const [row] = await db.query<{ status: string; mentions: number }>(
      'select status, (select count(*)::int from money_mentions) as mentions from articles',
    );
    expect(row).toEqual({ status: 'fetched', mentions: 0 });
  });

  it('finds articles by every filter, and only by what is said', async () => {
    const id = await addFetched('one', { title: 'Theft in Asia' });
    await save(id);
    const found = async (filter: object) => (await store.listArticles({ limit: 10, ...filter })).length;
    for (const filter of [
      { country: 'jp' },
      { actor: 'lazarus group' },
      { kind: 'threat-actor' },
      { currency: 'usd' },
      { minAmount: 5_000_000 },
      { currency: 'USD', minAmount: 1 },
      { since: new Date('2026-01-01') },
      { source: 'feed OF' },
      { search: '"stole" -korea' },
      { search: 'asia' },
    ]) {
      expect([filter, await found(filter)]).toEqual([filter, 1]);
    }
    for (const filter of [
      { country: 'KP' },
      { actor: 'APT29' },
      { kind: 'person' },
      { currency: 'EUR' },
      { minAmount: 5_000_001 },
      { since: new Date('2027-01-01') },
      { source: '%' },
      { search: 'korea' },
    ]) {
      expect([filter, await found(filter)]).toEqual([filter, 0]);
    }
  });

  it('pages through articles without skipping or repeating any', async () => {
    const feedId = await addFeed();
    const offered = Array.from({ length: 25 }, (_, index) =>
      sampleOfferedItem(`p${index}`, { publishedAt: index % 3 === 0 ? '2026-01-01T00:00:00.000Z' : null }),
    );
    await store.savePoll(feedId, offered, () => samplePollSuccess(feedId));
    await db.query(`update articles set status = 'tagged'`);
    const seen: string[] = [];
    for (let after = undefined as { occurredAt: Date; id: string } | undefined; ;) {
      const page = await store.listArticles({ limit: 4, ...(after === undefined ? {} : { after }) });
      seen.push(...page.map((article) => article.id));
      const last = page.at(-1);
      if (last === undefined) break;
      after = { occurredAt: last.occurredAt, id: last.id };
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('lists sums with the sentence they stand in, and actors with their aliases', async () => {
    await save(await addFetched());
    expect(await store.listMoney({ limit: 5 })).toMatchObject([
      {
        amount: '5000000',
        currency: 'USD',
        purpose: 'theft',
        sentence: 'Lazarus Group stole $5 million in Japan.',
      },
    ]);
    await store.importActors(
      [
        {
          name: 'Lazarus Group',
          kind: 'threat-actor',
          externalId: 'G0032',
          aliases: ['Hidden Cobra'],
          origin: null,
        },
      ],
      'test.json',
    );
    expect(await store.listActors({ limit: 5, actor: 'hidden cobra' })).toMatchObject([
      { name: 'Lazarus Group', aliases: ['Hidden Cobra'], articles: 1, externalId: 'G0032' },
    ]);
  });

  it('keeps what each file says of actors, with a version that grows', async () => {
    const otter = {
      name: 'Otter',
      kind: 'threat-actor',
      externalId: 'G9001',
      aliases: ['Ötter', 'OTR'],
      origin: 'KP',
    } as const;
    const plover = { ...otter, name: 'Plover', externalId: null, origin: null, aliases: [] };
    const before = await store.readImportVersion();
    await store.importActors([otter, { ...plover, sharesNameWithMalware: true }], 'a.json');
    await store.importActors([plover], 'b.json');
    await store.importActors([otter], 'a.json');
    expect(await store.readImportVersion()).toBe(before + 3);
    const { version, actors } = await store.readImportedActors();
    expect([version, actors.filter(({ name }) => name !== 'Lazarus Group')]).toEqual([
      before + 3,
      [otter, plover],
    ]);
    await store.importActors([{ ...plover, sharesNameWithMalware: true }], 'b.json');
    expect((await store.readImportedActors()).actors).toContainEqual({
      ...plover,
      sharesNameWithMalware: true,
    });
  });

  it('takes the first mention of an imported actor for its debut', async () => {
    await store.importActors(
      [{ name: 'lazarus group', kind: 'threat-actor', externalId: null, aliases: [], origin: null }],
      'test.json',
    );
    const debuts: DebutActor[] = [];
    for (const path of ['one', 'two']) {
      const articleId = await addFetched(path);
      await store.saveTags({
        articleId,
        tags: TAGS,
        reason: 'new',
        matcher: sampleMatcher(TEXT, TAGS),
        draftAlerts: (facts) => {
          debuts.push(...facts.debuts);
          return [];
        },
      });
    }
    expect(debuts.map(({ name }) => name)).toEqual(['Lazarus Group']);
    const [actor] = await store.listActors({ limit: 5, actor: 'Lazarus Group' });
    expect([actor?.externalId, actor?.firstSeenAt]).toEqual(['G0032', expect.any(Date)]);
  });

  it('quarantines work with its article and replays it to where it stood', async () => {
    const id = await addFetched();
    const work = {
      queue: 'tags',
      subjectId: id,
      code: 'unexpected',
      message: 'boom',
      context: {},
      attempts: 3,
    };
    await store.quarantine({ ...work, queue: 'tags' });
    expect(await store.listQuarantine({}, 10)).toMatchObject([
      { queue: 'tags', code: 'unexpected', attempts: 3, subject: 'https://a.example/one' },
    ]);
    expect(await store.replay({ queue: 'tags' })).toEqual([{ queue: 'tags', subjectId: id }]);
    expect(await store.findArticleToTag(id)).toMatchObject({ status: 'fetched' });
    expect(await store.listQuarantine({}, 10)).toEqual([]);
  });

  it('finds forgotten work once per period', async () => {
    const id = await addFetched();
    const options = { olderThanMs: 60_000, limit: 10 };
    expect(await store.takeForgottenWork(options)).toEqual({ articles: [], tags: [] });
    await db.query(`update articles set queued_at = now() - interval '2 minutes'`);
    expect(await store.takeForgottenWork(options)).toEqual({ articles: [], tags: [id] });
    expect(await store.takeForgottenWork(options)).toEqual({ articles: [], tags: [] });
  });

  it('grants a host to one holder at a time and rests between them', async () => {
    const slots = createHostSlots(db, { spacingMs: 10 });
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, index) => slots.claim('h:80', `holder-${index}`, 1_000, 60_000)),
    );
    const winner = claims.findIndex((claim) => claim.granted);
    expect(claims.filter((claim) => claim.granted)).toHaveLength(1);
    const waits = claims.flatMap((claim) => (claim.granted ? [] : [claim.waitMs])).sort((a, b) => a - b);
    // Each who waits is told a turn of its own, one delay apart.
    for (const [index, waitMs] of waits.entries()) expect(waitMs).toBeGreaterThan(index * 900);
    await slots.release('h:80', `holder-${winner}`, { delayMs: 1_000, crawlDelayMs: null });
    expect(await slots.claim('h:80', 'late', 1_000, 60_000)).toMatchObject({ granted: false });
    await slots.release('h:80', 'stranger', { delayMs: 0, crawlDelayMs: null });
    expect(await slots.claim('h:80', 'late', 1_000, 60_000)).toMatchObject({ granted: false });
  });
});
