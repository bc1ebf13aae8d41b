import type { FeedValidators } from './feed.js';

/** One entry of a polled feed, ready to be stored. */
export interface OfferedItem {
  /** What makes it the same item in the next poll. */
  readonly identity: string;
  /** Normalised article address; null when the item can't be followed. */
  readonly url: string | null;
  /** Why it can't be followed; null when it can. */
  readonly dropReason: string | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly summary: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
}

/** How the items of one poll ended. Every offered item is in exactly one of them. */
export interface OfferedCounts {
  readonly newArticleIds: readonly string[];
  readonly duplicate: number;
  readonly dropped: number;
  readonly known: number;
}

/** What a successful poll leaves on the feed. */
export interface PollSuccess {
  readonly feedId: string;
  readonly validators: FeedValidators;
  readonly title: string | null;
  readonly siteUrl: string | null;
  /** Where it moved for good; ignored when another feed has that address already. */
  readonly movedTo: string | null;
  readonly nextPollAt: Date;
  readonly intervalMs: number;
}

/** What a failed poll leaves on the feed. */
export interface PollFailure {
  readonly feedId: string;
  readonly code: string;
  readonly message: string;
  readonly nextPollAt: Date;
  /** True for 410: the publisher says that it will not come back. */
  readonly gone: boolean;
}
