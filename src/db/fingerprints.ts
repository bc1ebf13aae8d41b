import type { Fingerprint, StoryCandidate } from '../model/story.js';
import type { Queryable } from './database.js';

/** Texts are reprinted within days: older and newer articles are not compared. */
const WINDOW_DAYS = 7;

/** Of the articles under one key so many are looked at, half of them before and half after: some phrases stand everywhere. */
const MAX_PER_KEY = 64;

/** So many articles are compared that share most keys of the text, and as many that share most rare terms. */
const MAX_COMPARED = 20;

/** Apart from other advisory locks of the application. */
const LOCK_CLASS = 7_206;

/** Under which keys to look. */
export interface LookupKeys {
  readonly text: readonly number[];
  readonly terms: readonly number[];
}

/**
 * Locks keys until the transaction ends, so that of articles which share one, placed at the same moment, the second sees
 * the first. In order, so that nobody waits in a circle.
 */
export async function lockKeys(tx: Queryable, keys: LookupKeys): Promise<void> {
  const sorted = [...new Set([...keys.text, ...keys.terms])].sort((a, b) => a - b);
  await tx.query('select pg_advisory_xact_lock($1, key) from unnest($2::int[]) as wanted (key)', [
    LOCK_CLASS,
    sorted,
  ]);
}

/** Articles of that time which share a key, with their stories. */
export async function findStoryCandidates(
  tx: Queryable,
  article: { readonly id: string; readonly occurredAt: Date },
  keys: LookupKeys,
): Promise<StoryCandidate[]> {
  return tx.query<StoryCandidate>(
    `with wanted as (
       select key, 'text' as part from unnest($1::int[]) as k (key)
       union all select key, 'terms' from unnest($2::int[]) as k (key)
     ), hits as (
       select wanted.part, near.article_id, count(*) as shared
       from wanted cross join lateral (
         (select f.article_id from fingerprint_keys f
          where f.key = wanted.key and f.occurred_at <= $4 and f.occurred_at >= $4 - make_interval(days => $5)
          order by f.occurred_at desc limit $6)
         union all
         (select f.article_id from fingerprint_keys f
          where f.key = wanted.key and f.occurred_at > $4 and f.occurred_at <= $4 + make_interval(days => $5)
          order by f.occurred_at limit $6)
       ) near
       where near.article_id <> $3
       group by wanted.part, near.article_id
     ), ranked as (
       select article_id, row_number() over (partition by part order by shared desc, article_id) as place from hits
     )
     select a.id as "articleId", a.story_id as "storyId", a.reprint_of as "reprintOf", a.voice,
       s.first_at as "storyFirstAt", s.last_at as "storyLastAt",
       f.signature, f.shingles, f.names, f.figures, f.weight
     from (select distinct article_id from ranked where place <= $7) chosen
     join fingerprints f using (article_id)
     join articles a on a.id = f.article_id
     join stories s on s.id = a.story_id`,
    [keys.text, keys.terms, article.id, article.occurredAt, WINDOW_DAYS, MAX_PER_KEY / 2, MAX_COMPARED],
  );
}

/** Stores the fingerprint of an article, or the one of its new text. */
export async function saveFingerprint(
  tx: Queryable,
  article: { readonly id: string; readonly occurredAt: Date },
  fingerprint: Fingerprint,
  found: { readonly weight: number; readonly keys: LookupKeys },
): Promise<void> {
  const hashes = (group: 'name' | 'figure') =>
    fingerprint.terms.filter((term) => term.group === group).map(({ hash }) => hash);
  const keys = [...new Set([...found.keys.text, ...found.keys.terms])];
  await tx.query(
    `delete from fingerprint_keys k using fingerprints f
     where f.article_id = $1 and k.article_id = $1 and k.key = any(f.keys)`,
    [article.id],
  );
  await tx.query(
    `insert into fingerprints (article_id, signature, shingles, names, figures, weight, keys)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (article_id) do update set signature = excluded.signature, shingles = excluded.shingles,
       names = excluded.names, figures = excluded.figures, weight = excluded.weight, keys = excluded.keys`,
    [
      article.id,
      fingerprint.signature,
      fingerprint.shingles,
      hashes('name'),
      hashes('figure'),
      found.weight,
      keys,
    ],
  );
  await tx.query(
    `insert into fingerprint_keys (key, occurred_at, article_id)
     select key, $2, $1 from unnest($3::int[]) as k (key)`,
    [article.id, article.occurredAt, keys],
  );
}
