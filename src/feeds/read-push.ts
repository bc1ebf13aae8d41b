import type { FeedPush } from '../model/feed.js';
import { attributeOf, ownAttribute, valuesOf, type RawRecord } from './raw-feed.js';
import { resolveLink } from './resolve-link.js';

/** No feed has more hubs; the rest of a longer list is left out. */
const MAX_HUBS = 10;

/** A feed that can't be subscribed to. */
export const NO_PUSH: FeedPush = { hubs: [], topic: null };

/**
 * Where a feed can be subscribed to: its links of relation `hub`, and what it calls itself, its link of
 * relation `self` (W3C WebSub, https://www.w3.org/TR/websub/#discovery).
 *
 * @param feed - the elements of a channel
 * @param base - what relative links are relative to, where the document has no `xml:base`
 */
export function readPush(feed: RawRecord, base: string | null): FeedPush {
  return pickPush(linksOf(feed, 'hub', base), linksOf(feed, 'self', base));
}

/**
 * @param hubs - addresses of hubs, null for what is none
 * @param topics - what the feed calls itself, the first that is an address counts
 */
export function pickPush(hubs: readonly (string | null)[], topics: readonly (string | null)[]): FeedPush {
  const known = hubs.filter((hub) => hub !== null);
  return {
    hubs: [...new Set(known)].slice(0, MAX_HUBS),
    topic: topics.find((topic) => topic !== null) ?? null,
  };
}

function linksOf(feed: RawRecord, relation: string, base: string | null): (string | null)[] {
  const own = ownAttribute(feed, 'xml:base') ?? base;
  return valuesOf(feed, 'link')
    .filter((link) => attributeOf(link, 'rel')?.toLowerCase() === relation)
    .map((link) => resolveLink(attributeOf(link, 'href') ?? '', attributeOf(link, 'xml:base') ?? own));
}
