/** The formats a feed may come in. A news sitemap is one as well: it lists what a site published. */
export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json-feed' | 'sitemap';

/**
 * Where a feed stands: polled, rested by a person, gone for good (410), or merged into another feed because it moved to
 * that one's address.
 */
export type FeedStatus = 'active' | 'paused' | 'gone' | 'merged';

/** A feed read from bytes, whatever its format. Texts are plain (no markup), never empty strings. */
export interface ParsedFeed {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly language: string | null;
  readonly pace: FeedPace;
  readonly push: FeedPush;
  /** What was odd about the document and how it was read all the same. Empty for an ordinary feed. */
  readonly notes: readonly FeedNote[];
  readonly items: readonly ParsedItem[];
}

/** How often, and when, a feed asks to be polled. */
export interface FeedPace {
  /** Minutes a reader may wait between polls (`ttl`, `sy:updatePeriod`), 1 or more; null when it says nothing. */
  readonly ttlMinutes: number | null;
  /** Hours of the day in UTC when nothing is published, 0 to 23 (`skipHours`). */
  readonly skipHours: readonly number[];
  /** Days of the week in UTC when nothing is published, 0 for Sunday (`skipDays`). */
  readonly skipDays: readonly number[];
}

/** Where a feed can be subscribed to (W3C WebSub). */
export interface FeedPush {
  /** Absolute http(s) URLs of the hubs that it names. */
  readonly hubs: readonly string[];
  /** What the feed calls itself (`rel=self`): the topic to subscribe to. */
  readonly topic: string | null;
}

/** Something odd that was worked around. */
export interface FeedNote {
  readonly code: 'charset_conflict' | 'charset_guessed' | 'repaired' | 'truncated' | 'too_many_items';
  /** In words for a person. */
  readonly message: string;
}

/** One entry of a feed. Dates are ISO 8601 in UTC and never invented. */
export interface ParsedItem {
  readonly guid: string | null;
  readonly title: string | null;
  /** Absolute http(s) URL. */
  readonly link: string | null;
  /** Where readers discuss it: absolute http(s) URL. */
  readonly commentsUrl: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** Why `publishedAt` is null: the item has no date, or one that can't be read or can't be true (before 1970, after 2200). */
  readonly dateProblem: 'absent' | 'unreadable' | 'absurd' | null;
  /** The date as written, kept where it could not be used; at most 100 characters. */
  readonly dateText: string | null;
  /** Plain text. */
  readonly summary: string | null;
  /** HTML as the feed carries it: hostile, never rendered as it is. */
  readonly content: string | null;
  /** All authors as one line. */
  readonly author: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly enclosures: readonly FeedEnclosure[];
  /** Where the item says so itself, else null: the feed's language holds. */
  readonly language: string | null;
}

/** A file that belongs to an item. */
export interface FeedEnclosure {
  /** Absolute http(s) URL. */
  readonly url: string;
  readonly type: string | null;
  readonly lengthBytes: number | null;
}

/** What a poll hands back to the next one: validators to the byte. */
export interface FeedValidators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}
