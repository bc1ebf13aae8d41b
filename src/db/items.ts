import { TransientError } from '../errors.js';
import type { OfferedCounts, OfferedItem, OfferedOutcome } from '../model/poll.js';
import type { Queryable } from './database.js';

/** An item in a poll's own words. */
type StoredOutcome = 'new' | 'duplicate' | 'dropped' | 'failed';

interface StoredItem {
  readonly outcome: StoredOutcome;
  readonly reason: string | null;
  readonly newArticleId: string | null;
}

/**
 * Stores what a feed offered: new items, and an article for each address never seen before. Idempotent: the
 * same poll again changes nothing. Items that the database refuses are stored as failed and tried again when they are
 * offered again; the others are not affected.
 *
 * @param tx - a transaction
 * @param pollId - the poll that brought them
 */
export async function insertOfferedItems(
  tx: Queryable,
  feedId: string,
  pollId: string,
  items: readonly OfferedItem[],
): Promise<Omit<OfferedOutcome, 'arrivals'>> {
  const { known, isFirst } = await findKnown(tx, feedId, items);
  const fresh = [
    ...new Map(
      items.filter((item) => !known.has(item.identity)).map((item) => [item.identity, item]),
    ).values(),
  ];
  const stored = await insertAll(tx, { feedId, pollId }, fresh);
  return {
    isFirst,
    newArticleIds: stored.flatMap((item) => item.newArticleId ?? []),
    counts: countOutcomes(items.length, stored),
  };
}

/** What was offered before. A failed item counts as new: it may go better this time. */
async function findKnown(
  tx: Queryable,
  feedId: string,
  items: readonly OfferedItem[],
): Promise<{ known: ReadonlySet<string>; isFirst: boolean }> {
  const rows = await tx.query<{ identity: string }>(
    `select identity from items where feed_id = $1 and identity = any($2::text[]) and outcome <> 'failed'`,
    [feedId, items.map((item) => item.identity)],
  );
  const [feed] = await tx.query<{ is_first: boolean }>(
    'select not exists (select 1 from items where feed_id = $1) as is_first',
    [feedId],
  );
  return { known: new Set(rows.map((row) => row.identity)), isFirst: feed?.is_first ?? true };
}

interface ItemSource {
  readonly feedId: string;
  readonly pollId: string;
}

/** All at once; where the database refuses something in it, one by one. */
async function insertAll(
  tx: Queryable,
  source: ItemSource,
  items: readonly OfferedItem[],
): Promise<StoredItem[]> {
  if (items.length === 0) return [];
  const all = await attempt(tx, () => insertTogether(tx, source, items));
  if (Array.isArray(all)) return all;
  const stored: StoredItem[] = [];
  for (const item of items) {
    const one = await attempt(tx, () => insertTogether(tx, source, [item]));
    if (Array.isArray(one)) stored.push(...one);
    else stored.push(await insertFailed(tx, source, item, one.reason));
  }
  return stored;
}

/** Runs statements so that what they did is undone, and nothing else, when the database refuses one. */
async function attempt<T>(tx: Queryable, work: () => Promise<T>): Promise<T | { readonly reason: string }> {
  await tx.query('savepoint items');
  try {
    const result = await work();
    await tx.query('release savepoint items');
    return result;
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === null) throw error;
    await tx.query('rollback to savepoint items');
    return { reason };
  }
}

/**
 * Whether the data itself was refused, so that the same data will be again: SQLSTATE classes 22 (data exception), 23
 * (integrity) and 54 (limits exceeded), https://www.postgresql.org/docs/18/errcodes-appendix.html.
 */
