import { parseFeed } from 'feedsmith';
import type { FeedParserAdapter, ReadItem } from './adapter.js';

export const adapter: FeedParserAdapter = {
  reads: ['rss', 'atom', 'json'],
  read: (body) => readItems(body.toString('utf8')),
};

function readItems(text: string): ReadItem[] {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title,
        link: item.link,
        date: item.pubDate,
        guid: item.guid?.value,
        summary: item.description,
        content: item.content?.encoded,
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        title: entry.title?.value,
        link: entry.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href,
        date: entry.published,
        guid: entry.id,
        summary: entry.summary?.value,
        content: entry.content?.value,
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title,
        link: item.url,
        date: item.date_published,
        guid: item.id,
        summary: item.summary,
        content: item.content_html,
      }));
    case 'rdf':
      throw new Error('The bench writes no RDF.');
  }
}
