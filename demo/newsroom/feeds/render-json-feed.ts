import type { FeedContent } from './feed-content.js';

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed(feed: FeedContent): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.siteUrl,
    feed_url: feed.feedUrl,
    language: 'en',
    items: feed.entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      date_published: entry.publishedAt.toISOString(),
      authors: [{ name: entry.author }],
      tags: [entry.section],
    })),
  });
}
