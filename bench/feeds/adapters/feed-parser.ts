import { parseFeed } from '@rowanmanning/feed-parser';
import type { FeedParserAdapter } from './adapter.js';

export const adapter: FeedParserAdapter = {
  reads: ['rss', 'atom'],
  // Its items are read lazily: what is not asked for is not parsed.
  read: (body) =>
    parseFeed(body.toString('utf8')).items.map((item) => ({
      title: item.title,
      link: item.url,
      date: item.published,
      guid: item.id,
      summary: item.description,
      content: item.content,
    })),
};
