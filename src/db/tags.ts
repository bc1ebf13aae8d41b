import type { DebutActor } from '../model/alert.js';
import type { ActorMention, Tags } from '../model/mention.js';
import type { SavedTags, TagsToSave } from '../model/tagging.js';
import type { TaggedArticle } from './alert-facts.js';
import { recordActorStories } from './actor-stories.js';
import type { Database, Queryable } from './database.js';
import { ensureActors, identityKey, type ActorIdentity, type KnownNames } from './ensure-actors.js';
import { raiseAlerts } from './raise-alerts.js';

/**
 * Replaces the tags of an article, creates the actors never seen before, and stores the alerts that follow: one
 * transaction, so that an alert exists exactly when its mention does.
 */
export async function saveTags(db: Database, work: TagsToSave): Promise<SavedTags> {
  return db.transaction(async (tx) => {
    const [article] = await tx.query<{ status: string }>(
      'select status from articles where id = $1 for update',
      [work.articleId],
    );
    const expected = work.reason === 'new' ? ['fetched', 'failed'] : ['tagged'];
    if (!article || !expected.includes(article.status)) return { outcome: 'unchanged' };

    await deleteMentions(tx, work.articleId);
    await insertCountryMentions(tx, work.articleId, work.tags);
    const { actors, debuts } = await insertActorMentions(tx, work);
    await insertMoneyMentions(tx, work.articleId, work.tags);
    await tx.query(
      `update articles set status = 'tagged', tagged_at = now(), tagger_version = $2,
         last_error_code = null, last_error = null
       where id = $1`,
      [work.articleId, work.tags.taggerVersion],
    );
    const story = null;
    await recordActorStories(
      tx,
      work.articleId,
      actors.map(({ actorId }) => actorId),
    );
    const tagged = { articleId: work.articleId, actors, debuts, story };
    return { outcome: 'tagged', deliveryIds: await raiseAlerts(tx, work, tagged) };
  });
}

async function deleteMentions(tx: Queryable, articleId: string): Promise<void> {
  for (const table of ['country_mentions', 'actor_mentions', 'money_mentions']) {
    await tx.query(`delete from ${table} where article_id = $1`, [articleId]);
  }
}

async function insertCountryMentions(tx: Queryable, articleId: string, tags: Tags): Promise<void> {
  const mentions = [
    ...tags.countries.map((mention) => ({ ...mention, placeName: null })),
    ...tags.places.map((mention) => ({ ...mention, placeName: mention.name })),
  ];
  if (mentions.length === 0) return;
  await tx.query(
    `insert into country_mentions
       (article_id, start_offset, end_offset, surface, code, via, place_name, confidence, rule)
     select $1::bigint, * from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::real[], $9::text[])
     on conflict do nothing`,
    [
      articleId,
      mentions.map((mention) => mention.start),
      mentions.map((mention) => mention.end),
      mentions.map((mention) => mention.text),
      mentions.map((mention) => mention.code),
      mentions.map((mention) => mention.via),
      mentions.map((mention) => mention.placeName),
      mentions.map((mention) => mention.confidence),
      mentions.map((mention) => mention.rule),
    ],
  );
}

/** Nobody has told which names catalogues know. */
const NO_NAMES: KnownNames = () => [];

async function insertActorMentions(
  tx: Queryable,
  { articleId, tags, knownNames = NO_NAMES }: TagsToSave,
): Promise<Pick<TaggedArticle, 'actors' | 'debuts'>> {
  const mentions = tags.actors;
  if (mentions.length === 0) return { actors: [], debuts: [] };
  const identities = await ensureActors(tx, articleId, mentions, knownNames);
  const identityOf = (mention: ActorMention) => {
    const identity = identities.get(identityKey(mention.type, mention.name));
    if (identity === undefined) throw new Error(`actor ${mention.name} was neither found nor created`);
    return identity;
  };
  await tx.query(
    `insert into actor_mentions (article_id, actor_id, start_offset, end_offset, surface, confidence, rule)
     select $1::bigint, * from unnest($2::bigint[], $3::int[], $4::int[], $5::text[], $6::real[], $7::text[])
     on conflict do nothing`,
    [
      articleId,
      mentions.map((mention) => identityOf(mention).id),
      mentions.map((mention) => mention.start),
      mentions.map((mention) => mention.end),
      mentions.map((mention) => mention.text),
      mentions.map((mention) => mention.confidence),
      mentions.map((mention) => mention.rule),
    ],
  );
  await rememberAliases(tx, mentions, identityOf);
  return { actors: actorsOf(mentions, identityOf), debuts: debutsOf(mentions, identityOf) };
}

async function rememberAliases(
  tx: Queryable,
  mentions: readonly ActorMention[],
  identityOf: (mention: ActorMention) => ActorIdentity,
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

function actorsOf(
  mentions: readonly ActorMention[],
  identityOf: (mention: ActorMention) => ActorIdentity,
): TaggedArticle['actors'] {
  const actors = new Map<string, TaggedArticle['actors'][number]>();
  for (const mention of mentions) {
    const { id: actorId, name } = identityOf(mention);
    const known = actors.get(actorId)?.mentions ?? [];
    actors.set(actorId, { actorId, name, kind: mention.type, mentions: [...known, mention] });
  }
  return [...actors.values()];
}

function debutsOf(
  mentions: readonly ActorMention[],
  identityOf: (mention: ActorMention) => ActorIdentity,
): DebutActor[] {
  const debuts = new Map<string, DebutActor>();
  for (const mention of mentions) {
    const { id, name, isDebut } = identityOf(mention);
    if (!isDebut || debuts.has(id)) continue;
    debuts.set(id, {
      actorId: id,
      name,
      kind: mention.type,
      surface: mention.text,
      start: mention.start,
      end: mention.end,
      rule: mention.rule,
      confidence: mention.confidence,
    });
  }
  return [...debuts.values()];
}

async function insertMoneyMentions(tx: Queryable, articleId: string, tags: Tags): Promise<void> {
  const mentions = tags.money;
  if (mentions.length === 0) return;
  await tx.query(
    `insert into money_mentions
       (article_id, start_offset, end_offset, surface, amount, amount_max, currency, purpose, approx, confidence, rule)
     select $1::bigint, * from unnest($2::int[], $3::int[], $4::text[], $5::numeric[], $6::numeric[], $7::text[],
       $8::text[], $9::boolean[], $10::real[], $11::text[])
     on conflict do nothing`,
    [
      articleId,
      mentions.map((mention) => mention.start),
      mentions.map((mention) => mention.end),
      mentions.map((mention) => mention.text),
      mentions.map((mention) => String(mention.amount)),
      mentions.map((mention) => (mention.max === undefined ? null : String(mention.max))),
      mentions.map((mention) => mention.currency),
      mentions.map((mention) => mention.purpose ?? null),
      mentions.map((mention) => mention.approx ?? false),
      mentions.map((mention) => mention.confidence),
      mentions.map((mention) => mention.rule),
    ],
  );
}
