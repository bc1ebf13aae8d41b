import type { MentionFilter, MoneyListing } from '../model/article-record.js';
import { addArticleConditions } from './article-listing.js';
import { createConditions } from './conditions.js';
import type { Queryable } from './database.js';

/** Characters of context kept on each side of a sum, before it is cut at a paragraph or sentence end. */
const CONTEXT_CHARACTERS = 160;

/**
 * Sums of money, largest first. Amounts of different currencies are compared as plain numbers unless a currency
 * is given: there are no exchange rates here.
 */
export async function listMoney(db: Queryable, filter: MentionFilter): Promise<MoneyListing[]> {
  const where = createConditions();
  const { currency, minAmount, limit, ...articleFilter } = filter;
  addArticleConditions(where, articleFilter);
  if (currency !== undefined) where.add((value) => `s.currency = ${value}`, currency.toUpperCase());
  if (minAmount !== undefined) {
    where.add((value) => `coalesce(s.amount_max, s.amount) >= ${value}::numeric`, minAmount);
  }
  const rows = await db.query<MoneyRow>(
    `select s.amount::text as amount, s.amount_max::text as "amountMax", s.currency, s.purpose, s.surface,
       a.id as "articleId", a.title as "articleTitle", coalesce(a.canonical_url, a.url) as "articleUrl",
       a.occurred_at as "occurredAt", s.start_offset, s.end_offset, a.text as sentence
     from money_mentions s join articles a on a.id = s.article_id
     where ${where.sql()}
     order by s.amount desc, a.occurred_at desc, a.id desc
     limit ${where.value(limit)}`,
    where.values,
  );
  return rows.map(quoteSum);
}

/** `sentence` still holds the whole text. */
interface MoneyRow extends MoneyListing {
  readonly start_offset: number;
  readonly end_offset: number;
}

/** Offsets count UTF-16 units, which SQL's substring does not: so the quote is cut here. */
function quoteSum(row: MoneyRow): MoneyListing {
  const { start_offset: start, end_offset: end, sentence: text, ...listing } = row;
  const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
  const behind = text.slice(end, end + CONTEXT_CHARACTERS);
  const head = before.slice(before.search(/[^.!?\n]*$/));
  const [tail = ''] = /^[^!?\n]*?(?:[.!?](?=\s|$)|$)/m.exec(behind) ?? [];
  return { ...listing, sentence: (head + text.slice(start, end) + tail).trim() };
}
