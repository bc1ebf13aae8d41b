/** A feed's entries, newest first. Texts are plain and must be escaped. */
export interface FeedContent {
  readonly title: string;
  readonly siteUrl: string;
  readonly feedUrl: string;
  readonly updatedAt: Date;
  /** The encoding named in the XML declaration. */
  readonly encoding: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly section: string;
  readonly author: string;
  readonly publishedAt: Date;
}
