import type { FeedStatus, FeedValidators } from './feed.js';

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
  /** Items ever offered by this feed. */
  readonly itemCount: number;
}
