import type { MentionFilter, MoneyListing } from '../model/article-record.js';
import { addArticleConditions } from './article-listing.js';
import { createConditions } from './conditions.js';
import type { Queryable } from './database.js';

/** Cuts the sentence around a stretch out of a text. Offsets count UTF-16 units, which SQL's substring does not. */
export type QuoteSentence = (text: string, start: number, end: number) => string;

/**
 * Sums of money, largest first. Amounts of different currencies are compared as plain numbers unless a currency
 * is given: there are no exchange rates here.
 */
export async function listMoney(
  db: Queryable,
  filter: MentionFilter,
  quote: QuoteSentence,
): Promise<MoneyListing[]> {
  const where = createConditions();
  const { currency, minAmount, limit, ...articleFilter } = filter;
  addArticleConditions(where, articleFilter);
  if (currency !== undefined) where.add((value) => `s.currency = ${value}`, currency.toUpperCase());
  if (minAmount !== undefined) {
    where.add((value) => `coalesce(s.amount_max, s.amount) >= ${value}::numeric`, minAmount);
  }
  const rows = await db.query<MoneyRow>(
    `select s.amount::text as amount, s.amount_max::text as "amountMax", s.currency, s.purpose, s.approx,
       s.bound, s.per, s.surface, s.start_offset as start, s.conversion_of as "conversionOf", a.id as "articleId", a.title as "articleTitle", coalesce(a.canonical_url, a.url) as "articleUrl",
       a.occurred_at as "occurredAt", s.end_offset, a.text as sentence
     from money_mentions s join articles a on a.id = s.article_id
     where ${where.sql()}
     order by s.amount desc, a.occurred_at desc, a.id desc
     limit ${where.value(limit)}`,
    where.values,
  );
  return rows.map(({ end_offset: end, sentence: text, ...listing }) => ({
    ...listing,
    sentence: quote(text, listing.start, end),
  }));
}

/** `sentence` still holds the whole text. */
interface MoneyRow extends MoneyListing {
  readonly end_offset: number;
}
