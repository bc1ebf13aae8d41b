import type { StoryTerm, TermCounts } from '../model/story.js';
import type { Queryable } from './database.js';

/** Rows of the table, as the lowest bits of a term's hash number them. */
const BUCKET_MASK = 2 ** 20 - 1;

/** The row that counts articles. */
const ALL_ARTICLES = -1;

/** One article in so many is counted: rarity is a matter of orders of magnitude, and terms of all reports are busy rows. */
const SAMPLE = 4;

/** How many of the counted articles hold each of the terms. */
export async function readTermCounts(db: Queryable, terms: readonly StoryTerm[]): Promise<TermCounts> {
  const rows = await db.query<{ bucket: number; articles: number }>(
    'select bucket, articles from term_counts where bucket = any($1::int[])',
    [[ALL_ARTICLES, ...terms.map(({ hash }) => hash & BUCKET_MASK)]],
  );
  const byBucket = new Map(rows.map((row) => [row.bucket, row.articles]));
  return {
    articles: byBucket.get(ALL_ARTICLES) ?? 0,
    byHash: new Map(terms.map(({ hash }) => [hash, byBucket.get(hash & BUCKET_MASK) ?? 0])),
  };
}

/**
 * Counts the terms of an article, if it is one of those that are counted. Not inside a transaction that goes on: the
 * rows of terms that everybody uses are locked until it ends.
 */
export async function countTerms(
  db: Queryable,
  articleId: string,
  terms: readonly StoryTerm[],
): Promise<void> {
  if (BigInt(articleId) % BigInt(SAMPLE) !== 0n) return;
  const buckets = [...new Set([ALL_ARTICLES, ...terms.map(({ hash }) => hash & BUCKET_MASK)])];
  await db.query(
    // In order, so that those who count at once lock the rows in the same order.
    `insert into term_counts (bucket, articles)
     select bucket, 1 from unnest($1::int[]) as counted (bucket) order by bucket
     on conflict (bucket) do update set articles = term_counts.articles + 1`,
    [buckets],
  );
}
