import type { AlertFacts, AlertNeeds, TaggedActor } from '../model/alert-facts.js';
import type { DebutActor, SavedSearch } from '../model/alert.js';
import type { StoryState } from '../model/story.js';
import { readActorHistories } from './actor-stories.js';
import { addArticleConditions } from './article-listing.js';
import { createConditions } from './conditions.js';
import type { Queryable } from './database.js';

/** What is known already when the facts are gathered. */
export interface TaggedArticle {
  readonly articleId: string;
  readonly actors: readonly Pick<TaggedActor, 'actorId' | 'name' | 'kind' | 'mentions'>[];
  readonly debuts: readonly DebutActor[];
  readonly story: StoryState | null;
}

/** Gathers what rules must know beside the tags of an article, as far as they need it. */
export async function readAlertFacts(
  db: Queryable,
  tagged: TaggedArticle,
  needs: AlertNeeds,
): Promise<AlertFacts> {
  const { articleId, story, debuts } = tagged;
  const origin = await readOrigin(db, articleId);
  const watchedAs = await findWatched(db, tagged.actors, needs.watched);
  const withHistory = tagged.actors
    .map(({ actorId }) => actorId)
    .filter((id) => needs.histories || watchedAs.has(id));
  const histories = await readActorHistories(
    db,
    { id: articleId, storyId: story?.id ?? null, at: origin.occurredAt },
    withHistory,
  );
  return {
    ...origin,
    watchingSince: debuts.length === 0 ? null : await readWatchingSince(db),
    debuts,
    story,
    actors: tagged.actors.map((actor) => ({
      ...actor,
      watchedAs: watchedAs.get(actor.actorId) ?? [],
      history: histories.get(actor.actorId) ?? null,
    })),
    searches: await findSearches(db, articleId, needs.searches),
  };
}

async function readOrigin(
  db: Queryable,
  articleId: string,
): Promise<Pick<AlertFacts, 'foundAt' | 'occurredAt' | 'isImport' | 'voice'>> {
  const [row] = await db.query<{
    discovered_at: Date;
    occurred_at: Date;
    url: string;
    publisher: string | null;
    is_import: boolean;
  }>(
    `select a.discovered_at, a.occurred_at, a.url, coalesce(original.publisher, a.publisher) as publisher,
       coalesce((select bool_and(coalesce(i.poll_id = f.first_poll_id, false))
         from items i join feeds f on f.id = i.feed_id where i.article_id = a.id), false) as is_import
     from articles a left join articles original on original.id = a.reprint_of
     where a.id = $1`,
    [articleId],
  );
  if (!row) throw new Error(`article ${articleId} is gone while it is tagged`);
  return {
    foundAt: row.discovered_at.toISOString(),
    occurredAt: row.occurred_at.toISOString(),
    isImport: row.is_import,
    voice: row.publisher ?? new URL(row.url).hostname.replace(/^www\./, ''),
  };
}

async function readWatchingSince(db: Queryable): Promise<string | null> {
  const [row] = await db.query<{ discovered_at: Date }>(
    'select discovered_at from articles order by id limit 1',
  );
  return row?.discovered_at.toISOString() ?? null;
}

/**
 * Which mentioned actors answer to watched names: by their own names, by those that texts and imports gave them, and by
 * those of a row that has a name in common with the watched one.
 *
 * @returns the names as they were asked, by actor id
 */
async function findWatched(
  db: Queryable,
  actors: TaggedArticle['actors'],
  watched: AlertNeeds['watched'],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (actors.length === 0 || watched.length === 0) return found;
  const pairs = watched.flatMap(({ asked, names }) =>
    names.map((name) => ({ asked, name: name.toLowerCase() })),
  );
  const rows = await db.query<{ actor_id: string; asked: string }>(
    `with asked as (select * from unnest($1::text[], $2::text[]) as asked (asked, name)),
     bearers as (
       select asked.asked, a.id from asked join actors a on lower(a.name) = asked.name
       union
       select asked.asked, x.actor_id from asked join actor_aliases x on lower(x.alias) = asked.name
     ), names as (
       select b.asked, lower(a.name) as name from bearers b join actors a on a.id = b.id
       union
       select b.asked, lower(x.alias) from bearers b join actor_aliases x on x.actor_id = b.id and x.source <> 'text'
       union
       select asked, name from asked
     )
     select id as actor_id, asked from bearers where id = any($3::bigint[])
     union
     select a.id, n.asked from actors a join names n on n.name = lower(a.name) where a.id = any($3::bigint[])`,
    [pairs.map(({ asked }) => asked), pairs.map(({ name }) => name), actors.map(({ actorId }) => actorId)],
  );
  for (const { actor_id, asked } of rows) found.set(actor_id, [...(found.get(actor_id) ?? []), asked]);
  return found;
}

async function findSearches(
  db: Queryable,
  articleId: string,
  searches: readonly SavedSearch[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const search of searches) {
    const where = createConditions();
    where.add((value) => `a.id = ${value}`, articleId);
    const { text, lang, ...filter } = search;
    addArticleConditions(where, { ...filter, ...(text === undefined ? {} : { search: text }) });
    if (lang !== undefined) where.add((value) => `split_part(lower(a.lang), '-', 1) = ${value}`, lang);
    const rows = await db.query(`select 1 from articles a where ${where.sql()}`, where.values);
    if (rows.length > 0) found.add(JSON.stringify(search));
  }
  return found;
}
