import type { DebutActor } from '../model/alert.js';
import type { ActorMention, Tags } from '../model/mention.js';
import type { SavedTags, TagsToSave } from '../model/tagging.js';
import { insertAlerts } from './alerts.js';
import type { Database, Queryable } from './database.js';
import { placeInStory, refreshFingerprint } from './stories.js';
import { countTerms, readTermCounts } from './term-counts.js';

/**
 * Replaces the tags of an article, creates the actors never seen before, puts the article into its story, and stores
 * the alerts that follow: one transaction, so that an alert exists exactly when its mention does. An article that is
 * tagged again keeps its story, and gets none when it had none.
 */
export async function saveTags(db: Database, work: TagsToSave): Promise<SavedTags> {
  const { fingerprint } = work.matcher;
  const weights = work.matcher.weigh(await readTermCounts(db, fingerprint.terms));
  // Before and not within: see there. Counted twice, where the transaction fails, does no harm.
  if (work.reason === 'new') await countTerms(db, work.articleId, fingerprint.terms);
  return db.transaction(async (tx) => {
    const [article] = await tx.query<{
      id: string;
      status: string;
      occurredAt: Date;
      storyId: string | null;
    }>(
      `select id, status, occurred_at as "occurredAt", story_id as "storyId" from articles where id = $1 for update`,
      [work.articleId],
    );
    const expected = work.reason === 'new' ? ['fetched', 'failed'] : ['tagged'];
    if (!article || !expected.includes(article.status)) return { outcome: 'unchanged' };

    await deleteMentions(tx, work.articleId);
    await insertCountryMentions(tx, work.articleId, work.tags);
    const debuts = await insertActorMentions(tx, work.articleId, work.tags.actors);
    await insertMoneyMentions(tx, work.articleId, work.tags);
    await tx.query(
      `update articles set status = 'tagged', tagged_at = now(), tagger_version = $2,
         last_error_code = null, last_error = null
       where id = $1`,
      [work.articleId, work.tags.taggerVersion],
    );
    if (work.reason === 'retag') {
      await refreshFingerprint(tx, article, work.matcher, weights);
      return { outcome: 'tagged', deliveryIds: [] };
    }
    // As late as can be: articles like it wait from here on.
    const story = await placeInStory(tx, article, work.matcher, weights);
    const drafts = work.draftAlerts(debuts, story);
    return { outcome: 'tagged', deliveryIds: await insertAlerts(tx, drafts) };
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

async function insertActorMentions(
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
  await rememberAliases(tx, mentions, (mention) => identityOf(mention).id);
  return debutsOf(mentions, identityOf);
}

interface ActorIdentity {
  readonly id: string;
  readonly created: boolean;
}

/** One key per identity, folded as the unique index folds it. */
function identityKey(kind: string, name: string): string {
  return `${kind}\u0000${name.toLowerCase()}`;
}

/**
 * Finds or creates the actors behind the mentions. Of any number of transactions that mention a new actor at
 * once, exactly one creates the row, or marks it as seen where an import made it: it alone sees the debut.
 */
async function ensureActors(
  tx: Queryable,
  articleId: string,
  mentions: readonly ActorMention[],
): Promise<Map<string, ActorIdentity>> {
  const byKey = new Map(mentions.map((mention) => [identityKey(mention.type, mention.name), mention]));
  // Sorted: transactions that create the same actors lock them in the same order.
  const wanted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mention]) => mention);
  const arrays = [wanted.map((mention) => mention.type), wanted.map((mention) => mention.name)];
  const created = await tx.query<{ id: string; kind: string; name: string }>(
    `insert into actors (kind, name, external_id, first_seen_at, first_article_id)
     select kind, name, external_id, now(), $1::bigint
     from unnest($2::text[], $3::text[], $4::text[]) as wanted (kind, name, external_id)
     on conflict (kind, lower(name)) do update
       set first_seen_at = excluded.first_seen_at, first_article_id = excluded.first_article_id,
         external_id = coalesce(actors.external_id, excluded.external_id)
       where actors.first_seen_at is null
     returning id, kind, name`,
    [articleId, ...arrays, wanted.map((mention) => mention.id)],
  );
  const found = await tx.query<{ id: string; kind: string; name: string }>(
    `select a.id, a.kind, wanted.name
     from unnest($1::text[], $2::text[]) as wanted (kind, name)
     join actors a on a.kind = wanted.kind and lower(a.name) = lower(wanted.name)`,
    arrays,
  );
  const createdIds = new Set(created.map((row) => row.id));
  return new Map(
    found.map((row) => [identityKey(row.kind, row.name), { id: row.id, created: createdIds.has(row.id) }]),
  );
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
    const { id, created } = identityOf(mention);
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
