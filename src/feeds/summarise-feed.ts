import type { ParsedFeed } from '../model/feed.js';

/** A feed in a few figures, for people who decide whether to watch it. Dates are ISO 8601 in UTC. */
export interface FeedSummary {
  readonly items: number;
  readonly newestAt: string | null;
  readonly oldestAt: string | null;
  /** Items without any date, with one that can't be read, and with one that can't be true. */
  readonly undated: number;
  readonly unreadableDates: number;
  readonly absurdDates: number;
  /** Items that can't be followed to a page. */
  readonly withoutLink: number;
}

/** Counts what matters of a feed's items. */
export function summariseFeed({ items }: ParsedFeed): FeedSummary {
  const dates = items.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const withoutDate = items.filter(({ publishedAt }) => publishedAt === null);
  const countOf = (problem: 'unreadable' | 'absurd') =>
    withoutDate.filter(({ dateProblem }) => dateProblem === problem).length;
  const unreadableDates = countOf('unreadable');
  const absurdDates = countOf('absurd');
  return {
    items: items.length,
    newestAt: dates.at(-1) ?? null,
    oldestAt: dates[0] ?? null,
    undated: withoutDate.length - unreadableDates - absurdDates,
    unreadableDates,
    absurdDates,
    withoutLink: items.filter(({ link }) => link === null).length,
  };
}
