import type {
  ActorMention,
  CountryMention,
  Evidence,
  MoneyMention,
  MoneyPurpose,
  PlaceMention,
  Span,
} from '../model/mention.js';
import type { RetagFilter, TaggedArticle } from '../model/tagging.js';
import { createConditions, type Conditions } from './conditions.js';
import type { Queryable } from './database.js';

/**
 * Ids of stored articles to tag again, oldest first, one page.
 *
 * @param page.afterId - continue behind this id; "0" to start
 */
export async function listArticlesToRetag(
  db: Queryable,
  filter: RetagFilter,
  page: { readonly afterId: string; readonly limit: number },
): Promise<string[]> {
  const where = toConditions(filter);
  where.add((value) => `a.id > ${value}::bigint`, page.afterId);
  const rows = await db.query<{ id: string }>(
    `select a.id from articles a where ${where.sql()} order by a.id limit ${where.value(page.limit)}`,
    where.values,
  );
  return rows.map((row) => row.id);
}

/** How many articles there are to tag again. */
export async function countArticlesToRetag(db: Queryable, filter: RetagFilter): Promise<number> {
  const where = toConditions(filter);
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from articles a where ${where.sql()}`,
    where.values,
  );
  return row?.count ?? 0;
}

/**
 * Articles to tag again with their texts and stored tags, newest first, one page. A page is read whole: its texts may
 * have 200,000 characters each.
 *
 * @param page.beforeId - continue behind this id; null to start
 */
export async function listTaggedArticles(
  db: Queryable,
  filter: RetagFilter,
  page: { readonly beforeId: string | null; readonly limit: number },
): Promise<TaggedArticle[]> {
  const where = toConditions(filter);
  if (page.beforeId !== null) where.add((value) => `a.id < ${value}::bigint`, page.beforeId);
  const rows = await db.query<TaggedRow>(
    `with page as (
       select a.id, a.url, a.title, a.text, a.published_at, a.tagger_version, a.tags_partial
       from articles a where ${where.sql()} order by a.id desc limit ${where.value(page.limit)}
     )
     select p.*,
       coalesce((select jsonb_agg(jsonb_build_object('start', c.start_offset, 'end', c.end_offset, 'text', c.surface,
           'code', c.code, 'via', c.via, 'name', c.place_name, 'said', c.said, 'confidence', c.confidence,
           'rule', c.rule) order by c.start_offset)
         from country_mentions c where c.article_id = p.id), '[]') as countries,
       coalesce((select jsonb_agg(jsonb_build_object('start', m.start_offset, 'end', m.end_offset, 'text', m.surface,
           'name', actors.name, 'type', actors.kind, 'id', actors.external_id, 'unverified', m.unverified,
           'confidence', m.confidence, 'rule', m.rule) order by m.start_offset)
         from actor_mentions m join actors on actors.id = m.actor_id where m.article_id = p.id), '[]') as actors,
       coalesce((select jsonb_agg(jsonb_build_object('start', s.start_offset, 'end', s.end_offset, 'text', s.surface,
           'amount', s.amount::text, 'max', s.amount_max::text, 'currency', s.currency, 'purpose', s.purpose,
           'approx', s.approx, 'bound', s.bound, 'per', s.per, 'conversionOf', s.conversion_of,
           'confidence', s.confidence, 'rule', s.rule) order by s.start_offset)
         from money_mentions s where s.article_id = p.id), '[]') as money
     from page p order by p.id desc`,
    where.values,
  );
  return rows.map(toTaggedArticle);
}

function toConditions({ taggerVersion, since }: RetagFilter): Conditions {
  const where = createConditions();
  where.add(() => `a.status = 'tagged'`);
  if (taggerVersion !== null)
    where.add((value) => `a.tagger_version is distinct from ${value}`, taggerVersion);
  if (since !== null) where.add((value) => `a.occurred_at >= ${value}`, since);
  return where;
}

interface TaggedRow {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly published_at: Date | null;
  readonly tagger_version: string | null;
  readonly tags_partial: boolean;
  readonly countries: readonly (
    (CountryMention & { readonly said: true }) | (PlaceMention & { readonly said: false })
  )[];
  readonly actors: readonly (Omit<ActorMention, 'unverified'> & { readonly unverified: boolean })[];
  readonly money: readonly StoredMoney[];
}

/** A sum as its row has it: what it lacks is null. */
interface StoredMoney extends Span, Evidence {
  readonly amount: string;
  readonly max: string | null;
  readonly currency: string;
  readonly purpose: MoneyPurpose | null;
  readonly approx: boolean;
  readonly bound: 'min' | 'max' | null;
  readonly per: string | null;
  readonly conversionOf: number | null;
}

function toTaggedArticle(row: TaggedRow): TaggedArticle {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    text: row.text,
    publishedAt: row.published_at?.toISOString() ?? null,
    tags: {
      countries: row.countries.flatMap((mention) => (mention.said ? [mention] : [])),
      places: row.countries.flatMap((mention) => (mention.said ? [] : [mention])),
      actors: row.actors.map(({ unverified, ...mention }) =>
        unverified ? { ...mention, unverified } : mention,
      ),
      money: row.money.map(toMoneyMention),
      taggerVersion: row.tagger_version ?? '',
      ...(row.tags_partial ? { partial: true } : {}),
    },
  };
}

function toMoneyMention(stored: StoredMoney): MoneyMention {
  const { amount, max, purpose, approx, bound, per, conversionOf, ...same } = stored;
  return {
    ...same,
    amount: Number(amount),
    ...(max === null ? {} : { min: Number(amount), max: Number(max) }),
    exact: { amount, ...(max === null ? {} : { max }) },
    ...(purpose === null ? {} : { purpose }),
    ...(approx ? { approx } : {}),
    ...(bound === null ? {} : { bound }),
    ...(per === null ? {} : { per }),
    ...(conversionOf === null ? {} : { conversionOf }),
  };
}
