import type { ActorKind, ActorMention } from '../model/mention.js';
import type { NamesOf } from '../model/tagging.js';
import type { Queryable } from './database.js';

/** The row behind a mention. */
export interface ActorIdentity {
  readonly id: string;
  /** As the mention has it; another one where the actor is known under another name. */
  readonly name: string;
  /** Whether this transaction is the first that mentions the actor, under any of its names. */
  readonly isDebut: boolean;
  /** Whether only texts vouch for the actor so far. */
  readonly isUnverified: boolean;
}

/** An actor that no row of its name says to have been seen. */
interface Newcomer {
  readonly kind: ActorKind;
  readonly name: string;
  readonly externalId: string | null;
  readonly isUnverified: boolean;
  /** In small letters: whoever has one of them is the same actor. */
  readonly names: readonly string[];
}

/** An actor that was seen before and shares a name with a newcomer. */
interface SeenActor {
  readonly id: string;
  readonly name: string;
  readonly hasSameName: boolean;
  readonly isUnverified: boolean;
  readonly firstSeenAt: Date;
  readonly firstArticleId: string | null;
}

/** One key per identity, folded as the unique index folds it. */
export function identityKey(kind: string, name: string): string {
  return `${kind}\u0000${name.toLowerCase()}`;
}

/**
 * Finds or creates the actors behind the mentions. Of any number of transactions that mention a new actor at once, under
 * whatever names, exactly one sees the debut. An actor that was seen under another of its names makes none: a name that
 * only the text vouches for is given to that actor, a catalogued one gets a row that inherits when it was first seen.
 *
 * @param tx - a transaction
 * @returns by {@link identityKey}
 */
export async function ensureActors(
  tx: Queryable,
  articleId: string,
  mentions: readonly ActorMention[],
  namesOf: NamesOf,
): Promise<Map<string, ActorIdentity>> {
  const wanted = groupByIdentity(mentions);
  const found = await findSeen(
    tx,
    [...wanted.values()].map(([first]) => first),
  );
  // Sorted: transactions that create the same actors come in the same order.
  const newcomers = [...wanted]
    .filter(([key]) => !found.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => newcomerOf(same, namesOf));
  if (newcomers.length === 0) return found;
  await lockNames(tx, newcomers);
  for (const newcomer of newcomers) {
    const identity = await admit(tx, articleId, newcomer);
    found.set(identityKey(newcomer.kind, newcomer.name), identity);
  }
  return found;
}

type Mentions = readonly [ActorMention, ...ActorMention[]];

function groupByIdentity(mentions: readonly ActorMention[]): Map<string, Mentions> {
  const groups = new Map<string, Mentions>();
  for (const mention of mentions) {
    const key = identityKey(mention.type, mention.name);
    const known = groups.get(key);
    groups.set(key, known === undefined ? [mention] : [...known, mention]);
  }
  return groups;
}

async function findSeen(tx: Queryable, wanted: readonly ActorMention[]): Promise<Map<string, ActorIdentity>> {
  const rows = await tx.query<{ id: string; kind: string; name: string; isUnverified: boolean }>(
    `select a.id, a.kind, wanted.name, a.unverified as "isUnverified"
     from unnest($1::text[], $2::text[]) as wanted (kind, name)
     join actors a on a.kind = wanted.kind and lower(a.name) = lower(wanted.name)
     where a.first_seen_at is not null`,
    [wanted.map((mention) => mention.type), wanted.map((mention) => mention.name)],
  );
  return new Map(
    rows.map(({ id, kind, name, isUnverified }) => [
      identityKey(kind, name),
      { id, name, isDebut: false, isUnverified },
    ]),
  );
}

function newcomerOf(mentions: Mentions, namesOf: NamesOf): Newcomer {
  const [{ type: kind, name, id }] = mentions;
  // How a person or a firm is called for short is no name of theirs alone: many are "Smith".
  const surfaces = kind === 'threat-actor' ? mentions.map((mention) => mention.text) : [];
  const names = [name, ...surfaces, ...namesOf(kind, name)].map((one) => one.toLowerCase());
  return {
    kind,
    name,
    externalId: id,
    isUnverified: mentions.every((mention) => mention.unverified === true),
    names: [...new Set(names)],
  };
}

