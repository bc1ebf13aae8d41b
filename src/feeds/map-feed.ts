import type { ParsedFeed } from '../model/feed.js';
import type { XmlFeedFormat } from './detect-format.js';
import { mapItem } from './map-item.js';
import { readAuthor } from './person.js';
import { pickLink, selfLink } from './pick-link.js';
import { proseText } from './prose.js';
import { firstText, ownAttribute, valuesOf, type RawFeed, type RawRecord } from './raw-feed.js';
import { readTtlMinutes } from './ttl.js';

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
  const author = readAuthor(raw.feed);
  return {
    format,
    title: firstProse(raw.feed, ['title', 'dc:title']),
    siteUrl,
    language: languageOf(raw.feed),
    pace: { ttlMinutes: readTtlMinutes(raw.feed), skipHours: [], skipDays: [] },
    push: { hubs: [], topic: null },
    notes: [],
    items: raw.items.map((item) => mapItem(item, base, author)),
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

function languageOf(feed: RawRecord): string | null {
  const language = firstText(feed, ['language', 'dc:language']) ?? ownAttribute(feed, 'xml:lang');
  return language !== null && /^[A-Za-z]{2,3}(?:[-_][\w-]{1,20})?$/.test(language)
    ? language.replaceAll('_', '-')
    : null;
}
