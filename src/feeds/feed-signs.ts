/** Media types of feeds, and what authors write for them. Plain JSON and XML may be anything. */
export const FEED_TYPE =
  /^(?:application|text)\/(?:x[-.])?(?:(?:rss|atom|rdf)(?:\+xml)?|feed\+json)(?:\s*;|$)/i;

/** Types that a feed may have, and other documents as well. */
const BROAD_TYPE = /^(?:application|text)\/(json|xml)(?:\s*;|$)/i;

/** An address that is named like a feed. */
export const FEED_ADDRESS =
  /(?:\.(?:rss|rdf|atom)|\/(?:feeds?|rss|atom|rss2)(?:\/?(?:index|all|news|posts)?\.(?:xml|json|rss))?|[/-](?:rss|atom|feed)\d?\.xml|\/index\.xml|\/feeds\/posts\/default|[?&](?:feed|format)=(?:rss2?|atom|feed)\b[^#]{0,100}|^https?:\/\/feeds?\.[^/?#]{1,100}\/[^?#]{1,200})\/?$/i;

/** Addresses of interfaces that say what a page is made of, in JSON. */
const INTERFACE_ADDRESS = /\/wp-json\/|oembed|\/api\//i;

/** Whether a page that calls an address an alternate of itself means a feed. */
export function isFeedType(type: string, url: string): boolean {
  if (FEED_TYPE.test(type)) return true;
  const broad = BROAD_TYPE.exec(type)?.[1]?.toLowerCase();
  if (broad === 'xml') return true;
  return broad === 'json' && /feed|rss/i.test(url) && !INTERFACE_ADDRESS.test(url);
}
