import type { DebutActor } from '../model/alert.js';
import type { ActorMention } from '../model/mention.js';
import type { Queryable } from './database.js';

/**
 * Stores who is mentioned in an article, creating the actors never seen before.
 *
 * @returns the actors that this transaction created, each with the mention that did it
 */
export async function insertActorMentions(
  tx: Queryable,
  articleId: string,
  mentions: readonly ActorMention[],
): Promise<DebutActor[]> {
  if (mentions.length === 0) return [];
  const identities = await ensureActors(tx, articleId, mentions);
  const identityOf = (mention: ActorMention) => {
    const identity = identities.get(identityKey(mention.type, mention.name));
    if (identity === undefined) throw new Error(`actor ${mention.name} was neither found nor created`);
    return identity;
  };
  await tx.query(
    `insert into actor_mentions (article_id, actor_id, start_offset, end_offset, surface, confidence, rule,
       unverified)
     select $1::bigint, * from unnest($2::bigint[], $3::int[], $4::int[], $5::text[], $6::real[], $7::text[],
       $8::boolean[])
     on conflict do nothing`,
    [
      articleId,
      mentions.map((mention) => identityOf(mention).id),
      mentions.map((mention) => mention.start),
      mentions.map((mention) => mention.end),
      mentions.map((mention) => mention.text),
      mentions.map((mention) => mention.confidence),
      mentions.map((mention) => mention.rule),
      mentions.map(isUnverified),
    ],
  );
  await rememberAliases(tx, mentions, (mention) => identityOf(mention).id);
  return debutsOf(mentions, identityOf);
}

function isUnverified(mention: ActorMention): boolean {
  return mention.unverified === true;
}

interface ActorIdentity {
  readonly id: string;
  readonly created: boolean;
  readonly unverified: boolean;
}

/** One key per identity, folded as the unique index folds it. */
function identityKey(kind: string, name: string): string {
  return `${kind}\u0000${name.toLowerCase()}`;
}

/**
 * Finds or creates the actors behind the mentions. Of any number of transactions that mention a new actor at
 * once, exactly one creates the row, or marks it as seen where an import made it: it alone sees the debut. An actor stays
 * unverified until a mention that is not.
 */
async function ensureActors(
  tx: Queryable,
  articleId: string,
  mentions: readonly ActorMention[],
): Promise<Map<string, ActorIdentity>> {
  const wanted = surestByIdentity(mentions);
  const arrays = [
    wanted.map((mention) => mention.type),
    wanted.map((mention) => mention.name),
    wanted.map((mention) => mention.id),
    wanted.map(isUnverified),
  ];
  const created = await tx.query<{ id: string }>(
    `insert into actors (kind, name, external_id, unverified, first_seen_at, first_article_id)
     select kind, name, external_id, unverified, now(), $5::bigint
     from unnest($1::text[], $2::text[], $3::text[], $4::boolean[]) as wanted (kind, name, external_id, unverified)
     on conflict (kind, lower(name)) do update
       set first_seen_at = excluded.first_seen_at, first_article_id = excluded.first_article_id,
         external_id = coalesce(actors.external_id, excluded.external_id)
       where actors.first_seen_at is null
     returning id`,
    [...arrays, articleId],
  );
  // The rows are locked by now, in order: this can't deadlock.
  await tx.query(
    `update actors a set unverified = false, external_id = coalesce(a.external_id, wanted.external_id)
     from unnest($1::text[], $2::text[], $3::text[], $4::boolean[]) as wanted (kind, name, external_id, unverified)
     where a.unverified and not wanted.unverified and a.kind = wanted.kind and lower(a.name) = lower(wanted.name)`,
    arrays,
  );
  const found = await tx.query<{ id: string; kind: string; name: string; unverified: boolean }>(
    `select a.id, a.kind, wanted.name, a.unverified
     from unnest($1::text[], $2::text[]) as wanted (kind, name)
     join actors a on a.kind = wanted.kind and lower(a.name) = lower(wanted.name)`,
    arrays.slice(0, 2),
  );
  const createdIds = new Set(created.map((row) => row.id));
  return new Map(
    found.map(({ id, kind, name, unverified }) => [
      identityKey(kind, name),
      { id, created: createdIds.has(id), unverified },
    ]),
  );
}

/** One mention of each actor, a verified one where there is one. Sorted: all transactions lock actors in this order. */
function surestByIdentity(mentions: readonly ActorMention[]): ActorMention[] {
  const byKey = new Map<string, ActorMention>();
  for (const mention of mentions) {
    const key = identityKey(mention.type, mention.name);
    const known = byKey.get(key);
    if (known === undefined || (isUnverified(known) && !isUnverified(mention))) byKey.set(key, mention);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mention]) => mention);
}

async function rememberAliases(
  tx: Queryable,
  mentions: readonly ActorMention[],
  actorIdOf: (mention: ActorMention) => string,
): Promise<void> {
  const aliases = new Map(
    mentions
      .filter((mention) => mention.text !== mention.name)
      .map((mention) => [`${actorIdOf(mention)} ${mention.text}`, mention]),
  );
  if (aliases.size === 0) return;
  const sorted = [...aliases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mention]) => mention);
  await tx.query(
    `insert into actor_aliases (actor_id, alias, source)
     select *, 'text' from unnest($1::bigint[], $2::text[]) on conflict do nothing`,
    [sorted.map(actorIdOf), sorted.map((mention) => mention.text)],
  );
}

function debutsOf(
  mentions: readonly ActorMention[],
  identityOf: (mention: ActorMention) => ActorIdentity,
): DebutActor[] {
  const debuts = new Map<string, DebutActor>();
  for (const mention of mentions) {
    const { id, created, unverified } = identityOf(mention);
    if (!created || debuts.has(id)) continue;
    debuts.set(id, {
      actorId: id,
      name: mention.name,
      kind: mention.type,
      surface: mention.text,
      start: mention.start,
      end: mention.end,
      rule: mention.rule,
      confidence: mention.confidence,
      unverified,
    });
  }
  return [...debuts.values()];
}
