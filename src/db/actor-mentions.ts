import type { DebutActor } from '../model/alert.js';
import type { ActorMention } from '../model/mention.js';
import type { NamesOf, TagsToSave } from '../model/tagging.js';
import type { TaggedArticle } from './alert-facts.js';
import type { Queryable } from './database.js';
import { ensureActors, identityKey, type ActorIdentity } from './ensure-actors.js';

/** Nobody has told which names catalogues know. */
const NO_NAMES: NamesOf = () => [];

/**
 * Stores who is mentioned in an article, creating the actors never seen before. An actor stays unverified until a mention
 * that is not.
 *
 * @returns the actors with their mentions, and those that are mentioned here for the first time
 */
export async function insertActorMentions(
  tx: Queryable,
  { articleId, tags, namesOf = NO_NAMES }: Pick<TagsToSave, 'articleId' | 'tags' | 'namesOf'>,
): Promise<Pick<TaggedArticle, 'actors' | 'debuts'>> {
  const mentions = tags.actors;
  if (mentions.length === 0) return { actors: [], debuts: [] };
  const identities = await ensureActors(tx, articleId, mentions, namesOf);
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
  await rememberAliases(tx, mentions, identityOf);
  await verifyActors(tx, mentions, identityOf);
  return { actors: actorsOf(mentions, identityOf), debuts: debutsOf(mentions, identityOf) };
}

function isUnverified(mention: ActorMention): boolean {
  return mention.unverified === true;
}

type IdentityOf = (mention: ActorMention) => ActorIdentity;

async function rememberAliases(
  tx: Queryable,
  mentions: readonly ActorMention[],
  identityOf: IdentityOf,
): Promise<void> {
  const aliases = new Map(
    mentions
      .filter((mention) => mention.text !== identityOf(mention).name)
      .map((mention) => [`${identityOf(mention).id} ${mention.text}`, mention]),
  );
  if (aliases.size === 0) return;
  const sorted = [...aliases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mention]) => mention);
  await tx.query(
    `insert into actor_aliases (actor_id, alias, source)
     select *, 'text' from unnest($1::bigint[], $2::text[]) on conflict do nothing`,
    [sorted.map((mention) => identityOf(mention).id), sorted.map((mention) => mention.text)],
  );
}

/** What a mention is sure of lifts the doubt of those before. Rows are locked in the order of their ids: no deadlock. */
async function verifyActors(
  tx: Queryable,
  mentions: readonly ActorMention[],
  identityOf: IdentityOf,
): Promise<void> {
  const sure = mentions.filter((mention) => !isUnverified(mention) && identityOf(mention).isUnverified);
  if (sure.length === 0) return;
  await tx.query(
    `with doubtful as (
       select id from actors where id = any($1::bigint[]) and unverified order by id for update
     )
     update actors a set unverified = false, external_id = coalesce(a.external_id, sure.external_id)
     from doubtful join (
       select distinct on (id) id, external_id from unnest($1::bigint[], $2::text[]) as given (id, external_id)
       order by id, external_id
     ) sure on sure.id = doubtful.id
     where a.id = doubtful.id`,
    [sure.map((mention) => identityOf(mention).id), sure.map((mention) => mention.id)],
  );
}

function actorsOf(mentions: readonly ActorMention[], identityOf: IdentityOf): TaggedArticle['actors'] {
  const actors = new Map<string, TaggedArticle['actors'][number]>();
  for (const mention of mentions) {
    const { id: actorId, name } = identityOf(mention);
    const known = actors.get(actorId)?.mentions ?? [];
    actors.set(actorId, { actorId, name, kind: mention.type, mentions: [...known, mention] });
  }
  return [...actors.values()];
}

function debutsOf(mentions: readonly ActorMention[], identityOf: IdentityOf): DebutActor[] {
  return actorsOf(mentions, identityOf).flatMap(({ actorId, name, kind, mentions: own }) => {
    const [first] = own;
    const identity = first === undefined ? null : identityOf(first);
    if (first === undefined || identity?.isDebut !== true) return [];
    const { text: surface, start, end, rule, confidence } = first;
    const debut = { actorId, name, kind, surface, start, end, rule, confidence };
    return [{ ...debut, unverified: identity.isUnverified }];
  });
}
