import type { OfferedCounts, OfferedItem } from '../model/poll.js';
import type { Queryable } from './database.js';

/**
 * Stores what a feed offered: new items, and an article for each address never seen before. Idempotent: the
 * same poll again changes nothing.
 *
 * @param tx - a transaction
 */
export async function insertOfferedItems(
  tx: Queryable,
  feedId: string,
  items: readonly OfferedItem[],
): Promise<OfferedCounts> {
  const known = new Set(
    (
      await tx.query<{ identity: string }>(
        'select identity from items where feed_id = $1 and identity = any($2::text[])',
        [feedId, items.map((item) => item.identity)],
      )
    ).map((row) => row.identity),
  );
  const fresh = [
    ...new Map(
      items.filter((item) => !known.has(item.identity)).map((item) => [item.identity, item]),
    ).values(),
  ];
  const articleIds = await insertArticles(tx, feedId, fresh);
  const rows = await insertItems(tx, feedId, fresh, articleIds);
  return {
    newArticleIds: [...articleIds.values()].filter((article) => article.added).map((article) => article.id),
    duplicate: rows.filter((row) => row.outcome === 'duplicate').length,
    dropped: rows.filter((row) => row.outcome === 'dropped').length,
    known: items.length - fresh.length,
  };
}

interface OfferedArticle {
  readonly id: string;
  readonly added: boolean;
}

async function insertArticles(
  tx: Queryable,
  feedId: string,
  items: readonly OfferedItem[],
): Promise<Map<string, OfferedArticle>> {
  // Sorted, so that two feeds with the same links lock rows in the same order and can't deadlock.
  const byUrl = new Map(items.flatMap((item) => (item.url === null ? [] : [[item.url, item] as const])));
  const offered = [...byUrl].sort(([a], [b]) => (a < b ? -1 : 1));
  const inserted = await tx.query<{ id: string; url: string }>(
    `insert into articles (url, feed_id, title, published_at)
     select url, $1::bigint, title, published_at
     from unnest($2::text[], $3::text[], $4::timestamptz[]) as offered (url, title, published_at)
     on conflict (url) do nothing
     returning id, url`,
    [
      feedId,
      offered.map(([url]) => url),
      offered.map(([, item]) => item.title),
      offered.map(([, item]) => item.publishedAt),
    ],
  );
  const articles = new Map(inserted.map((row) => [row.url, { id: row.id, added: true }]));
  const missing = offered.map(([url]) => url).filter((url) => !articles.has(url));
  if (missing.length > 0) {
    const rows = await tx.query<{ id: string; url: string }>(
      'select id, url from articles where url = any($1::text[])',
      [missing],
    );
    for (const row of rows) articles.set(row.url, { id: row.id, added: false });
  }
  return articles;
}

async function insertItems(
  tx: Queryable,
  feedId: string,
  items: readonly OfferedItem[],
  articles: ReadonlyMap<string, OfferedArticle>,
): Promise<{ outcome: string }[]> {
  const taken = new Set<string>();
  const outcomes = items.map((item) => {
    const article = item.url === null ? undefined : articles.get(item.url);
    if (article === undefined) return 'dropped';
    // Two items of one poll may share an address: the first brought the article, the second repeats it.
    if (!article.added || taken.has(article.id)) return 'duplicate';
    taken.add(article.id);
    return 'new';
  });
  return tx.query<{ outcome: string }>(
    `insert into items (feed_id, identity, article_id, outcome, reason, title, link, summary, author, published_at)
     select $1::bigint, * from unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::timestamptz[])
     on conflict (feed_id, identity) do nothing
     returning outcome`,
    [
      feedId,
      items.map((item) => item.identity),
      items.map((item) => (item.url === null ? null : (articles.get(item.url)?.id ?? null))),
      outcomes,
      items.map((item) => item.dropReason),
      items.map((item) => item.title),
      items.map((item) => item.link),
      items.map((item) => item.summary),
      items.map((item) => item.author),
      items.map((item) => item.publishedAt),
    ],
  );
}
