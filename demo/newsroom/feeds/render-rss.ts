import { escapeMarkup as esc } from '../outlets/escape-markup.js';
import type { FeedContent } from './feed-content.js';

/** RSS 2.0: https://www.rssboard.org/rss-specification */
export function renderRss(feed: FeedContent): string {
  const items = feed.entries.map(
    (entry) => `<item>
<title>${esc(entry.title)}</title>
<link>${esc(entry.url)}</link>
<guid isPermaLink="true">${esc(entry.url)}</guid>
<pubDate>${entry.publishedAt.toUTCString()}</pubDate>
<dc:creator>${esc(entry.author)}</dc:creator>
<category>${esc(entry.section)}</category>
</item>`,
  );
  return `<?xml version="1.0" encoding="${feed.encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${esc(feed.title)}</title>
<link>${esc(feed.siteUrl)}</link>
<description>All stories of ${esc(feed.title)}</description>
<language>en</language>
<lastBuildDate>${feed.updatedAt.toUTCString()}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${esc(feed.feedUrl)}"/>
${items.join('\n')}
</channel>
</rss>`;
}
