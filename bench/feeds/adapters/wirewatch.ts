import { parseFeed } from '../../../src/feeds/parse-feed.js';
import type { FeedParserAdapter } from './adapter.js';

/** Our own, as poll-feed calls it. */
export const adapter: FeedParserAdapter = {
  reads: ['rss', 'atom', 'json'],
  async read(body, contentType) {
    const { items } = await parseFeed({ body, contentType, url: 'https://news.example/feed' });
    return items.map(({ title, link, publishedAt, guid, summary, content }) => ({
      title,
      link,
      date: publishedAt,
      guid,
      summary,
      content,
    }));
  },
};
