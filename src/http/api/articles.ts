import type { Context } from 'hono';
import { z } from 'zod';
import type { ArticleCursor, ArticleFilter, ArticleListing } from '../../model/article-record.js';
import { ACTOR_KINDS } from '../../model/mention.js';
import type { HttpDeps } from '../http-deps.js';
import { describeProblem } from '../middleware/describe-problem.js';

const text = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // Postgres takes no such text.
  .refine((value) => !value.includes('\0'), 'must not hold NUL characters');

/** Milliseconds since 1970 and an id, both within what Postgres can compare with. */
const CURSOR = /^(-?\d{1,14})-(\d{1,18})$/;

const query = z.strictObject({
  country: z
    .string()
    .regex(/^[a-z]{2}$/i, 'must be a country code of two letters (ISO 3166)')
    .optional(),
  actor: text.optional(),
  kind: z.enum(ACTOR_KINDS).optional(),
  currency: z
    .string()
    .regex(/^[a-z]{3,5}$/i, 'must be a currency code (ISO 4217)')
    .optional(),
  min: text.transform(Number).pipe(z.number().nonnegative()).optional(),
  since: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  source: text.optional(),
  search: text.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().regex(CURSOR, 'must be a cursor that an earlier page gave').optional(),
});

/** `GET /api/articles`: tagged articles, newest first, in pages linked by a cursor. */
export function listArticlesRoute(deps: Pick<HttpDeps, 'listArticles'>) {
  return async (c: Context) => {
    const parsed = query.safeParse(c.req.query());
    if (!parsed.success) {
      return describeProblem(c, {
        status: 400,
        title: 'The query has mistakes',
        detail: parsed.error.issues
          .map((issue) => `${issue.path.join('.') || 'query'}: ${issue.message}`)
          .join('; '),
      });
    }
    const filter = toFilter(parsed.data);
    const articles = await deps.listArticles(filter);
    const last = articles.at(-1);
    return c.json({
      articles,
      next: last !== undefined && articles.length === filter.limit ? cursorBehind(last) : null,
    });
  };
}

function toFilter(given: z.output<typeof query>): ArticleFilter {
  const { min, since, cursor, limit, ...same } = given;
  const conditions = {
    ...same,
    minAmount: min,
    since: since === undefined ? undefined : new Date(since),
    after: cursor === undefined ? undefined : readCursor(cursor),
  };
  const set = Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
  return { ...set, limit };
}

/** Position of an article in the listing: milliseconds and id. */
function cursorBehind(article: ArticleListing): string {
  return `${article.occurredAt.getTime()}-${article.id}`;
}

function readCursor(cursor: string): ArticleCursor {
  const [, ms = '', id = ''] = CURSOR.exec(cursor) ?? [];
  return { occurredAt: new Date(Number(ms)), id };
}
