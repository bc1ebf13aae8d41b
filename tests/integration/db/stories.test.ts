import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reprint } from '../../../demo/newsroom/event-coverage/reprint.js';
import { tellEvent, type Report } from '../../../demo/newsroom/event-coverage/tell-event.js';
import { createRandom } from '../../../demo/newsroom/random.js';
import type { Database } from '../../../src/db/database.js';
import type { Store } from '../../../src/db/store.js';
import type { Tags } from '../../../src/model/mention.js';
import type { StoryState } from '../../../src/model/story.js';
import type { TaggingReason } from '../../../src/model/tagging.js';
import { fingerprintArticle } from '../../../src/stories/fingerprint-article.js';
import { matchStory } from '../../../src/stories/match-story.js';
import { createTagger } from '../../../src/tagging/tag-text.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';

const AT = new Date('2026-03-04T12:00:00Z');
const HOUR_MS = 3_600_000;

/** The same event and kind, told in one wording or another. */
const tell = (event: string, wording = 'first'): Report =>
  tellEvent({ event, kind: 'kind 7', wording, publishedAt: AT });

describe('stories in the database', () => {
  const tagger = createTagger();
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
    await db.query(
      'truncate feeds, articles, stories, fingerprints, fingerprint_keys, term_counts, actors restart identity cascade',
    );
  });

  /** Stores an article as the fetch stage leaves it. */
  async function addFetched(url: string, { title, body }: Report, at = AT): Promise<string> {
    const [row] = await db.query<{ id: string }>(
      `insert into articles (url, title, text, published_at, status) values ($1, $2, $3, $4, 'fetched') returning id`,
      [url, title, body, at],
    );
    return row?.id ?? '';
  }

  /** Tags it as the tag stage does. @returns the story that the alerts are told of */
  async function save(id: string, reason: TaggingReason = 'new'): Promise<StoryState | null> {
    const article = await store.findArticleToTag(id);
    if (article === null) throw new Error(`there is no article ${id}`);
    const tags: Tags = tagger.tag({ text: article.text });
    let seen: StoryState | null = null;
    await store.saveTags({
      articleId: id,
      tags,
      reason,
      matcher: matchStory(fingerprintArticle({ ...article, tags })),
      draftAlerts: ({ story }) => {
        seen = story;
        return [];
      },
    });
    return seen;
  }

  it('begins a story with an article and joins a reprint and related coverage to it', async () => {
    const event = tell('dam');
    const first = await addFetched('https://a.example/1', event);
    expect(await save(first)).toEqual({
      id: expect.any(String) as string,
      isNew: true,
      leadArticleId: first,
      articles: 1,
      voices: ['a.example'],
      firstAt: AT.toISOString(),
      lastAt: AT.toISOString(),
      reprintOf: null,
    });
    const later = new Date(AT.getTime() + 5 * HOUR_MS);
    const copy = reprint(event, tell('dam', 'second'), 'trimmed', createRandom('cut'));
    expect(await save(await addFetched('https://b.example/1', copy, later))).toMatchObject({
      isNew: false,
      leadArticleId: first,
      articles: 2,
      voices: ['a.example'],
      reprintOf: first,
      lastAt: later.toISOString(),
    });
    expect(await save(await addFetched('https://c.example/1', tell('dam', 'third'), later))).toMatchObject({
      articles: 3,
      voices: ['a.example', 'c.example'],
      reprintOf: null,
    });
  });

  it('keeps another event in the same words apart', async () => {
    await save(await addFetched('https://a.example/1', tell('dam')));
    expect(await save(await addFetched('https://b.example/1', tell('bridge')))).toMatchObject({
      isNew: true,
      voices: ['b.example'],
    });
  });

  it('counts the reports of an agency as one voice, whoever prints them', async () => {
    const wire = tell('dam');
    const body = `LIMA (Reuters) - ${wire.body}`;
    await save(await addFetched('https://a.example/1', { ...wire, body }));
    await save(await addFetched('https://b.example/1', { ...wire, body }));
    const other = tell('dam', 'second');
    const story = await save(
      await addFetched('https://c.example/1', { ...other, body: `(Reuters) - ${other.body}` }),
    );
    expect(story).toMatchObject({ articles: 3, voices: ['reuters.com'] });
  });

  it('does not look for a story beyond its time', async () => {
    await save(await addFetched('https://a.example/1', tell('dam')));
    const afterFourDays = new Date(AT.getTime() + 96 * HOUR_MS);
    expect(
      await save(await addFetched('https://c.example/1', tell('dam', 'third'), afterFourDays)),
    ).toMatchObject({
      isNew: true,
    });
    const afterAMonth = new Date(AT.getTime() + 30 * 24 * HOUR_MS);
    expect(await save(await addFetched('https://d.example/1', tell('dam'), afterAMonth))).toMatchObject({
      isNew: true,
    });
  });

  it('puts reprints that are tagged at the same moment into one story', async () => {
    const events = Array.from({ length: 6 }, (_, index) => tell(`event ${index}`));
    const ids: string[] = [];
    for (const [index, event] of events.entries())
      for (let outlet = 0; outlet < 8; outlet += 1)
        ids.push(await addFetched(`https://outlet-${outlet}.example/${index}`, event));
    // Round the outlets, so that those who tag at once tag the same event.
    const states = await Promise.all(ids.map((id) => save(id)));
    expect(states.filter((state) => state?.isNew)).toHaveLength(events.length);
    const stories = await db.query<{ articles: number; voices: number; counted: number }>(
      `select s.articles, cardinality(s.voices) as voices, count(a.id)::int as counted
       from stories s join articles a on a.story_id = s.id group by s.id`,
    );
    expect(stories).toEqual(events.map(() => ({ articles: 8, voices: 1, counted: 8 })));
  });

  it('keeps the story of an article that is tagged again, and begins none for one that had none', async () => {
    const id = await addFetched('https://a.example/1', tell('dam'));
    const story = await save(id);
    expect(await save(id, 'retag')).toBeNull();
    const old = await addFetched('https://b.example/1', tell('dam'));
    await db.query(`update articles set status = 'tagged' where id = $1`, [old]);
    await save(old, 'retag');
    expect(await db.query('select id, articles from stories')).toEqual([{ id: story?.id, articles: 1 }]);
    expect(await db.query('select id, story_id from articles order by id')).toEqual([
      { id, story_id: story?.id },
      { id: old, story_id: null },
    ]);
  });

  it('finds an article by its new text after that changed', async () => {
    const id = await addFetched('https://a.example/1', tell('dam'));
    await save(id);
    const changed = tell('bridge');
    await db.query('update articles set text = $2 where id = $1', [id, changed.body]);
    await save(id, 'retag');
    const [keys] = await db.query<{ rows: number; listed: number }>(
      `select (select count(*)::int from fingerprint_keys) as rows, cardinality(keys) as listed from fingerprints`,
    );
    expect(keys?.rows).toBe(keys?.listed);
    expect(await save(await addFetched('https://b.example/1', changed))).toMatchObject({
      isNew: false,
      reprintOf: id,
    });
  });

  it('lists stories with what all their articles say, each figure once', async () => {
    const event = {
      title: 'Theft at a bank',
      body: 'Lazarus Group stole $48 million from Harbour Bank in Japan, police in Tokyo said. The 312 branches of the bank stay shut, and Kenji Mori, who leads it, spoke of a loss of $5 million a day since Ginza was locked down.',
    };
    const first = await addFetched('https://a.example/1', event);
    await save(first);
    const end = ' Officials in South Korea help with the search for the money and for those who took it.';
    await save(await addFetched('https://b.example/1', { ...event, body: event.body + end }));
    await save(await addFetched('https://c.example/1', tell('dam'), new Date(AT.getTime() - HOUR_MS)));

    const [story, other, ...none] = await store.listStories({ limit: 10 });
    expect(none).toEqual([]);
    expect(story).toMatchObject({
      lead: { id: first, title: 'Theft at a bank', url: 'https://a.example/1' },
      articles: 2,
      voices: ['a.example'],
      countries: ['JP', 'KR'],
      money: [
        { amount: '48000000', currency: 'USD' },
        { amount: '5000000', currency: 'USD' },
      ],
    });
    expect(story?.actors.map(({ name }) => name)).toContain('Lazarus Group');
    expect(other).toMatchObject({ articles: 1, voices: ['c.example'] });
    expect(await store.listStories({ limit: 10, country: 'KR' })).toMatchObject([{ id: story?.id }]);
    expect(await store.listStories({ limit: 1 })).toHaveLength(1);

    const articles = await store.listArticles({ limit: 10, country: 'JP' });
    expect(articles.map(({ reprintOf, alsoIn, storyId }) => [reprintOf, alsoIn, storyId])).toEqual([
      [first, 1, story?.id],
      [null, 1, story?.id],
    ]);
  });
});
