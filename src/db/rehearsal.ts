import type { AlertFacts, AlertNeeds, TaggedActor } from '../model/alert-facts.js';
import type { DebutActor } from '../model/alert.js';
import type { ArticleToTag } from '../model/article-record.js';
import type {
  ActorKind,
  ActorMention,
  CountryMention,
  MoneyMention,
  PlaceMention,
  Tags,
} from '../model/mention.js';
import type { StoryState } from '../model/story.js';
import { readAlertFacts } from './alert-facts.js';
import { findArticleToTag } from './articles.js';
import type { Queryable } from './database.js';

/** A stored article as it was tagged, with what was known then as far as the tables tell. */
export interface StoredEvent {
  readonly article: ArticleToTag;
  readonly tags: Tags;
  readonly facts: AlertFacts;
}

/** Articles whose ids are read at once. */
const PAGE_ROWS = 500;

/** Reads the tagged articles that came out since a moment, in that order, one by one. */
export async function* readStoredEvents(
  db: Queryable,
  since: Date,
  needs: AlertNeeds,
): AsyncGenerator<StoredEvent> {
  for (let after = { occurredAt: since, id: '0' }; ;) {
    const page = await db.query<{ id: string; occurredAt: Date }>(
      `select id, occurred_at as "occurredAt" from articles
       where status = 'tagged' and (occurred_at, id) > ($1::timestamptz, $2::bigint)
       order by occurred_at, id limit ${PAGE_ROWS}`,
      [after.occurredAt, after.id],
    );
    for (const { id } of page) {
      const event = await readStoredEvent(db, id, needs);
      if (event !== null) yield event;
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function readStoredEvent(
  db: Queryable,
  articleId: string,
  needs: AlertNeeds,
): Promise<StoredEvent | null> {
  const article = await findArticleToTag(db, articleId);
  if (article === null) return null;
  const actors = await readActors(db, articleId);
  const [row] = await db.query<{ taggerVersion: string | null }>(
    'select tagger_version as "taggerVersion" from articles where id = $1',
    [articleId],
  );
  const tags: Tags = {
    ...(await readPlaces(db, articleId)),
    actors: actors.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start),
    money: await readMoney(db, articleId),
    taggerVersion: row?.taggerVersion ?? '',
  };
  const story = await readStoryAsOf(db, articleId);
  const debuts = actors.filter(({ isDebut }) => isDebut).map(toDebut);
  const facts = await readAlertFacts(db, { articleId, actors, debuts, story }, needs);
  return { article, tags, facts };
}

type StoredActor = Pick<TaggedActor, 'actorId' | 'name' | 'kind' | 'mentions'> & {
  readonly isDebut: boolean;
};

async function readActors(db: Queryable, articleId: string): Promise<StoredActor[]> {
  return db.query<StoredActor>(
    `select a.id as "actorId", a.name, a.kind, a.first_article_id = $1 as "isDebut",
       jsonb_agg(jsonb_build_object('start', m.start_offset, 'end', m.end_offset, 'text', m.surface, 'name', a.name,
         'type', a.kind, 'id', a.external_id, 'rule', m.rule, 'confidence', m.confidence)
         || case when m.unverified then '{"unverified": true}'::jsonb else '{}' end
         order by m.start_offset) as mentions
     from actor_mentions m join actors a on a.id = m.actor_id
     where m.article_id = $1 group by a.id order by min(m.start_offset), a.id`,
    [articleId],
  );
}

function toDebut({ actorId, name, kind, mentions }: StoredActor): DebutActor {
  const [first] = mentions;
  if (first === undefined) throw new Error(`actor ${actorId} is mentioned without a mention`);
  const { text: surface, start, end, rule, confidence } = first satisfies ActorMention;
  const unverified = mentions.every((mention) => mention.unverified === true);
  return { actorId, name, kind: kind satisfies ActorKind, surface, start, end, rule, confidence, unverified };
}

async function readPlaces(db: Queryable, articleId: string): Promise<Pick<Tags, 'countries' | 'places'>> {
  const rows = await db.query<(CountryMention | PlaceMention) & { readonly said: boolean }>(
    `select start_offset as start, end_offset as "end", surface as text, code, via, place_name as name, said,
       confidence, rule
     from country_mentions where article_id = $1 order by start_offset, code`,
    [articleId],
  );
  return {
    countries: rows.filter((row): row is CountryMention & { readonly said: boolean } => row.said),
    places: rows.filter((row): row is PlaceMention & { readonly said: boolean } => !row.said),
  };
}

async function readMoney(db: Queryable, articleId: string): Promise<MoneyMention[]> {
  const rows = await db.query<{ mention: MoneyMention }>(
    `select jsonb_strip_nulls(jsonb_build_object('start', start_offset, 'end', end_offset, 'text', surface,
       'amount', amount, 'max', amount_max, 'currency', currency, 'purpose', purpose, 'approx', approx,
       'bound', bound, 'per', per, 'conversionOf', conversion_of, 'confidence', confidence, 'rule', rule)) as mention
     from money_mentions where article_id = $1 order by start_offset`,
    [articleId],
  );
  return rows.map(({ mention }) => mention);
}

/** The story of an article as it was then, by the articles that are in it now and had come out. */
async function readStoryAsOf(db: Queryable, articleId: string): Promise<StoryState | null> {
  const [row] = await db.query<Omit<StoryState, 'firstAt' | 'lastAt'> & { firstAt: Date; lastAt: Date }>(
    `select s.id, s.lead_article_id as "leadArticleId", this.reprint_of as "reprintOf",
       count(*)::int as articles, count(*) = 1 as "isNew",
       coalesce(array_agg(distinct a.publisher) filter (where a.reprint_of is null and a.publisher is not null),
         '{}') as voices,
       min(a.occurred_at) as "firstAt", max(a.occurred_at) as "lastAt"
     from articles this join stories s on s.id = this.story_id
     join articles a on a.story_id = s.id and (a.occurred_at, a.id) <= (this.occurred_at, this.id)
     where this.id = $1 group by s.id, this.id`,
    [articleId],
  );
  return row ? { ...row, firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() } : null;
}
