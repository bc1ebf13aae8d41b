import type { ParsedFeed } from '../model/feed.js';
import { capItems } from './cap-items.js';
import type { XmlFeedFormat } from './detect-format.js';
import { languageTag } from './language-tag.js';
import { mapItem } from './map-item.js';
import { readAuthors } from './person.js';
import { pickLink, selfLink } from './pick-link.js';
import { proseText } from './prose.js';
import { firstText, ownAttribute, valuesOf, type RawFeed, type RawRecord } from './raw-feed.js';
import { readPace } from './read-pace.js';
import { readPush } from './read-push.js';

/**
 * Gives the elements of a feed their meaning.
 *
 * @param raw - what rss-parser read
 * @param format - which vocabulary it is written in
 * @param url - where it came from, the base of its relative links; null if unknown
 */
export function mapFeed(raw: RawFeed, format: XmlFeedFormat, url: string | null): ParsedFeed {
  const siteUrl = pickLink(raw.feed, url);
  // In RSS relative links are the site's, wherever the feed is served from; in Atom they are the feed's.
  const home = url ?? selfLink(raw.feed);
  const base = format === 'atom' ? (home ?? siteUrl) : (siteUrl ?? home);
  const authors = readAuthors(raw.feed);
  const { items, notes } = capItems(raw.items);
  return {
    format,
    title: firstProse(raw.feed, ['title', 'dc:title']),
    siteUrl,
    language:
      languageTag(firstText(raw.feed, ['language', 'dc:language'])) ??
      languageTag(ownAttribute(raw.feed, 'xml:lang')),
    pace: readPace(raw.feed),
    push: readPush(raw.feed, url ?? base),
    notes,
    items: items.map((item) => mapItem(item, base, authors)),
  };
}

function firstProse(feed: RawRecord, names: readonly string[]): string | null {
  for (const name of names) {
    for (const value of valuesOf(feed, name)) {
      const text = proseText(value);
      if (text !== '') return text;
    }
  }
  return null;
}
