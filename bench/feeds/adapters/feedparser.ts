import FeedParser from 'feedparser';
import type { FeedParserAdapter, ReadItem } from './adapter.js';

export const adapter: FeedParserAdapter = {
  reads: ['rss', 'atom'],
  async read(body) {
    const parser = new FeedParser({});
    parser.end(body);
    const items: ReadItem[] = [];
    for await (const item of parser) {
      items.push({
        title: item.title,
        link: item.link,
        date: item.pubdate,
        guid: item.guid,
        summary: item.summary,
        content: item.description,
      });
    }
    return items;
  },
};
