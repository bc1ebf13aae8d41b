import type { FeedEnclosure, FeedNote, FeedPace, FeedValidators } from './feed.js';

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
  /** The entry's content as HTML: hostile. */
  readonly content: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** What is wrong with the date: see ParsedItem; `future` for one that has not come yet. */
  readonly dateProblem: 'absent' | 'unreadable' | 'absurd' | 'future' | null;
  readonly dateText: string | null;
  readonly commentsUrl: string | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly FeedEnclosure[];
  readonly lang: string | null;
}

/** How the items of one poll ended. Every offered item is in exactly one of new, known, duplicate, dropped, failed. */
export interface OfferedCounts {
  readonly offered: number;
  /** Brought an article. */
  readonly new: number;
  /** Offered by an earlier poll, or twice by this one. */
  readonly known: number;
  /** New here, but its article was known from elsewhere. */
  readonly duplicate: number;
  /** Can't be followed. */
  readonly dropped: number;
  /** Could not be stored. */
  readonly failed: number;
  /** Why items were dropped or failed, with how many of each. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** What the store tells of a poll whose items it has just taken in. */
export interface OfferedOutcome {
  readonly counts: OfferedCounts;
  readonly newArticleIds: readonly string[];
  /** Whether the feed had offered anything before. */
  readonly isFirst: boolean;
  /** When recent items of the feed came out, ISO 8601, in any order. */
  readonly arrivals: readonly string[];
}

/** Something about a poll that a person should know. */
export interface PollNote {
  readonly code: FeedNote['code'] | 'gap' | 'moved' | 'merged' | 'move_refused';
  readonly message: string;
}

/** What a successful poll leaves on the feed. */
export interface PollSuccess {
  readonly feedId: string;
  readonly outcome: 'new_items' | 'unchanged' | 'not_modified';
  readonly validators: FeedValidators;
  readonly pace: FeedPace;
  readonly freshForMs: number | null;
  readonly title: string | null;
  readonly siteUrl: string | null;
  /** Where it moved for good. */
  readonly movedTo: string | null;
  readonly nextPollAt: Date;
  readonly intervalMs: number;
  /** True when no item was known although the feed had offered some before: others may have been missed. */
  readonly hasGap: boolean;
  readonly notes: readonly PollNote[];
}

/** What a failed poll leaves on the feed. */
export interface PollFailure {
  readonly feedId: string;
  readonly code: string;
  readonly message: string;
  readonly nextPollAt: Date;
  /** True for 410: the publisher says that it will not come back. */
  readonly gone: boolean;
  /** False when the server only asked to wait: what it said before still holds. */
  readonly forgetValidators: boolean;
}

/** A poll as it is listed. */
export interface PollRecord {
  readonly polledAt: Date;
  readonly trigger: 'schedule' | 'push';
  readonly outcome: PollSuccess['outcome'] | 'failed';
  readonly errorCode: string | null;
  readonly error: string | null;
  readonly counts: OfferedCounts;
  readonly notes: readonly PollNote[];
}
