import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/database.js';
import type { Store } from '../../../src/db/store.js';
import type { DebutActor } from '../../../src/model/alert.js';
import type { Tags } from '../../../src/model/mention.js';
import type { TaggingReason } from '../../../src/model/tagging.js';
import { createTagger, taggerVersion } from '../../../src/tagging/tag-text.js';
import { diffTags } from '../../../src/tagging/diff-tags.js';
import { addFetchedArticle } from '../../helpers/add-article.js';
import { sampleMatcher } from '../../helpers/sample-records.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';

const tagger = createTagger();

const UNKNOWN_GANG = 'A ransomware gang calling itself Gloomy Otter hit a paper mill last week.';

const NOTHING: Tags = { countries: [], places: [], actors: [], money: [], taggerVersion: 'test-1' };

/** The group as a catalogue would find it. */
const KNOWN_GANG: Tags = {
  ...NOTHING,
  actors: [
    {
      ...{ name: 'Gloomy Otter', type: 'threat-actor', id: 'G9999', start: 33, end: 45 },
      ...{ text: 'Gloomy Otter', confidence: 0.9, rule: 'threat-actor/catalogue' },
    },
  ],
};

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
  await db.query('truncate feeds, articles, actors, imported_actors restart identity cascade');
});

/** Stores an article with the given tags, else with those of the tagger. @returns its id and the actors first seen */
async function addTagged(path: string, text: string, tags = tagger.tag({ text })) {
  const id = await addFetchedArticle(store, path, { text });
  return { id, debuts: await save(id, tags, 'new') };
}

async function save(articleId: string, tags: Tags, reason: TaggingReason): Promise<DebutActor[]> {
  const seen: DebutActor[] = [];
  await store.saveTags({
    articleId,
    tags,
    reason,
    matcher: sampleMatcher('', tags),
    draftAlerts: ({ debuts }) => {
      seen.push(...debuts);
      return [];
    },
  });
  return seen;
}

describe('sums of money', () => {
  it('are listed with bound, rate and the sum that they convert', async () => {
    await addTagged(
      'rent',
      'The firm pays more than $10,000 a month. It lost $50 million (£38 million), up to $3-5 million of it in cash.',
    );
    const [article] = await store.listArticles({ limit: 1 });
    const [rent, loss, converted, cash] = article?.money ?? [];
    expect(rent).toMatchObject({ amount: '10000', approx: true, bound: 'min', per: 'month' });
    expect(loss).toMatchObject({
      amount: '50000000',
      approx: false,
      bound: null,
      per: null,
      conversionOf: null,
    });
    expect(converted).toMatchObject({ currency: 'GBP', conversionOf: loss?.start });
    expect(cash).toMatchObject({ amount: '3000000', amountMax: '5000000', bound: 'max' });
    expect(await store.listMoney({ limit: 9, currency: 'GBP' })).toMatchObject([
      { amount: '38000000', conversionOf: loss?.start, start: converted?.start, approx: false },
    ]);
  });

  it.each([
    ['$0.1 million', '100000'],
    ['$4.35 million', '4350000'],
    ['$0.29', '0.29'],
    ['$123,456,789,012,345.67', '123456789012345.67'],
    ['$123,456,789,012,345.66', '123456789012345.66'],
    ['$9,007,199,254,740,993', '9007199254740993'],
    ['0.12345678901234567 BTC', '0.12345678901234567'],
  ])('are stored to the last digit: %s', async (sum, amount) => {
    await addTagged('exact', `The company said that it had lost ${sum} in the attack.`);
    expect(await store.listMoney({ limit: 5 })).toMatchObject([{ amount }]);
    const [row] = await db.query<{ same: boolean }>(
      'select bool_and(amount = $1::numeric) as same from money_mentions',
      [amount],
    );
    expect(row).toEqual({ same: true });
  });

  it('that only convert another are left out of a summary', async () => {
    const run = await store.readBaseline();
    await addTagged('loss', 'It lost $50 million (£68 million) in the attack.');
    const { money } = await store.summariseRun(run);
    expect(money.map(({ surface }) => surface)).toEqual(['$50 million']);
  });
});

