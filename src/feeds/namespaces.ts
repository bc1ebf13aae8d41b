/**
 * The namespaces that feeds use, each with the prefix this folder calls it by. An empty prefix means
 * "the feed's own vocabulary": elements of RSS and Atom are known by their bare names.
 * Sources: the RSS Advisory Board's namespace list (https://www.rssboard.org/rss-profile), RFC 4287,
 * https://web.resource.org/rss/1.0/modules/, and the older addresses that feeds in the wild still carry.
 */
const PREFIX_BY_NAMESPACE: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss', ''],
  ['http://www.rssboard.org/rss-specification', ''],
  ['http://purl.org/net/rss1.1#', ''],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/1.0/modules/taxonomy', 'taxo'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://wellformedweb.org/commentapi', 'wfw'],
  ['http://purl.org/rss/1.0/modules/slash', 'slash'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://xmlns.com/foaf/0.1', 'foaf'],
  ['http://www.sitemaps.org/schemas/sitemap/0.9', ''],
  ['http://www.google.com/schemas/sitemap/0.84', ''],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'news'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
]);

const KNOWN_PREFIXES = new Set(PREFIX_BY_NAMESPACE.values());

/**
 * The prefix this folder uses for a namespace.
 *
 * @param uri - a namespace name as a document declares it; case and a trailing slash do not matter
 * @returns `''` for the vocabularies of RSS itself, or undefined for a namespace that feeds don't use
 */
export function prefixOfNamespace(uri: string): string | undefined {
  const folded = uri.trim().toLowerCase();
  return PREFIX_BY_NAMESPACE.get(folded.endsWith('/') ? folded.slice(0, -1) : folded);
}

/** Whether a prefix is one that this folder reads, as in `dc:creator`. */
export function isKnownPrefix(prefix: string): boolean {
  return prefix !== '' && KNOWN_PREFIXES.has(prefix);
}
