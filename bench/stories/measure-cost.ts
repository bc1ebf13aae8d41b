import { writeCoverage, type CoverageArticle } from '../../demo/newsroom/event-coverage/write-coverage.js';
import type { App } from '../../src/app.js';
import type { Queryable } from '../../src/db/database.js';
import { findStoryCandidates, type LookupKeys } from '../../src/db/fingerprints.js';
import type { TagsToSave } from '../../src/model/tagging.js';
import { fingerprintArticle } from '../../src/stories/fingerprint-article.js';
import { matchStory } from '../../src/stories/match-story.js';
import type { Tagger } from '../../src/tagging/tag-text.js';
import { median } from '../median.js';
import { addFetched } from './open-bench-store.js';

export interface CostResult {
  /** Fingerprints in the table. */
  readonly stored: number;
  /** Milliseconds to find and read the articles to compare with. */
  readonly lookupMs: { readonly median: number; readonly p95: number };
  /** Milliseconds of the whole tagging transaction, most of it the story. */
  readonly saveMs: { readonly median: number; readonly p95: number };
  /** Articles a second of four writers at once, all on other stories. */
  readonly perSecond: number;
  /** Bytes of fingerprints, keys and their indexes for each article. */
  readonly bytesPerArticle: number;
}

/** The archive's articles came out over so many days up to the coverage that is measured. */
const ARCHIVE_DAYS = 30;
const END = '2026-03-09T00:00:00Z';

const WRITERS = 4;

/** Articles that are put into the archive at once. */
const BATCH = 20_000;

/** Keys of an article, and how many of them in a hundred are common phrases: keys of the articles that are measured. */
const KEYS = 50;
const COMMON_PERCENT = 2;

type Work = Omit<TagsToSave, 'articleId'> & { readonly article: CoverageArticle; readonly keys: LookupKeys };

/**
 * Fills the tables up to `size` fingerprints with articles that resemble nothing but share phrases, and then measures how
 * long it takes to tag others.
 */
export async function measureCost(
  app: App,
  tagger: Tagger,
  options: { readonly size: number; readonly events: number; readonly seed: number },
): Promise<CostResult> {
  const works = prepare(tagger, options);
  const commonKeys = works.flatMap(({ keys }) => keys.text);
  await fillUpTo(app, options.size, commonKeys);
  const lookups = [];
  for (const { article, keys } of works) {
    const place = { id: '0', occurredAt: article.publishedAt };
    lookups.push(await timed(() => findStoryCandidates(app.db, place, keys)));
  }
  const toSave: TagsToSave[] = [];
  for (const work of works) toSave.push({ ...work, articleId: await addFetched(app, work.article) });
  const half = Math.floor(toSave.length / 2);
  const saves = [];
  for (const work of toSave.slice(0, half)) saves.push(await timed(() => app.store.saveTags(work)));
  const rest = toSave.slice(half);
  const count = rest.length;
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (let work = rest.pop(); work !== undefined; work = rest.pop()) await app.store.saveTags(work);
      }),
    ),
  );
  return {
    stored: options.size,
    lookupMs: summarise(lookups),
    saveMs: summarise(saves),
    perSecond: (count * 1000) / ms,
    bytesPerArticle: await bytesPerArticle(app),
  };
}

