/** A feed from which nothing has come for a while. */
export interface QuietFeed {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** The last item, which a silence is known by. */
  readonly lastItemId: string;
  readonly lastSeenAt: Date;
  /** The last poll that worked: until then it is known that nothing came. */
  readonly watchedUntil: Date;
  /** When its recent items came out, ISO 8601, in any order. */
  readonly arrivals: readonly string[];
}

/** A silence that a feed's rhythm does not allow. */
export interface FeedSilence {
  readonly feed: Pick<QuietFeed, 'id' | 'url' | 'title' | 'lastItemId'>;
  readonly lastAt: Date;
  readonly watchedUntil: Date;
  /** Since when it is longer than the rhythm allows. */
  readonly beganAt: Date;
  /** Items that its rhythm let expect meanwhile. */
  readonly expected: number;
}
