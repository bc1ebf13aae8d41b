/** The formats a feed may come in. */
export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json-feed';

/** Where a feed stands: polled, rested by a person, or gone for good (410). */
export type FeedStatus = 'active' | 'paused' | 'gone';

/** A feed read from bytes, whatever its format. Texts are plain (no markup), never empty strings. */
export interface ParsedFeed {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly language: string | null;
  /** Minutes a reader may wait between polls, as the feed says (`ttl`, `sy:updatePeriod`). */
  readonly ttlMinutes: number | null;
  readonly items: readonly ParsedItem[];
}

/** One entry of a feed. Dates are ISO 8601 in UTC; an absent or absurd one is null, never invented. */
export interface ParsedItem {
  readonly guid: string | null;
  readonly title: string | null;
  /** Absolute http(s) URL. */
  readonly link: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** Plain text. */
  readonly summary: string | null;
  /** HTML as the feed carries it: hostile, never rendered as it is. */
  readonly content: string | null;
  readonly author: string | null;
  readonly categories: readonly string[];
}

/** What a poll hands back to the next one: validators to the byte. */
export interface FeedValidators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}
