import { escapeMarkup as esc } from '../outlets/escape-markup.js';
import type { FeedContent } from './feed-content.js';

/** RSS 1.0 in RDF: https://web.resource.org/rss/1.0/spec */
export function renderRdf(feed: FeedContent): string {
  const places = feed.entries.map((entry) => `<rdf:li rdf:resource="${esc(entry.url)}"/>`);
  const items = feed.entries.map(
    (entry) => `<item rdf:about="${esc(entry.url)}">
<title>${esc(entry.title)}</title>
<link>${esc(entry.url)}</link>
<dc:creator>${esc(entry.author)}</dc:creator>
<dc:date>${entry.publishedAt.toISOString()}</dc:date>
<dc:subject>${esc(entry.section)}</dc:subject>
</item>`,
  );
  return `<?xml version="1.0" encoding="${feed.encoding}"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${esc(feed.feedUrl)}">
<title>${esc(feed.title)}</title>
<link>${esc(feed.siteUrl)}</link>
<description>All stories of ${esc(feed.title)}</description>
<dc:language>en</dc:language>
<items><rdf:Seq>
${places.join('\n')}
</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>`;
}
