import type { ArticleListing } from '../model/article-record.js';
import { escapeXml } from './escape-xml.js';
import type { FeedHead } from './feed-head.js';

/**
 * Writes articles as RSS 2.0 (https://www.rssboard.org/rss-specification) with an `atom:link` to itself.
 * Countries that the text names and actors become categories, told apart by `domain`; countries that
 * are only implied are left out.
 *
 * @param head - what the feed says of itself
 * @param articles - in the order of the output
 * @returns the document, ending with a line feed
 */
export function renderRss(head: FeedHead, articles: readonly ArticleListing[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    ...renderHead(head),
    ...articles.flatMap(renderItem),
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(head: FeedHead): string[] {
  const self =
    head.selfUrl === undefined
      ? []
      : [`<atom:link href="${escapeXml(head.selfUrl)}" rel="self" type="application/rss+xml"/>`];
  return [
    element('title', head.title),
    element('link', head.link),
    element('description', escapeHtml(head.description)),
    element('lastBuildDate', rfc822(head.builtAt)),
    element('generator', 'Wirewatch'),
    ...self,
  ];
}

function renderItem(article: ArticleListing): string[] {
  return [
    '<item>',
    element('title', article.title ?? article.url),
    element('link', article.url),
    `<guid isPermaLink="true">${escapeXml(article.url)}</guid>`,
    element('pubDate', rfc822(article.occurredAt)),
    // RSS `author` must be an e-mail address; a name belongs into Dublin Core's `creator`.
    ...(article.byline === null ? [] : [element('dc:creator', article.byline)]),
    ...(article.summary === null ? [] : [element('description', escapeHtml(article.summary))]),
    ...article.countries.map((code) => category('country', code)),
    ...article.actors.map((actor) => category(actor.kind, actor.name)),
    '</item>',
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function category(domain: string, name: string): string {
  return `<category domain="${domain}">${escapeXml(name)}</category>`;
}

/** A `description` holds HTML: plain text is escaped once for that, once more for XML. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** RFC 822 with the four-digit year that RSS 2.0 prefers: `Tue, 10 Jun 2003 04:00:00 GMT`. */
function rfc822(date: Date): string {
  return date.toUTCString();
}
