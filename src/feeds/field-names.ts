/**
 * The elements that are read from a feed, by their names in lower case. Everything else is left out
 * when a document is re-serialised, and is not asked of rss-parser.
 */

/** Elements whose content is prose and may hold markup, escaped or not. */
export const PROSE_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'dc:title',
  'media:title',
  'itunes:title',
  'description',
  'dc:description',
  'media:description',
  'summary',
  'itunes:summary',
  'itunes:subtitle',
  'googleplay:description',
  'content',
  'content:encoded',
  'xhtml:body',
  'body',
  'fullitem',
  'tagline',
  'subtitle',
  'abstract',
]);

/** Elements that hold a short text and never another field: opening one ends an unclosed other one. */
export const SHORT_FIELDS: ReadonlySet<string> = new Set([
  'link',
  'guid',
  'id',
  'pubdate',
  'comments',
  'category',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'lastbuilddate',
  'language',
  'ttl',
  'dc:date',
  'dc:creator',
  'dc:author',
  'dc:subject',
  'dc:language',
  'dc:identifier',
  'dc:contributor',
  'dc:publisher',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:modified',
  'sy:updateperiod',
  'sy:updatefrequency',
  'itunes:author',
  'googleplay:author',
  'itunes:keywords',
  'keywords',
  'tags',
  'media:keywords',
  'media:category',
  'media:credit',
  'feedburner:origlink',
  'enclosure',
  'date',
  'expirationdate',
  'webmaster',
  'managingeditor',
]);

/** Elements with elements of their own that are read. */
export const STRUCTURED_FIELDS: ReadonlySet<string> = new Set([
  'author',
  'contributor',
  'itunes:owner',
  'source',
  'media:group',
  'media:content',
  'itunes:category',
  'skiphours',
  'skipdays',
]);

/** Short children of the structured fields. */
export const PART_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'email',
  'uri',
  'url',
  'itunes:name',
  'itunes:email',
  'hour',
  'day',
]);

/** Every field asked of rss-parser. */
export const FIELD_NAMES: ReadonlySet<string> = new Set([
  ...PROSE_FIELDS,
  ...SHORT_FIELDS,
  ...STRUCTURED_FIELDS,
]);
