import RssParser from 'rss-parser';
import type { FeedParserAdapter } from './adapter.js';

/** rss-parser alone, as its README shows it: no options, one instance. */
const parser = new RssParser<object, { id?: string; 'content:encoded'?: string }>();

export const adapter: FeedParserAdapter = {
  reads: ['rss', 'atom'],
  async read(body) {
    const { items } = await parser.parseString(body.toString('utf8'));
    return items.map((item) => ({
      title: item.title,
      link: item.link,
      date: item.isoDate,
      guid: item.guid ?? item.id,
      summary: item.summary ?? item.contentSnippet,
      content: item['content:encoded'] ?? item.content,
    }));
  },
};
