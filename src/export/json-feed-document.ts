import type { FeedHead } from './feed-head.js';

/**
 * Writes JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 *
 * @param head - what the feed says of itself
 * @param items - as the format has them, in the order of the output; what is undefined is left out
 * @returns the document, ending with a line feed
 */
export function renderJsonFeedDocument(head: FeedHead, items: readonly object[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: head.link,
    feed_url: head.selfUrl,
    description: head.description,
    items,
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
