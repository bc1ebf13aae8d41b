import type { MoneyMention, Tags } from '../model/mention.js';
import type { SavedTags, TagsToSave } from '../model/tagging.js';
import { insertActorMentions } from './actor-mentions.js';
import { recordActorStories } from './actor-stories.js';
import type { Database, Queryable } from './database.js';
import { raiseAlerts } from './raise-alerts.js';
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
    const { actors, debuts } = await insertActorMentions(tx, work);
    await insertMoneyMentions(tx, work.articleId, work.tags.money);
    await tx.query(
      `update articles set status = 'tagged', tagged_at = now(), tagger_version = $2, tags_partial = $3,
         last_error_code = null, last_error = null
       where id = $1`,
      [work.articleId, work.tags.taggerVersion, work.tags.partial ?? false],
    );
    // As late as can be: articles like it wait from here on.
    const story = work.reason === 'new' ? await placeInStory(tx, article, work.matcher, weights) : null;
    if (work.reason === 'retag') await refreshFingerprint(tx, article, work.matcher, weights);
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
  // One statement: most articles have none, and each round trip would cost as much as the work.
  await tx.query(
    `with countries as (delete from country_mentions where article_id = $1),
       sums as (delete from money_mentions where article_id = $1)
     delete from actor_mentions where article_id = $1`,
    [articleId],
  );
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

async function insertMoneyMentions(
  tx: Queryable,
  articleId: string,
  mentions: readonly MoneyMention[],
): Promise<void> {
  if (mentions.length === 0) return;
  await tx.query(
    `insert into money_mentions
       (article_id, start_offset, end_offset, surface, amount, amount_max, currency, purpose, approx, bound, per,
       conversion_of, confidence, rule)
     select $1::bigint, * from unnest($2::int[], $3::int[], $4::text[], $5::numeric[], $6::numeric[], $7::text[],
       $8::text[], $9::boolean[], $10::text[], $11::text[], $12::int[], $13::real[], $14::text[])
     on conflict do nothing`,
    [
      articleId,
      mentions.map((mention) => mention.start),
      mentions.map((mention) => mention.end),
      mentions.map((mention) => mention.text),
      // Text all the way: a number is written with the fewest digits that tell it, which are the digits it was made of.
      mentions.map((mention) => mention.exact?.amount ?? String(mention.amount)),
      mentions.map((mention) => mention.exact?.max ?? mention.max?.toString() ?? null),
      mentions.map((mention) => mention.currency),
      mentions.map((mention) => mention.purpose ?? null),
      mentions.map((mention) => mention.approx ?? false),
      mentions.map((mention) => mention.bound ?? null),
      mentions.map((mention) => mention.per ?? null),
      mentions.map((mention) => mention.conversionOf ?? null),
      mentions.map((mention) => mention.confidence),
      mentions.map((mention) => mention.rule),
    ],
  );
}
