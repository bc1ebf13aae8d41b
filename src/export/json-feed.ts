import type { ArticleListing } from '../model/article-record.js';
import type { FeedHead } from './feed-head.js';
import { renderJsonFeedDocument } from './json-feed-document.js';

/**
 * Writes articles as JSON Feed. Countries that the text names and actors are tags; everything that was tagged is in the
 * `_wirewatch` extension.
 *
 * @param head - what the feed says of itself
 * @param articles - in the order of the output
 * @returns the document, ending with a line feed
 */
export function renderJsonFeed(head: FeedHead, articles: readonly ArticleListing[]): string {
  return renderJsonFeedDocument(head, articles.map(toItem));
}

/** Fields that are undefined are left out by `JSON.stringify`; the format has no nulls. */
function toItem(article: ArticleListing): object {
  return {
    id: article.url,
    url: article.url,
    title: article.title ?? undefined,
    // One of `content_text` and `content_html` must be there.
    content_text: article.summary ?? article.title ?? article.url,
    summary: article.summary ?? undefined,
    image: article.imageUrl ?? undefined,
    date_published: article.occurredAt.toISOString(),
    authors: article.byline === null ? undefined : [{ name: article.byline }],
    language: article.lang ?? undefined,
    tags: [...article.countries, ...article.actors.map((actor) => actor.name)],
    _wirewatch: {
      id: article.id,
      source: article.source,
      section: article.section,
      keywords: article.keywords,
      countries: article.countries,
      implied_countries: article.impliedCountries,
      actors: article.actors,
      money: article.money.map((sum) => ({
        amount: sum.amount,
        amount_max: sum.amountMax,
        currency: sum.currency,
        purpose: sum.purpose,
        approx: sum.approx,
        bound: sum.bound,
        per: sum.per,
        surface: sum.surface,
        start: sum.start,
        conversion_of: sum.conversionOf,
      })),
      partial_tags: article.partialTags,
    },
  };
}
