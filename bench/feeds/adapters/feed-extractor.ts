import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import type { FeedParserAdapter } from './adapter.js';

export const adapter: FeedParserAdapter = {
  reads: ['rss', 'atom', 'json'],
  read(body, contentType) {
    const text = body.toString('utf8');
    const { entries = [] } = contentType.includes('json') ? extractFromJson(text) : extractFromXml(text);
    return entries.map((entry) => ({
      title: entry.title,
      link: entry.link,
      date: entry.published,
      guid: entry.id,
      summary: entry.description,
      content: null,
    }));
  },
};
