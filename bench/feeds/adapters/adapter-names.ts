/** The parsers that are compared, and what each leaves to its caller where ours does it. */
export const ADAPTERS = {
  wirewatch: 'nothing: charsets, plain text, dates in UTC, absolute links',
  'rss-parser': 'charsets, relative links; one bad Atom date loses the feed',
  feedsmith: 'charsets, plain text, dates (as written), relative links',
  feedparser: 'charsets, plain text of summaries',
  'feed-parser': 'charsets, plain text; @rowanmanning/feed-parser',
  'feed-extractor': 'charsets, content (not read at all); @extractus/feed-extractor',
} as const satisfies Readonly<Record<string, string>>;

export type AdapterName = keyof typeof ADAPTERS;

export const ADAPTER_NAMES = Object.keys(ADAPTERS) as readonly AdapterName[];

/** What the others are compared with. */
export const REFERENCE_ADAPTER: AdapterName = 'rss-parser';
