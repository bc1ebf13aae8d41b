import type { ArticleFilter, ArticleListing } from '../model/article-record.js';
import type { Queryable } from './database.js';
import { createConditions, type Conditions } from './conditions.js';

/**
 * Adds the conditions that every listing shares, on an `articles` row named `a`.
 *
 * @param where - collects the conditions and their values
 * @param filter - what the user asked for
 */
export function addArticleConditions(
  where: Conditions,
  filter: Omit<ArticleFilter, 'limit' | 'after'>,
): void {
  const { country, actor, kind, currency, minAmount, since, source, search } = filter;
  if (country !== undefined) {
    where.add(
      (value) =>
        `exists (select 1 from country_mentions c where c.article_id = a.id and c.said and c.code = ${value})`,
      country.toUpperCase(),
    );
  }
  if (actor !== undefined) {
    where.add(
      (value) => `a.id in (
        select m.article_id from actor_mentions m where m.actor_id in (
          select id from actors where lower(name) = lower(${value})
          union select actor_id from actor_aliases where lower(alias) = lower(${value})))`,
      actor,
    );
  }
  if (kind !== undefined) {
    where.add(
      (value) => `exists (select 1 from actor_mentions m join actors on actors.id = m.actor_id
        where m.article_id = a.id and actors.kind = ${value})`,
      kind,
    );
  }
  if (currency !== undefined || minAmount !== undefined) {
    const code = where.value(currency?.toUpperCase() ?? null);
    const least = where.value(minAmount ?? null);
    where.add(
      () => `exists (select 1 from money_mentions s where s.article_id = a.id
        and (${code}::text is null or s.currency = ${code})
        and (${least}::numeric is null or coalesce(s.amount_max, s.amount) >= ${least}))`,
    );
  }
  if (since !== undefined) where.add((value) => `a.occurred_at >= ${value}`, since);
  if (source !== undefined) {
    where.add(
      (value) => `a.id in (select i.article_id from items i join feeds f on f.id = i.feed_id
        where f.title ilike '%' || ${value} || '%' or f.url ilike '%' || ${value} || '%')`,
      source.replace(/[\\%_]/g, '\\$&'),
    );
  }
  if (search !== undefined) {
    where.add((value) => `a.search @@ websearch_to_tsquery('english', ${value})`, search);
  }
}

/** Tagged articles, newest first, with their tags. */
export async function listArticles(db: Queryable, filter: ArticleFilter): Promise<ArticleListing[]> {
  const where = createConditions();
  where.add(() => `a.status = 'tagged'`);
  addArticleConditions(where, filter);
  if (filter.after !== undefined) {
    const occurredAt = where.value(filter.after.occurredAt);
    const id = where.value(filter.after.id);
    where.add(() => `(a.occurred_at, a.id) < (${occurredAt}::timestamptz, ${id}::bigint)`);
  }
  // The page is cut first, then its tags are gathered: the cost hangs on the page, not on the archive.
  return db.query<ArticleListing>(
    `with page as (
       select a.id, a.url, a.canonical_url, a.title, a.byline, a.site, a.lang, a.published_at, a.occurred_at,
         a.status, a.summary, a.section, a.keywords, a.image_url, a.tags_partial, a.feed_id, a.story_id, a.reprint_of
       from articles a where ${where.sql()}
       order by a.occurred_at desc, a.id desc limit ${where.value(filter.limit)}
     )
     select p.id, coalesce(p.canonical_url, p.url) as url, p.title, p.byline, p.site, p.lang,
       p.published_at as "publishedAt", p.occurred_at as "occurredAt", p.status, p.summary,
       p.section, p.keywords, p.image_url as "imageUrl", p.story_id as "storyId", p.reprint_of as "reprintOf",
       coalesce((select s.articles - 1 from stories s where s.id = p.story_id), 0) as "alsoIn",
       (select coalesce(f.title, f.url) from feeds f where f.id = p.feed_id) as source,
       array(select code from country_mentions c where c.article_id = p.id and c.said
             group by code order by count(*) desc, min(c.start_offset)) as countries,
       array(select code from country_mentions c where c.article_id = p.id
             group by code having not bool_or(c.said) order by count(*) desc, min(c.start_offset)) as "impliedCountries",
       coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'kind', t.kind, 'unverified', t.unverified)
           order by t.mentions desc, t.first)
         from (select actors.name, actors.kind, actors.unverified, count(*) as mentions, min(m.start_offset) as first
               from actor_mentions m join actors on actors.id = m.actor_id
               where m.article_id = p.id group by actors.id) t), '[]') as actors,
       coalesce((select jsonb_agg(jsonb_build_object('amount', s.amount::text, 'amountMax', s.amount_max::text,
           'currency', s.currency, 'purpose', s.purpose, 'approx', s.approx, 'bound', s.bound, 'per', s.per,
           'surface', s.surface, 'start', s.start_offset, 'conversionOf', s.conversion_of) order by s.start_offset)
         from money_mentions s where s.article_id = p.id), '[]') as money,
       p.tags_partial as "partialTags"
     from page p order by p.occurred_at desc, p.id desc`,
    where.values,
  );
}
