import type { FeedSyntax } from '../write-feed.js';

/** A parser as the bench sees it: the same job for all, each by its own documented call. */
export interface FeedParserAdapter {
  /** What it cannot read is not timed. */
  readonly reads: readonly FeedSyntax[];
  /** The bytes as a poller has them, and what the server called them. */
  readonly read: (body: Buffer, contentType: string) => readonly ReadItem[] | Promise<readonly ReadItem[]>;
}

/** What every adapter makes of an item, so that nobody saves work by not looking. */
export interface ReadItem {
  readonly title: string | null | undefined;
  readonly link: string | null | undefined;
  /** In a form that `new Date` takes. */
  readonly date: string | Date | null | undefined;
  readonly guid: string | null | undefined;
  readonly summary: string | null | undefined;
  readonly content: string | null | undefined;
}
