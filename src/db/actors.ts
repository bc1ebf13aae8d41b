import type { ActorListing, MentionFilter } from '../model/article-record.js';
import type { ImportedActor } from '../model/imported-actor.js';
import { addArticleConditions } from './article-listing.js';
import { createConditions } from './conditions.js';
import type { Queryable } from './database.js';

/** Actors by the number of articles that mention them (within the filter), most first. */
export async function listActors(db: Queryable, filter: MentionFilter): Promise<ActorListing[]> {
  const where = createConditions();
  const { kind, actor, limit, ...articleFilter } = filter;
  addArticleConditions(where, articleFilter);
  if (kind !== undefined) where.add((value) => `actors.kind = ${value}`, kind);
  if (actor !== undefined) {
    where.add(
      (value) => `(lower(actors.name) = lower(${value})
        or exists (select 1 from actor_aliases x where x.actor_id = actors.id and lower(x.alias) = lower(${value})))`,
      actor,
    );
  }
  return db.query<ActorListing>(
    `select actors.id, actors.name, actors.kind, actors.external_id as "externalId", actors.unverified,
       array(select alias from actor_aliases x where x.actor_id = actors.id order by alias) as aliases,
       actors.first_seen_at as "firstSeenAt",
       count(distinct m.article_id)::int as articles, count(*)::int as mentions
     from actor_mentions m
     join actors on actors.id = m.actor_id
     join articles a on a.id = m.article_id
     where ${where.sql()}
     group by actors.id
     order by articles desc, mentions desc, actors.name
     limit ${where.value(limit)}`,
    where.values,
  );
}

/**
 * Adds actors of a catalogue, or their missing aliases and ids. One that only texts knew is verified by this.
 *
 * @param source - where they come from, kept with each alias
 * @returns how many actors are new
 */
export async function importActors(
  tx: Queryable,
  actors: readonly ImportedActor[],
  source: string,
): Promise<number> {
  const unique = [
    ...new Map(actors.map((actor) => [`${actor.kind} ${actor.name.toLowerCase()}`, actor])).values(),
  ];
  const rows = await tx.query<{ added: boolean }>(
    `insert into actors (name, kind, external_id)
     select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (kind, lower(name)) do update
       set external_id = coalesce(actors.external_id, excluded.external_id), unverified = false
     returning xmax = 0 as added`,
    [
      unique.map((actor) => actor.name),
      unique.map((actor) => actor.kind),
      unique.map((actor) => actor.externalId),
    ],
  );
  const pairs = unique.flatMap((actor) => actor.aliases.map((alias) => ({ actor, alias })));
  await tx.query(
    `insert into actor_aliases (actor_id, alias, source)
     select a.id, given.alias, $4
     from unnest($1::text[], $2::text[], $3::text[]) as given (kind, name, alias)
     join actors a on a.kind = given.kind and lower(a.name) = lower(given.name)
     on conflict do nothing`,
    [
      pairs.map(({ actor }) => actor.kind),
      pairs.map(({ actor }) => actor.name),
      pairs.map(({ alias }) => alias),
      source,
    ],
  );
  return rows.filter((row) => row.added).length;
}