/** One transaction at a time admits actors of a name; the locks go with it. In the order of their numbers: no deadlock. */
async function lockNames(tx: Queryable, newcomers: readonly Newcomer[]): Promise<void> {
  const names = newcomers.flatMap(({ kind, externalId, names: all }) =>
    [...all, ...(externalId === null ? [] : [externalId])].map((name) => identityKey(kind, name)),
  );
  await tx.query(
    `select pg_advisory_xact_lock(number) from (
       select distinct hashtextextended(name, 0) as number from unnest($1::text[]) as name order by number offset 0
     ) numbers`,
    // Postgres takes no NUL in a text.
    [[...new Set(names)].map((name) => name.replace('\u0000', ' '))],
  );
}

async function admit(tx: Queryable, articleId: string, newcomer: Newcomer): Promise<ActorIdentity> {
  const seen = await findSeenUnderOtherName(tx, newcomer);
  if (seen !== null && (seen.hasSameName || newcomer.isUnverified)) {
    const name = seen.hasSameName ? newcomer.name : seen.name;
    return { id: seen.id, name, isDebut: false, isUnverified: seen.isUnverified };
  }
  const [row] = await tx.query<{ id: string; isUnverified: boolean }>(
    `insert into actors (kind, name, external_id, first_seen_at, first_article_id, unverified)
     values ($1, $2, $3, coalesce($4, now()), $5, $6)
     on conflict (kind, lower(name)) do update
       set first_seen_at = excluded.first_seen_at, first_article_id = excluded.first_article_id,
         external_id = coalesce(actors.external_id, excluded.external_id)
       where actors.first_seen_at is null
     returning id, unverified as "isUnverified"`,
    [
      newcomer.kind,
      newcomer.name,
      newcomer.externalId,
      seen?.firstSeenAt ?? null,
      seen === null ? articleId : seen.firstArticleId,
      newcomer.isUnverified,
    ],
  );
  // Whoever admits an actor holds the lock of its name: the row is either new or was never seen.
  if (!row) throw new Error(`actor ${newcomer.name} was neither found nor created`);
  return { ...row, name: newcomer.name, isDebut: seen === null };
}

/**
 * Who was seen before and is the same: by the external id, by one of the newcomer's names, or by a name that a row of one
 * of them has as well, such as one that was imported. What texts called a person or a firm counts for nobody else.
 */
async function findSeenUnderOtherName(tx: Queryable, newcomer: Newcomer): Promise<SeenActor | null> {
  const [row] = await tx.query<SeenActor>(
    `with asked as (
       select lower(name) as name from unnest($2::text[]) as name
     ), bearers as (
       select a.id, a.name from asked join actors a on a.kind = $1 and lower(a.name) = asked.name
       union
       select a.id, a.name from asked join actor_aliases x on lower(x.alias) = asked.name
       join actors a on a.id = x.actor_id and a.kind = $1
       where $3 or x.source <> 'text'
     ), names as (
       select lower(x.alias) as name from bearers b join actor_aliases x on x.actor_id = b.id
       where $3 or x.source <> 'text'
       union
       select lower(name) from bearers
     ), same as (
       select a.id from names join actors a on a.kind = $1 and lower(a.name) = names.name
       union
       select id from actors where external_id = $5 and kind = $1
     )
     select a.id, a.name, lower(a.name) = lower($4) as "hasSameName",
       a.unverified as "isUnverified", a.first_seen_at as "firstSeenAt",
       a.first_article_id as "firstArticleId"
     from same join actors a on a.id = same.id
     where a.first_seen_at is not null
     order by "hasSameName" desc, a.first_seen_at, a.id
     limit 1`,
    [newcomer.kind, newcomer.names, newcomer.kind === 'threat-actor', newcomer.name, newcomer.externalId],
  );
  return row ?? null;
}
