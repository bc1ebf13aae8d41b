import { escapeXml } from './escape-xml.js';
import type { FeedHead } from './feed-head.js';

/** An item of an RSS feed. */
export interface RssItem {
  readonly title: string;
  readonly link: string | null;
  /** Unique and lasting. */
  readonly guid: string;
  readonly isGuidLink: boolean;
  readonly publishedAt: Date;
  readonly creator: string | null;
  /** HTML. */
  readonly description: string | null;
  readonly categories: readonly { readonly domain: string; readonly name: string }[];
}

/**
 * Writes RSS 2.0 (https://www.rssboard.org/rss-specification) with an `atom:link` to itself.
 *
 * @param head - what the feed says of itself
 * @param items - in the order of the output
 * @returns the document, ending with a line feed
 */
export function renderRssDocument(head: FeedHead, items: readonly RssItem[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    ...renderHead(head),
    ...items.flatMap(renderItem),
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}

/** A `description` holds HTML: plain text is escaped once for that, once more for XML. */
export function htmlOfText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function renderHead(head: FeedHead): string[] {
  const self =
    head.selfUrl === undefined
      ? []
      : [`<atom:link href="${escapeXml(head.selfUrl)}" rel="self" type="application/rss+xml"/>`];
  return [
    element('title', head.title),
    element('link', head.link),
    element('description', htmlOfText(head.description)),
    element('lastBuildDate', rfc822(head.builtAt)),
    element('generator', 'Wirewatch'),
    ...self,
  ];
}

function renderItem(item: RssItem): string[] {
  return [
    '<item>',
    element('title', item.title),
    ...(item.link === null ? [] : [element('link', item.link)]),
    `<guid isPermaLink="${item.isGuidLink}">${escapeXml(item.guid)}</guid>`,
    element('pubDate', rfc822(item.publishedAt)),
    // RSS `author` must be an e-mail address; a name belongs into Dublin Core's `creator`.
    ...(item.creator === null ? [] : [element('dc:creator', item.creator)]),
    ...(item.description === null ? [] : [element('description', item.description)]),
    ...item.categories.map(
      ({ domain, name }) => `<category domain="${escapeXml(domain)}">${escapeXml(name)}</category>`,
    ),
    '</item>',
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** RFC 822 with the four-digit year that RSS 2.0 prefers: `Tue, 10 Jun 2003 04:00:00 GMT`. */
function rfc822(date: Date): string {
  return date.toUTCString();
}
