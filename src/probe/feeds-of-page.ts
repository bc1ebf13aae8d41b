import { decodeHtml } from '../article/decode-html.js';
import { discoverFeeds, type FeedCandidate } from '../feeds/discover-feeds.js';
import type { FetchedResource } from '../fetch/fetcher.js';

/** What a page that was fetched tells of feeds, its headers included: declared ones first, then guesses. */
export function feedsOfPage(
  page: Pick<FetchedResource, 'url' | 'body' | 'contentType' | 'headers'>,
): FeedCandidate[] {
  return discoverFeeds({
    html: decodeHtml(page.body, page.contentType).html,
    url: page.url,
    linkHeader: page.headers.get('link') ?? null,
  });
}
