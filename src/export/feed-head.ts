/** What a feed says of itself. */
export interface FeedHead {
  readonly title: string;
  /** The page that the feed belongs to. */
  readonly link: string;
  /** Where the feed itself is served; absent for a file. */
  readonly selfUrl?: string;
  readonly description: string;
  readonly builtAt: Date;
}
