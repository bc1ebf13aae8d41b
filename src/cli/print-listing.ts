import type { ActorListing, ArticleListing, MoneyListing, StoryListing } from '../model/article-record.js';
import type { ListingFormat } from './listing-options.js';
import { renderCsv } from '../export/csv.js';
import { ACTOR_COLUMNS, ARTICLE_COLUMNS, MONEY_COLUMNS } from '../export/listing-columns.js';
import type { FeedHead } from '../export/feed-head.js';
import { renderJsonFeed } from '../export/json-feed.js';
import { renderNdjson } from '../export/ndjson.js';
import { renderRss } from '../export/rss.js';
import { renderStixBundle } from '../export/stix.js';
import { say } from './say.js';

/** Rows of one kind. */
export type Listing =
  | { readonly kind: 'articles'; readonly rows: readonly ArticleListing[] }
  | { readonly kind: 'actors'; readonly rows: readonly ActorListing[] }
  | { readonly kind: 'money'; readonly rows: readonly MoneyListing[] }
  | { readonly kind: 'stories'; readonly rows: readonly StoryListing[] };

/**
 * Prints a listing on stdout.
 *
 * @param renderAsTable - for people; the other formats are for programs
 */
export function printListing(format: ListingFormat, listing: Listing, renderAsTable: () => string): void {
  if (format === 'table') {
    if (listing.rows.length === 0) say('nothing matches');
    else console.log(renderAsTable());
    return;
  }
  process.stdout.write(renderForPrograms(format, listing));
}

function renderForPrograms(format: Exclude<ListingFormat, 'table'>, listing: Listing): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(listing.rows, null, 2)}\n`;
    case 'ndjson':
      return renderNdjson(listing.rows);
    case 'csv':
      return renderListingCsv(listing);
    case 'stix':
      return renderStixBundle(articlesOf(listing), new Date());
    case 'rss':
      return renderRss(feedHead(), articlesOf(listing));
    case 'json-feed':
      return renderJsonFeed(feedHead(), articlesOf(listing));
  }
}

function feedHead(): FeedHead {
  return {
    title: 'Wirewatch',
    link: 'http://127.0.0.1:8080/',
    description: 'Articles with their countries, actors and sums of money',
    builtAt: new Date(),
  };
}

function renderListingCsv(listing: Listing): string {
  switch (listing.kind) {
    case 'articles':
      return renderCsv(ARTICLE_COLUMNS, listing.rows);
    case 'actors':
      return renderCsv(ACTOR_COLUMNS, listing.rows);
    case 'money':
      return renderCsv(MONEY_COLUMNS, listing.rows);
    case 'stories':
      throw new Error('a listing of stories has no such format');
  }
}

/** STIX bundles and feeds are made of articles; the other commands don't offer them. */
function articlesOf(listing: Listing): readonly ArticleListing[] {
  if (listing.kind !== 'articles') throw new Error(`a listing of ${listing.kind} has no such format`);
  return listing.rows;
}
