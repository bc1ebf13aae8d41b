import type { ArticleListing } from '../model/article-record.js';
import type { FeedHead } from './feed-head.js';
import { htmlOfText, renderRssDocument, type RssItem } from './rss-document.js';

/**
 * Writes articles as RSS 2.0. Countries that the text names and actors become categories, told apart by `domain`;
 * countries that are only implied are left out.
 *
 * @param head - what the feed says of itself
 * @param articles - in the order of the output
 * @returns the document, ending with a line feed
 */
export function renderRss(head: FeedHead, articles: readonly ArticleListing[]): string {
  return renderRssDocument(head, articles.map(toItem));
}

function toItem(article: ArticleListing): RssItem {
  return {
    title: article.title ?? article.url,
    link: article.url,
    guid: article.url,
    isGuidLink: true,
    publishedAt: article.occurredAt,
    creator: article.byline,
    description: article.summary === null ? null : htmlOfText(article.summary),
    categories: [
      ...article.countries.map((code) => ({ domain: 'country', name: code })),
      ...article.actors.map((actor) => ({ domain: actor.kind, name: actor.name })),
    ],
  };
}
