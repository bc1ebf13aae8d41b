import { escapeMarkup as esc } from '../outlets/escape-markup.js';
import type { FeedContent } from './feed-content.js';

/** Atom: RFC 4287 */
export function renderAtom(feed: FeedContent): string {
  const entries = feed.entries.map(
    (entry) => `<entry>
<id>${esc(entry.url)}</id>
<title type="text">${esc(entry.title)}</title>
<link rel="alternate" type="text/html" href="${esc(entry.url)}"/>
<published>${entry.publishedAt.toISOString()}</published>
<updated>${entry.publishedAt.toISOString()}</updated>
<author><name>${esc(entry.author)}</name></author>
<category term="${esc(entry.section)}"/>
</entry>`,
  );
  return `<?xml version="1.0" encoding="${feed.encoding}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${esc(feed.feedUrl)}</id>
<title>${esc(feed.title)}</title>
<link rel="self" type="application/atom+xml" href="${esc(feed.feedUrl)}"/>
<link rel="alternate" type="text/html" href="${esc(feed.siteUrl)}"/>
<updated>${feed.updatedAt.toISOString()}</updated>
${entries.join('\n')}
</feed>`;
}
