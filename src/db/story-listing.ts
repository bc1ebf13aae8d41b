import type { MentionFilter, StoryListing } from '../model/article-record.js';
import { addArticleConditions } from './article-listing.js';
import { createConditions } from './conditions.js';
import type { Queryable } from './database.js';

/** Stories of which one article at least meets the filter, newest first, with what all their articles say. */
export async function listStories(db: Queryable, filter: MentionFilter): Promise<StoryListing[]> {
  const where = createConditions();
  const { limit, ...articleFilter } = filter;
  addArticleConditions(where, articleFilter);
  return db.query<StoryListing>(
    `with page as (
       select s.* from stories s
       where exists (select 1 from articles a where a.story_id = s.id and a.status = 'tagged' and ${where.sql()})
       order by s.last_at desc, s.id desc limit ${where.value(limit)}
     )
     select p.id, p.articles, p.voices, p.first_at as "firstAt", p.last_at as "lastAt",
       (select jsonb_build_object('id', a.id::text, 'title', a.title, 'url', coalesce(a.canonical_url, a.url),
          'site', a.site) from articles a where a.id = p.lead_article_id) as lead,
       array(select c.code from country_mentions c join articles a on a.id = c.article_id
             where a.story_id = p.id and c.said
             group by c.code order by count(distinct a.id) desc, c.code) as countries,
       coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'kind', t.kind) order by t.articles desc, t.name)
         from (select actors.name, actors.kind, count(distinct a.id) as articles
               from actor_mentions m join actors on actors.id = m.actor_id join articles a on a.id = m.article_id
               where a.story_id = p.id group by actors.id) t), '[]') as actors,
       coalesce((select jsonb_agg(jsonb_build_object('amount', t.amount::text, 'amountMax', t.amount_max::text,
           'currency', t.currency, 'purpose', t.purpose, 'surface', t.surface) order by t.amount desc, t.currency)
         from (select distinct on (m.currency, m.amount, m.amount_max)
                 m.currency, m.amount, m.amount_max, m.purpose, m.surface
               from money_mentions m join articles a on a.id = m.article_id
               where a.story_id = p.id
               order by m.currency, m.amount, m.amount_max, m.purpose nulls last, a.id, m.start_offset) t),
         '[]') as money
     from page p order by p.last_at desc, p.id desc`,
    where.values,
  );
}
