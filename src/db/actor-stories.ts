import type { ActorHistory } from '../model/alert-facts.js';
import type { Queryable } from './database.js';

/** Periods of 24 hours that a history tells apart, the last one included. */
const PERIODS = 31;

/** Keeps that actors were in the story of an article, in place of what it said of them before. */
export async function recordActorStories(
  tx: Queryable,
  articleId: string,
  actorIds: readonly string[],
): Promise<void> {
  await tx.query('delete from actor_stories where article_id = $1 and actor_id <> all($2::bigint[])', [
    articleId,
    actorIds,
  ]);
  if (actorIds.length === 0) return;
  const sorted = [...new Set(actorIds)].sort((a, b) => Number(a) - Number(b));
  await tx.query(
    `insert into actor_stories (actor_id, article_id, story_id, occurred_at)
     select actor_id, a.id, a.story_id, a.occurred_at
     from unnest($2::bigint[]) as actor_id cross join articles a
     where a.id = $1 on conflict do nothing`,
    [articleId, sorted],
  );
}

/**
 * How often actors were in the news up to an article.
 *
 * @param at - when the article occurred
 * @returns by actor id
 */
export async function readActorHistories(
  db: Queryable,
  article: { readonly id: string; readonly storyId: string | null; readonly at: string },
  actorIds: readonly string[],
): Promise<Map<string, ActorHistory>> {
  if (actorIds.length === 0) return new Map();
  const values = [actorIds, article.at, article.id, article.storyId];
  const counts = await db.query<{ actor_id: string; period: number; stories: number }>(
    `select actor_id, floor(extract(epoch from $2::timestamptz - occurred_at) / 86400)::int as period,
       count(*)::int as stories
     from actor_stories
     where actor_id = any($1::bigint[]) and occurred_at <= $2
       and occurred_at > $2::timestamptz - make_interval(days => ${PERIODS})
     group by 1, 2`,
    values.slice(0, 2),
  );
  const lasts = await db.query<{ actor_id: string; last_before: Date | null }>(
    `select actor_id, (
       select occurred_at from actor_stories s
       where s.actor_id = asked.actor_id and s.occurred_at <= $2 and s.article_id <> $3
         and s.story_id is distinct from coalesce($4::bigint, -1)
       order by s.occurred_at desc limit 1
     ) as last_before
     from unnest($1::bigint[]) as asked (actor_id)`,
    values,
  );
  const watchedDays = await readWatchedDays(db, article.at);
  return new Map(
    lasts.map(({ actor_id, last_before }) => {
      const stories = new Array<number>(PERIODS).fill(0);
      for (const row of counts) if (row.actor_id === actor_id) stories[row.period] = row.stories;
      return [actor_id, { lastBefore: last_before?.toISOString() ?? null, stories, watchedDays }];
    }),
  );
}

/** For how many of the 30 days before the last 24 hours there are articles, by the oldest of them. */
async function readWatchedDays(db: Queryable, at: string): Promise<number> {
  const [row] = await db.query<{ days: number | null }>(
    `select floor(extract(epoch from $1::timestamptz - min(occurred_at)) / 86400)::int - 1 as days
     from articles where occurred_at > $1::timestamptz - make_interval(days => ${PERIODS}) and occurred_at <= $1`,
    [at],
  );
  return Math.max(0, row?.days ?? 0);
}
