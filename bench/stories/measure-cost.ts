import { writeCoverage } from '../../demo/newsroom/coverage/write-coverage.js';
import type { App } from '../../src/app.js';
import { fingerprintArticle } from '../../src/stories/fingerprint-article.js';
import { matchStory } from '../../src/stories/match-story.js';
import type { Tagger } from '../../src/tagging/tag-text.js';
import { median } from '../median.js';
import { addFetched } from './open-bench-store.js';

export interface CostResult {
  /** Fingerprints in the table. */
  readonly stored: number;
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

/** Like those of real articles: keys of texts and of terms, and of the latter one in ten shared by many. */
const KEYS = 50;

/**
 * Fills the tables up to `size` fingerprints with articles that resemble nothing, and then measures how long it takes to
 * tag others.
 */
export async function measureCost(
  app: App,
  tagger: Tagger,
  options: { readonly size: number; readonly events: number; readonly seed: number },
): Promise<CostResult> {
  await fillUpTo(app, options.size);
  const articles = writeCoverage({ seed: options.seed, events: options.events });
  const works = [];
  for (const article of articles) {
    const { body: text } = article;
    const url = `${article.url}?archive=${options.size}`;
    const tags = tagger.tag({ text });
    const matcher = matchStory(fingerprintArticle({ url, byline: null, text, tags }));
    works.push({
      articleId: await addFetched(app, { ...article, url }),
      tags,
      reason: 'new' as const,
      matcher,
      draftAlerts: () => [],
    });
  }
  const half = Math.floor(works.length / 2);
  const times: number[] = [];
  for (const work of works.slice(0, half)) {
    const startedAt = performance.now();
    await app.store.saveTags(work);
    times.push(performance.now() - startedAt);
  }
  const rest = works.slice(half);
  const left = [...rest];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (let work = left.pop(); work !== undefined; work = left.pop()) await app.store.saveTags(work);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const [row] = await app.db.query<{ bytes: string; stored: number }>(
    `select pg_total_relation_size('fingerprints') + pg_total_relation_size('fingerprint_keys') as bytes,
       (select count(*)::int from fingerprints) as stored`,
  );
  return {
    stored: options.size,
    saveMs: {
      median: median(times),
      p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN,
    },
    perSecond: rest.length / seconds,
    bytesPerArticle: Number(row?.bytes ?? 0) / (row?.stored ?? 1),
  };
}

/** Straight into the tables: the keys are drawn, as hashes are. */
async function fillUpTo({ db }: App, size: number): Promise<void> {
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
           array(select case when random() < 0.02 then (random() * 5000)::int else (random() * 4e9 - 2e9)::int end
             from generate_series(1, ${KEYS}) where id > 0)
         from added returning article_id, keys
       )
       insert into fingerprint_keys (key, occurred_at, article_id)
       select key, a.occurred_at, a.id from prints p join added a on a.id = p.article_id, unnest(p.keys) key`,
      [Math.min(batch, missing - done), END, ARCHIVE_DAYS],
    );
  }
  await db.query(
    'update articles a set story_id = s.id from stories s where s.lead_article_id = a.id and a.story_id is null',
  );
  await db.query('vacuum analyze fingerprints');
  await db.query('vacuum analyze fingerprint_keys');
  await db.query('vacuum analyze articles');
}
