import { writeCoverage, type CoverageArticle } from '../../demo/newsroom/coverage/write-coverage.js';
import type { App } from '../../src/app.js';
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

/** Straight into the tables: the keys are drawn, as hashes are. */
async function fillUpTo({ db }: App, size: number, commonKeys: readonly number[]): Promise<void> {
  const [row] = await db.query<{ stored: number }>('select count(*)::int as stored from fingerprints');
  const missing = size - (row?.stored ?? 0);
  const batch = 20_000;
  for (let done = 0; done < missing; done += batch) {
    await db.query(
      `with added as (
         insert into articles (url, text, published_at, status)
         select 'https://archive.example/' || gen_random_uuid(), '', $2::timestamptz - random() * make_interval(days => $3),
           'tagged'
         from generate_series(1, $1) returning id, occurred_at
       ), stories_added as (
         insert into stories (lead_article_id, first_at, last_at, voices)
         select id, occurred_at, occurred_at, '{archive.example}' from added returning id, lead_article_id
       ), prints as (
         insert into fingerprints (article_id, signature, shingles, names, figures, weight, keys)
         select id, array(select (random() * 4e9 - 2e9)::int from generate_series(1, 128) where id > 0), 400,
           array(select (random() * 4e9 - 2e9)::int from generate_series(1, 20) where id > 0),
           array(select (random() * 4e9 - 2e9)::int from generate_series(1, 8) where id > 0), 100,
           array(select case when random() * 100 < ${COMMON_PERCENT}
               then ($4::int[])[1 + floor(random() * cardinality($4::int[]))::int] else (random() * 4e9 - 2e9)::int end
             from generate_series(1, ${KEYS}) where id > 0)
         from added returning article_id, keys
       )
       insert into fingerprint_keys (key, occurred_at, article_id)
       select key, a.occurred_at, a.id from prints p join added a on a.id = p.article_id, unnest(p.keys) key`,
      [Math.min(batch, missing - done), END, ARCHIVE_DAYS, commonKeys],
    );
  }
  await db.query(
    'update articles a set story_id = s.id from stories s where s.lead_article_id = a.id and a.story_id is null',
  );
  await db.query('vacuum analyze fingerprints');
  await db.query('vacuum analyze fingerprint_keys');
  await db.query('vacuum analyze articles');
}
