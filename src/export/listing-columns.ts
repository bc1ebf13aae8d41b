import type { ActorListing, ArticleListing, ListedSum, MoneyListing } from '../model/article-record.js';
import type { CsvColumn } from './csv.js';
import { noteSum } from './note-sum.js';

/** The columns of `articles --format csv`. */
export const ARTICLE_COLUMNS: readonly CsvColumn<ArticleListing>[] = [
  { header: 'id', cell: (article) => article.id },
  { header: 'occurred_at', cell: (article) => article.occurredAt },
  { header: 'published_at', cell: (article) => article.publishedAt },
  { header: 'title', cell: (article) => article.title },
  { header: 'url', cell: (article) => article.url },
  { header: 'site', cell: (article) => article.site },
  { header: 'source', cell: (article) => article.source },
  { header: 'byline', cell: (article) => article.byline },
  { header: 'lang', cell: (article) => article.lang },
  { header: 'status', cell: (article) => article.status },
  { header: 'countries', cell: (article) => joinList(article.countries) },
  { header: 'implied_countries', cell: (article) => joinList(article.impliedCountries) },
  { header: 'actors', cell: (article) => joinList(article.actors.map((actor) => actor.name)) },
  { header: 'money', cell: (article) => joinList(article.money.map(describeSum)) },
  { header: 'summary', cell: (article) => article.summary },
  { header: 'section', cell: (article) => article.section },
  { header: 'keywords', cell: (article) => joinList(article.keywords) },
  { header: 'image_url', cell: (article) => article.imageUrl },
  {
    header: 'unverified_actors',
    cell: (article) => joinList(article.actors.filter((actor) => actor.unverified).map(({ name }) => name)),
  },
  { header: 'partial_tags', cell: (article) => String(article.partialTags) },
  { header: 'story_id', cell: (article) => article.storyId },
  { header: 'reprint_of', cell: (article) => article.reprintOf },
  { header: 'also_in', cell: (article) => article.alsoIn },
];

/** The columns of `actors --format csv`. `actors import` reads the file back. */
export const ACTOR_COLUMNS: readonly CsvColumn<ActorListing>[] = [
  { header: 'id', cell: (actor) => actor.id },
  { header: 'name', cell: (actor) => actor.name },
  { header: 'kind', cell: (actor) => actor.kind },
  { header: 'aliases', cell: (actor) => joinList(actor.aliases) },
  { header: 'external_id', cell: (actor) => actor.externalId },
  { header: 'first_seen_at', cell: (actor) => actor.firstSeenAt },
  { header: 'articles', cell: (actor) => actor.articles },
  { header: 'mentions', cell: (actor) => actor.mentions },
  { header: 'unverified', cell: (actor) => String(actor.unverified) },
];

/** The columns of `money --format csv`. */
export const MONEY_COLUMNS: readonly CsvColumn<MoneyListing>[] = [
  { header: 'amount', cell: (sum) => sum.amount },
  { header: 'amount_max', cell: (sum) => sum.amountMax },
  { header: 'currency', cell: (sum) => sum.currency },
  { header: 'purpose', cell: (sum) => sum.purpose },
  { header: 'surface', cell: (sum) => sum.surface },
  { header: 'sentence', cell: (sum) => sum.sentence },
  { header: 'occurred_at', cell: (sum) => sum.occurredAt },
  { header: 'article_id', cell: (sum) => sum.articleId },
  { header: 'article_title', cell: (sum) => sum.articleTitle },
  { header: 'article_url', cell: (sum) => sum.articleUrl },
  { header: 'approx', cell: (sum) => String(sum.approx) },
  { header: 'bound', cell: (sum) => sum.bound },
  { header: 'per', cell: (sum) => sum.per },
  { header: 'start', cell: (sum) => sum.start },
  { header: 'conversion_of', cell: (sum) => sum.conversionOf },
];

/** Several values in one cell. Not a comma, so that most lists need no quotes. */
function joinList(values: readonly string[]): string {
  return values.join('; ');
}

/** `USD 4400000 (ransom)`, `EUR 10-20`, `GBP 5000 (price, at most, per month)`. */
function describeSum(sum: ListedSum): string {
  const range = sum.amountMax === null ? sum.amount : `${sum.amount}-${sum.amountMax}`;
  const notes = [...(sum.purpose === null ? [] : [sum.purpose]), ...noteSum(sum)];
  return `${sum.currency} ${range}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}
