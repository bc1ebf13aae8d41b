import { attributeOf, ownAttribute, textOf, valuesOf, type RawRecord, type XmlValue } from './raw-feed.js';
import { resolveLink } from './resolve-link.js';

/** Relations that point to the page itself; a link without one counts as `alternate` (RFC 4287, 4.2.7.2). */
const PAGE_RELATIONS: ReadonlySet<string> = new Set([
  'alternate',
  'http://www.iana.org/assignments/relation/alternate',
]);

/**
 * The page that an item or a feed is about: RSS's `link` text or Atom's `link` of relation `alternate`,
 * HTML before other types; then a `guid` that is an address; then whatever else names a page or file.
 *
 * @param record - the elements of an item or channel
 * @param base - what relative links are relative to, where the document has no `xml:base`
 * @returns an absolute http(s) URL, or null
 */
export function pickLink(record: RawRecord, base: string | null): string | null {
  const links = valuesOf(record, 'link');
  const [link] = links;
  // Nearly always in RSS: one link that is an address and nothing else.
  const plain = links.length === 1 && typeof link === 'string' ? resolveLink(link, null) : null;
  return plain ?? firstAddress(linkCandidates(record, links, base), record, base);
}

function firstAddress(
  candidates: Iterable<XmlValue | null>,
  record: RawRecord,
  base: string | null,
): string | null {
  const own = ownAttribute(record, 'xml:base') ?? base;
  for (const candidate of candidates) {
    if (candidate === null) continue;
    const href = typeof candidate === 'string' ? candidate : textOf(candidate);
    const resolved = resolveLink(href, attributeOf(candidate, 'xml:base') ?? own);
    if (resolved !== null) return resolved;
  }
  return null;
}

function* linkCandidates(
  record: RawRecord,
  links: readonly XmlValue[],
  base: string | null,
): Generator<XmlValue | null> {
  yield* links.filter(isHtmlPage).map(linkTarget);
  yield* links.filter(isPage).map(linkTarget);
  yield* valuesOf(record, 'guid').filter(isPermaLink);
  yield* valuesOf(record, 'feedburner:origlink');
  yield* links.filter((link) => relationOf(link) === 'via').map(linkTarget);
  yield* valuesOf(record, 'id').filter(isAddress);
  yield* valuesOf(record, 'dc:identifier').filter(isAddress);
  yield ownAttribute(record, 'href');
  yield ownAttribute(record, 'rdf:about');
  yield* valuesOf(record, 'content').map(contentElsewhere);
  yield* valuesOf(record, 'enclosure').map((enclosure) => attributeOf(enclosure, 'url'));
  yield* links.filter((link) => relationOf(link) === 'enclosure').map(linkTarget);
  yield* links.filter(isPage).map((link) => baseOfEmptyLink(link, base));
}

/** Atom's content may stand at another address instead of in the feed (RFC 4287, 4.1.3.2). */
function contentElsewhere(content: XmlValue): XmlValue | null {
  const src = attributeOf(content, 'src');
  const isPage = /^$|html/i.test(attributeOf(content, 'type') ?? '');
  return src !== null && isPage ? withBaseOf(content, src) : null;
}

/** `href=""` under an `xml:base` of the document is that base (RFC 3986, 4.4); elsewhere it is nothing. */
function baseOfEmptyLink(link: XmlValue, base: string | null): string | null {
  const isEmpty = typeof link === 'object' && link.$?.href?.trim() === '';
  const own = isEmpty ? attributeOf(link, 'xml:base') : null;
  return own === base ? null : own;
}

/**
 * The page where readers discuss an item: RSS's `comments`, or Atom's link of relation `replies` to a web
 * page (RFC 4685, 4; without a type it is a feed).
 *
 * @param item - the elements of an item
 * @param base - what relative links are relative to, where the document has no `xml:base`
 * @returns an absolute http(s) URL, or null
 */
export function pickCommentsUrl(item: RawRecord, base: string | null): string | null {
  const comments = valuesOf(item, 'comments');
  const replies = valuesOf(item, 'link').filter(
    (link) => relationOf(link) === 'replies' && /html/i.test(attributeOf(link, 'type') ?? ''),
  );
  if (comments.length + replies.length === 0) return null;
  return firstAddress([...comments, ...replies.map(linkTarget)], item, base);
}

/** Where the feed itself says it lives: an absolute address, or null. */
export function selfLink(feed: RawRecord): string | null {
  const self = valuesOf(feed, 'link').find((link) => relationOf(link) === 'self');
  return resolveLink(attributeOf(self, 'href') ?? '', null);
}

/** Keeps the `xml:base` beside the address. */
function linkTarget(link: XmlValue): XmlValue | null {
  const href = attributeOf(link, 'href') ?? textOf(link);
  if (href.trim() === '') return null;
  return withBaseOf(link, href);
}

function withBaseOf(element: XmlValue, address: string): XmlValue {
  const base = attributeOf(element, 'xml:base');
  return base === null ? address : { _: address, $: { 'xml:base': base } };
}

function relationOf(link: XmlValue): string {
  return attributeOf(link, 'rel')?.toLowerCase() ?? 'alternate';
}

function isPage(link: XmlValue): boolean {
  return PAGE_RELATIONS.has(relationOf(link));
}

function isHtmlPage(link: XmlValue): boolean {
  return isPage(link) && /^$|html/i.test(attributeOf(link, 'type') ?? '');
}

function isPermaLink(guid: XmlValue): boolean {
  return attributeOf(guid, 'ispermalink')?.toLowerCase() !== 'false' && isAddress(guid);
}

function isAddress(value: XmlValue): boolean {
  return /^\s*https?:\/\//i.test(textOf(value));
}
