import type { FeedPace, FeedStatus, FeedValidators } from './feed.js';
import type { PollRecord } from './poll.js';

/** What a user says about a feed: the line of a feeds file, the arguments of `feeds add`. */
export interface FeedEntry {
  readonly url: string;
  readonly title?: string;
  /** Folder names joined by `/`, outermost first; a slash inside a name is written `\/`. */
  readonly category?: string;
  /** The web site that the feed belongs to: absolute http(s) URL. What the feed says itself takes precedence. */
  readonly siteUrl?: string;
  /** A cron expression (`0 * * * *`) or an interval (`every 30m`); absent: adapt to the feed's rhythm. */
  readonly schedule?: string;
}

/** A feed as stored. Ids are database ids as decimal strings (bigint does not fit a JSON number). */
export interface FeedRecord {
  readonly id: string;
  readonly url: string;
  readonly siteUrl: string | null;
  readonly title: string | null;
  readonly category: string | null;
  readonly schedule: string | null;
  readonly intervalMs: number;
  readonly nextPollAt: Date;
  readonly lastPolledAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly validators: FeedValidators;
  readonly failureCount: number;
  readonly lastErrorCode: string | null;
  readonly lastError: string | null;
  readonly status: FeedStatus;
  /** The feed that it was merged into, when it moved to that one's address. */
  readonly mergedInto: string | null;
  readonly pace: FeedPace;
  /** How long the last answer was fresh, as its headers said. */
  readonly freshForMs: number | null;
  /** When a poll last brought nothing but unknown items. */
  readonly gapAt: Date | null;
  /** True while the feed's hub tells us of news (WebSub). */
  readonly isPushed: boolean;
}

/** A feed as it is listed. */
export interface FeedListing extends FeedRecord {
  /** Items ever offered by this feed. */
  readonly itemCount: number;
  /** When its latest item came out, or was seen where it has no date. */
  readonly lastItemAt: Date | null;
  readonly lastPoll: PollRecord | null;
}
