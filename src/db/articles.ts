import type { ArticleBody, ArticleToFetch, ArticleToTag } from '../model/article-record.js';
import type { ArticleStatus } from '../model/article.js';
import type { ForgottenWork } from '../model/work.js';
import type { Queryable } from './database.js';

/** What the fetch stage needs of an article, or null when it was removed. */
export async function findArticleToFetch(db: Queryable, articleId: string): Promise<ArticleToFetch | null> {
  const [row] = await db.query<{
    id: string;
    url: string;
    status: ArticleStatus;
    title: string | null;
    summary: string | null;
    author: string | null;
    published_at: Date | null;
    content: string | null;
  }>(
    `select a.id, a.url, a.status, i.title, i.summary, i.author, i.published_at, i.content
     from articles a
     left join lateral (
       select title, summary, author, published_at, content from items where article_id = a.id order by id limit 1
     ) i on true
     where a.id = $1`,
    [articleId],
  );
  if (!row) return null;
  return {
    id: row.id,
    url: row.url,
    status: row.status,
    offered: {
      title: row.title,
      summary: row.summary,
      author: row.author,
      publishedAt: row.published_at?.toISOString() ?? null,
      content: row.content,
    },
  };
}

/** Apart from other advisory locks of the application. */
const LOCK_CLASS = 7_201;

/**
 * Stores the body of an article that had none.
 *
 * @param tx - a transaction: pages of one article, stored at the same moment, wait for one another
 * @returns `stored`; `duplicate` when another article is the same page, by its address, or the same text on the same
 *   site; `unchanged` when the article was fetched by somebody else meanwhile
 */
export async function storeArticleBody(
  tx: Queryable,
  body: ArticleBody,
): Promise<'stored' | 'duplicate' | 'unchanged'> {
  const { article } = body;
  const originalId = await findSameArticle(tx, body);
  if (originalId !== null) {
    await markDuplicate(tx, body.articleId, originalId);
    return 'duplicate';
  }
  const rows = await tx.query(
    `update articles set
       status = 'fetched', fetched_at = now(), queued_at = now(),
       canonical_url = $2, title = coalesce($3, title), byline = $4, site = $5, lang = $6,
       published_at = coalesce($7, published_at), modified_at = $8, summary = $9, text = $10, method = $11,
       content_hash = $12, status_reason = $13, section = $14, keywords = $15, image_url = $16,
       address_key = $17, publisher = $18,
       last_error_code = null, last_error = null
     where id = $1 and status in ('discovered', 'failed', 'skipped')
     returning id`,
    [
      body.articleId,
      body.canonicalUrl,
      article.title,
      article.byline,
      article.site,
      article.lang,
      article.publishedAt,
      article.modifiedAt,
      article.summary,
      article.text,
      article.method,
      body.contentHash,
      body.feedTextReason,
      article.section,
      article.keywords,
      article.imageUrl,
      body.addressKey,
      body.publisher,
    ],
  );
  return rows.length > 0 ? 'stored' : 'unchanged';
}

async function findSameArticle(tx: Queryable, body: ArticleBody): Promise<string | null> {
  const sameText = `${body.publisher} ${body.contentHash}`;
  await tx.query(
    `select pg_advisory_xact_lock($1, key)
     from (select distinct hashtext(name) as key from unnest($2::text[]) as t (name) order by 1) as wanted`,
    [LOCK_CLASS, [body.canonicalUrl, body.addressKey, sameText]],
  );
  const [original] = await tx.query<{ id: string }>(
    `select id from articles
     where id <> $1 and text is not null
       and (canonical_url = $2 or url = $2 or address_key = $3 or (content_hash = $4 and publisher = $5))
     order by id limit 1`,
    [body.articleId, body.canonicalUrl, body.addressKey, body.contentHash, body.publisher],
  );
  return original?.id ?? null;
}

/** What the feeds offered as this article, they offered as the original. */
async function markDuplicate(tx: Queryable, articleId: string, originalId: string): Promise<void> {
  const marked = await tx.query(
    `update articles set status = 'duplicate', duplicate_of = $2, fetched_at = now(),
       last_error_code = null, last_error = null
     where id = $1 and status in ('discovered', 'failed')
     returning id`,
    [articleId, originalId],
  );
  if (marked.length > 0)
    await tx.query('update items set article_id = $2 where article_id = $1', [articleId, originalId]);
}

/** Ends an article as a page that holds none, with the reason. */
export async function skipArticle(db: Queryable, articleId: string, reason: string): Promise<void> {
  await db.query(
    `update articles set status = 'skipped', status_reason = $2, fetched_at = now(),
       last_error_code = null, last_error = null
     where id = $1 and status in ('discovered', 'failed')`,
    [articleId, reason],
  );
}

/** What the tag stage needs of an article, or null when it was removed or has no body. */
export async function findArticleToTag(db: Queryable, articleId: string): Promise<ArticleToTag | null> {
  const [row] = await db.query<{
    id: string;
    status: ArticleStatus;
    title: string | null;
    text: string | null;
    published_at: Date | null;
    byline: string | null;
    url: string;
    site: string | null;
  }>(
    `select id, status, title, text, published_at, byline, coalesce(canonical_url, url) as url, site
     from articles where id = $1`,
    [articleId],
  );
  if (row?.text == null) return null;
  return {
    id: row.id,
    status: row.status,
    title: row.title,
    text: row.text,
    publishedAt: row.published_at?.toISOString() ?? null,
    byline: row.byline,
    url: row.url,
    site: row.site,
  };
}

/** Marks an article as given up, keeping what was stored of it. One that is tagged stays so: a re-tagging failed. */
export async function failArticle(
  db: Queryable,
  articleId: string,
  code: string,
  message: string,
): Promise<void> {
  await db.query(
    `update articles set
       status = case when status = 'tagged' then status else 'failed' end,
       last_error_code = $2, last_error = $3
     where id = $1`,
    [articleId, code, message],
  );
}

/**
 * Puts a given-up article back to where it stood: with a body it waits for tagging, else for fetching.
 *
 * @returns the queue it belongs to now, or null when the article is gone
 */
export async function reopenArticle(db: Queryable, articleId: string): Promise<'articles' | 'tags' | null> {
  const [row] = await db.query<{ fetched: boolean }>(
    `update articles set
       status = case when text is null then 'discovered' else 'fetched' end,
       queued_at = now(), last_error_code = null, last_error = null
     where id = $1 and status = 'failed'
     returning text is not null as fetched`,
    [articleId],
  );
  if (!row) return null;
  return row.fetched ? 'tags' : 'articles';
}

/**
 * Finds work that a crash between commit and enqueue (or an emptied queue store) left behind, and marks it as
 * queued now, so that the next sweep leaves it in peace.
 *
 * @param options.olderThanMs - how long a row may wait before it counts as forgotten
 * @param options.limit - most rows per kind
 */
export async function takeForgottenWork(
  db: Queryable,
  options: { readonly olderThanMs: number; readonly limit: number },
): Promise<ForgottenWork> {
  const articles = await db.query<{ id: string; status: ArticleStatus }>(
    `update articles set queued_at = now()
     where id in (
       select id from articles
       where status in ('discovered', 'fetched') and queued_at < now() - make_interval(secs => $1 / 1000.0)
       order by queued_at limit $2 for update skip locked
     )
     returning id, status`,
    [options.olderThanMs, options.limit],
  );
  const waiting = (status: ArticleStatus) =>
    articles.filter((row) => row.status === status).map((row) => row.id);
  return {
    articles: waiting('discovered'),
    tags: waiting('fetched'),
  };
}