function refusalOf(error: unknown): string | null {
  if (error instanceof TransientError || !(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  return /^(?:22|23|54)/.test(code) ? `db_${code.toLowerCase()}` : null;
}

async function insertTogether(
  tx: Queryable,
  { feedId, pollId }: ItemSource,
  items: readonly OfferedItem[],
): Promise<StoredItem[]> {
  const articles = await insertArticles(tx, feedId, items);
  const taken = new Set<string>();
  const stored = items.map((item): StoredItem => {
    const article = item.url === null ? undefined : articles.get(item.url);
    if (article === undefined) return { outcome: 'dropped', reason: item.dropReason, newArticleId: null };
    // Two items of one poll may share an address: the first brought the article, the second repeats it.
    if (!article.added || taken.has(article.id)) {
      return { outcome: 'duplicate', reason: null, newArticleId: null };
    }
    taken.add(article.id);
    return { outcome: 'new', reason: null, newArticleId: article.id };
  });
  await tx.query(
    `insert into items (feed_id, poll_id, identity, article_id, outcome, reason, title, link, summary, content, author,
       published_at, updated_at, date_problem, date_text, comments_url, categories, enclosures, lang)
     select $1::bigint, $2::bigint, identity, article_id, outcome, reason, title, link, summary, content, author,
       published_at, updated_at, date_problem, date_text, comments_url,
       array(select jsonb_array_elements_text(categories)), enclosures, lang
     from jsonb_to_recordset($3::jsonb) as offered (identity text, article_id bigint, outcome text, reason text,
       title text, link text, summary text, content text, author text, published_at timestamptz,
       updated_at timestamptz, date_problem text, date_text text, comments_url text, categories jsonb,
       enclosures jsonb, lang text)
     on conflict (feed_id, identity) do update set
       outcome = excluded.outcome, reason = excluded.reason, article_id = excluded.article_id, poll_id = excluded.poll_id
       where items.outcome = 'failed'`,
    [feedId, pollId, JSON.stringify(items.map((item, index) => rowOf(item, articles, stored[index])))],
  );
  return stored;
}

function rowOf(
  item: OfferedItem,
  articles: ReadonlyMap<string, OfferedArticle>,
  stored: StoredItem | undefined,
): Readonly<Record<string, unknown>> {
  return {
    identity: item.identity,
    article_id: item.url === null ? null : (articles.get(item.url)?.id ?? null),
    outcome: stored?.outcome,
    reason: stored?.reason,
    title: item.title,
    link: item.link,
    summary: item.summary,
    content: stored?.outcome === 'new' ? item.content : null,
    author: item.author,
    published_at: item.publishedAt,
    updated_at: item.updatedAt,
    date_problem: item.dateProblem,
    date_text: item.dateText,
    comments_url: item.commentsUrl,
    categories: item.categories,
    enclosures: item.enclosures,
    lang: item.lang,
  };
}

/** Keeps what can be kept of an item that the database refuses: that it was there, and why it is not. */
async function insertFailed(
  tx: Queryable,
  { feedId, pollId }: ItemSource,
  item: OfferedItem,
  reason: string,
): Promise<StoredItem> {
  await attempt(tx, () =>
    tx.query(
      `insert into items (feed_id, poll_id, identity, outcome, reason) values ($1, $2, $3, 'failed', $4)
       on conflict (feed_id, identity) do nothing`,
      [feedId, pollId, item.identity, reason],
    ),
  );
  return { outcome: 'failed', reason, newArticleId: null };
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
      'select coalesce(duplicate_of, id) as id, url from articles where url = any($1::text[])',
      [missing],
    );
    for (const row of rows) articles.set(row.url, { id: row.id, added: false });
  }
  return articles;
}

function countOutcomes(offered: number, stored: readonly StoredItem[]): OfferedCounts {
  const count = (outcome: StoredOutcome) => stored.filter((item) => item.outcome === outcome).length;
  const reasons: Record<string, number> = {};
  for (const { reason } of stored) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    offered,
    new: count('new'),
    // Also those that one poll offers twice.
    known: offered - stored.length,
    duplicate: count('duplicate'),
    dropped: count('dropped'),
    failed: count('failed'),
    reasons,
  };
}