function prepare(
  tagger: Tagger,
  { size, events, seed }: { size: number; events: number; seed: number },
): Work[] {
  return writeCoverage({ seed, events }).map((written) => {
    const article = { ...written, url: `${written.url}?archive=${size}` };
    const tags = tagger.tag({ text: article.body });
    const fingerprint = fingerprintArticle({ url: article.url, byline: null, text: article.body, tags });
    const matcher = matchStory(fingerprint);
    const weights = matcher.weigh({ articles: 0, byHash: new Map() });
    const keys = { text: fingerprint.textKeys, terms: matcher.termKeys(weights) };
    return { article, keys, tags, matcher, reason: 'new', draftAlerts: () => [] };
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function summarise(times: readonly number[]): { median: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: median(sorted), p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };
}

async function bytesPerArticle({ db }: App): Promise<number> {
  const [row] = await db.query<{ bytes: string; stored: number }>(
    `select pg_total_relation_size('fingerprints') + pg_total_relation_size('fingerprint_keys') as bytes,
       (select count(*)::int from fingerprints) as stored`,
  );
  return Number(row?.bytes ?? 0) / (row?.stored ?? 1);
}

/** Straight into the tables: each article a story of its own, under the same id; the keys are drawn, as hashes are. */
async function fillUpTo({ db }: App, size: number, commonKeys: readonly number[]): Promise<void> {
  const [row] = await db.query<{ stored: number; last: number }>(
    `select (select count(*)::int from fingerprints) as stored,
       greatest((select max(id) from articles), (select max(id) from stories), 0)::int as last`,
  );
  const { stored = 0, last = 0 } = row ?? {};
  // Sorting millions of keys once is quicker than finding each its place.
  await db.query('drop index fingerprint_keys_lookup');
  for (let from = last + 1; from <= last + size - stored; from += BATCH) {
    const to = Math.min(from + BATCH - 1, last + size - stored);
    await db.transaction(async (tx) => {
      // Articles and stories name one another: whichever comes first, its foreign key would fail.
      await tx.query('set local session_replication_role = replica');
      await tx.query('set local statement_timeout = 0');
      await insertArchive(tx, { from, to, commonKeys });
    });
  }
  await db.query(`select setval(pg_get_serial_sequence('articles', 'id'), (select max(id) from articles))`);
  await db.query(`select setval(pg_get_serial_sequence('stories', 'id'), (select max(id) from stories))`);
  await db.transaction(async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query(`set local maintenance_work_mem = '512MB'`);
    await tx.query('create index fingerprint_keys_lookup on fingerprint_keys (key, occurred_at, article_id)');
  });
  for (const table of ['fingerprints', 'fingerprint_keys', 'articles', 'stories'])
    await db.query(`analyze ${table}`);
}

async function insertArchive(
  tx: Queryable,
  { from, to, commonKeys }: { from: number; to: number; commonKeys: readonly number[] },
): Promise<void> {
  await tx.query(
    `insert into articles (id, story_id, url, text, published_at, status) overriding system value
     select id, id, 'https://archive.example/' || id, '',
       $3::timestamptz - random() * make_interval(days => $4), 'tagged'
     from generate_series($1::bigint, $2::bigint) id`,
    [from, to, END, ARCHIVE_DAYS],
  );
  await tx.query(
    `insert into stories (id, lead_article_id, first_at, last_at, voices) overriding system value
     select id, id, occurred_at, occurred_at, '{archive.example}' from articles where id between $1 and $2`,
    [from, to],
  );
  // "id > 0" makes each row draw its own numbers.
  const drawn = (count: number) =>
    `array(select (random() * 4e9 - 2e9)::int from generate_series(1, ${count}) where id > 0)`;
  await tx.query(
    `insert into fingerprints (article_id, signature, shingles, names, figures, weight, keys)
     select id, ${drawn(128)}, 400, ${drawn(20)}, ${drawn(8)}, 100,
       array(select case when random() * 100 < ${COMMON_PERCENT}
           then ($3::int[])[1 + floor(random() * cardinality($3::int[]))::int]
           else (random() * 4e9 - 2e9)::int end
         from generate_series(1, ${KEYS}) where id > 0)
     from generate_series($1::bigint, $2::bigint) id`,
    [from, to, commonKeys],
  );
  await tx.query(
    `insert into fingerprint_keys (key, occurred_at, article_id)
     select key, a.occurred_at, a.id
     from fingerprints f join articles a on a.id = f.article_id, unnest(f.keys) key
     where f.article_id between $1 and $2`,
    [from, to],
  );
}
