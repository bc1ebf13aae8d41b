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

/**
 * Stores the body of an article that had none.
 *
 * @returns `stored`; `duplicate` when another article holds the canonical address; `unchanged` when the
 *   article was fetched by somebody else meanwhile
 */
export async function storeArticleBody(
  tx: Queryable,
  body: ArticleBody,
): Promise<'stored' | 'duplicate' | 'unchanged'> {
  const { article } = body;
  const [original] = await tx.query<{ id: string }>(
    'select id from articles where id <> $1 and (canonical_url = $2 or url = $2) and text is not null',
    [body.articleId, body.canonicalUrl],
  );
  if (original) {
    await tx.query(
      `update articles set status = 'duplicate', duplicate_of = $2, fetched_at = now(),
         last_error_code = null, last_error = null
       where id = $1 and status in ('discovered', 'failed')`,
      [body.articleId, original.id],
    );
    return 'duplicate';
  }
  const rows = await tx.query(
    `update articles set
       status = 'fetched', fetched_at = now(), queued_at = now(),
       canonical_url = $2, title = coalesce($3, title), byline = $4, site = $5, lang = $6,
       published_at = coalesce($7, published_at), modified_at = $8, summary = $9, text = $10, method = $11,
       content_hash = $12, status_reason = $13, section = $14, keywords = $15, image_url = $16,
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
    ],
  );
  return rows.length > 0 ? 'stored' : 'unchanged';
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
    url: string;
    site: string | null;
  }>('select id, status, title, text, published_at, url, site from articles where id = $1', [articleId]);
  if (row?.text == null) return null;
  return {
    id: row.id,
    status: row.status,
    title: row.title,
    text: row.text,
    publishedAt: row.published_at?.toISOString() ?? null,
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
  const values = [options.olderThanMs, options.limit];
  const articles = await db.query<{ id: string; status: ArticleStatus }>(
    `update articles set queued_at = now()
     where id in (
       select id from articles
       where status in ('discovered', 'fetched') and queued_at < now() - make_interval(secs => $1 / 1000.0)
       order by queued_at limit $2 for update skip locked
     )
     returning id, status`,
    values,
  );
  const deliveries = await db.query<{ id: string }>(
    `update deliveries set queued_at = now()
     where id in (
       select id from deliveries
       where status = 'pending' and queued_at < now() - make_interval(secs => $1 / 1000.0)
       order by queued_at limit $2 for update skip locked
     )
     returning id`,
    values,
  );
  const waiting = (status: ArticleStatus) =>
    articles.filter((row) => row.status === status).map((row) => row.id);
  return {
    articles: waiting('discovered'),
    tags: waiting('fetched'),
    alerts: deliveries.map((row) => row.id),
  };
}