describe('an actor that no catalogue has', () => {
  const listed = async () => (await store.listActors({ limit: 5, actor: 'Gloomy Otter' }))[0];

  it('is unverified in every listing, and its debut says so', async () => {
    const run = await store.readBaseline();
    const { debuts } = await addTagged('one', UNKNOWN_GANG);
    expect(debuts).toMatchObject([{ name: 'Gloomy Otter', unverified: true }]);
    expect(await listed()).toMatchObject({ kind: 'threat-actor', unverified: true });
    const [article] = await store.listArticles({ limit: 1 });
    expect(article?.actors).toEqual([{ name: 'Gloomy Otter', kind: 'threat-actor', unverified: true }]);
    expect((await store.summariseRun(run)).actors).toMatchObject([{ unverified: true }]);
  });

  it('stays so however often it is mentioned like this', async () => {
    await addTagged('one', UNKNOWN_GANG);
    await addTagged('two', UNKNOWN_GANG);
    expect(await listed()).toMatchObject({ unverified: true, articles: 2 });
  });

  it('is verified by a mention through a catalogue, with its id, and stays so', async () => {
    await addTagged('one', UNKNOWN_GANG);
    await addTagged('two', UNKNOWN_GANG, KNOWN_GANG);
    await addTagged('three', UNKNOWN_GANG);
    expect(await listed()).toMatchObject({ unverified: false, externalId: 'G9999', articles: 3 });
  });

  it('is verified by the surer of two mentions in one text', async () => {
    const [known] = KNOWN_GANG.actors;
    const doubtful = { ...known, start: 0, end: 12, unverified: true } as NonNullable<typeof known>;
    await addTagged('one', UNKNOWN_GANG, { ...NOTHING, actors: [doubtful, ...KNOWN_GANG.actors, doubtful] });
    expect(await listed()).toMatchObject({ unverified: false, externalId: 'G9999' });
  });

  it('is verified by an import, before or after its first mention', async () => {
    const otter = {
      name: 'gloomy otter',
      kind: 'threat-actor',
      externalId: null,
      aliases: [],
      origin: null,
    } as const;
    await addTagged('one', UNKNOWN_GANG);
    await store.importActors([otter], 'mine.csv');
    expect(await listed()).toMatchObject({ name: 'Gloomy Otter', unverified: false });

    await db.query('truncate articles, actors restart identity cascade');
    await store.importActors([otter], 'mine.csv');
    const { debuts } = await addTagged('two', UNKNOWN_GANG);
    expect(debuts).toMatchObject([{ unverified: false }]);
    expect(await listed()).toMatchObject({ unverified: false });
  });

  it('ends unverified or not as its mentions say, whoever of many workers is first', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 8; index += 1) ids.push(await addFetchedArticle(store, `race-${index}`));
    const doubtful = tagger.tag({ text: UNKNOWN_GANG });
    const debuts = await Promise.all(
      ids.map((id, index) => save(id, index === 5 ? KNOWN_GANG : doubtful, 'new')),
    );
    expect(debuts.flat()).toHaveLength(1);
    expect(await listed()).toMatchObject({ unverified: false, articles: 8 });
  });

  it('makes no second debut when a re-tagging was the first to find it', async () => {
    const { id } = await addTagged('one', UNKNOWN_GANG, NOTHING);
    expect(await save(id, tagger.tag({ text: UNKNOWN_GANG }), 'retag')).toHaveLength(1);
    expect(await listed()).toMatchObject({ unverified: true });
    const { debuts } = await addTagged('two', UNKNOWN_GANG);
    expect(debuts).toEqual([]);
  });
});

describe('tags of a text in another language', () => {
  const GERMAN =
    'Die Regierung hat am Montag mitgeteilt, dass die Angreifer nicht aus dem Ausland kamen und sich in den Netzen ' +
    'der Firma schon seit Wochen befanden.';

  it('are partial until a version knows the language', async () => {
    const { id } = await addTagged('de', GERMAN);
    expect(await store.listArticles({ limit: 1 })).toMatchObject([{ partialTags: true }]);
    await save(id, NOTHING, 'retag');
    expect(await store.listArticles({ limit: 1 })).toMatchObject([{ partialTags: false }]);
  });
});

describe('articles to tag again', () => {
  const FIRST_PAGE = { afterId: '0', limit: 10 };
  const current = async () => ({
    taggerVersion: taggerVersion(await store.readImportVersion()),
    since: null,
  });

  it('are those of another version, and an import makes one', async () => {
    const version = async () => taggerVersion(await store.readImportVersion());
    const { id } = await addTagged('one', UNKNOWN_GANG, { ...NOTHING, taggerVersion: await version() });
    expect(await store.listArticlesToRetag(await current(), FIRST_PAGE)).toEqual([]);
    expect(await store.countArticlesToRetag(await current())).toBe(0);

    await store.importActors(
      [{ name: 'Pale Otter', kind: 'threat-actor', externalId: null, aliases: [], origin: null }],
      'mine.csv',
    );
    expect(await store.listArticlesToRetag(await current(), FIRST_PAGE)).toEqual([id]);
    const imported = await store.readImportedActors();
    const again = createTagger({ imported });
    expect(again.version).toBe(await version());
    await save(id, again.tag({ text: UNKNOWN_GANG }), 'retag');
    expect(await store.listArticlesToRetag(await current(), FIRST_PAGE)).toEqual([]);
    expect(await store.countArticlesToRetag({ taggerVersion: null, since: null })).toBe(1);
  });

  it('come back with their stored tags, the newest first, in pages', async () => {
    const text =
      'Lazarus Group of North Korea stole more than $9,007,199,254,740,993 (£4 million) from Acme Corp. in Tokyo, ' +
      'said Ana Ruiz. A ransomware gang calling itself Gloomy Otter wants $3-5 million a month.';
    for (const path of ['one', 'two', 'three']) await addTagged(path, text);
    await db.query(`update articles set text = null where url like '%two'`);
    const all = { taggerVersion: null, since: null };
    const first = await store.listTaggedArticles(all, { beforeId: null, limit: 2 });
    expect(first.map((article) => [article.id, article.text])).toEqual([
      ['3', text],
      ['2', null],
    ]);
    const [last, ...none] = await store.listTaggedArticles(all, { beforeId: '2', limit: 2 });
    expect(none).toEqual([]);
    const fresh = tagger.tag({ text });
    const { kept, ...others } = diffTags(last?.tags ?? NOTHING, fresh);
    expect(others).toEqual({ gained: [], lost: [], changed: [] });
    expect(kept).toHaveLength(
      fresh.countries.length + fresh.places.length + fresh.actors.length + fresh.money.length,
    );
    expect(kept.length).toBeGreaterThan(6);
    expect(last?.tags.taggerVersion).toBe(tagger.version);
    expect(
      await store.listTaggedArticles({ ...all, since: new Date('2999-01-01') }, { beforeId: null, limit: 9 }),
    ).toEqual([]);
  });
});
