import { nextPoll } from '../feeds/next-poll.js';
import type { FeedRecord } from '../model/feed-record.js';
import type { FeedValidators, ParsedFeed } from '../model/feed.js';
import type { OfferedCounts, OfferedItem, PollSuccess } from '../model/poll.js';
import type { DiscoveredHub } from '../model/websub.js';
import { discoverHub } from '../websub/discover-hub.js';
import { offerItem } from './offer-item.js';
import { scheduleOf } from './schedule-of.js';
import type { StageResult } from './stage-result.js';

/** What came back from the publisher. */
export interface FetchedFeed {
  readonly url: string;
  readonly notModified: boolean;
  readonly permanentlyMovedTo: string | null;
  readonly contentType: string | null;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly validators: FeedValidators;
}

export interface PollFeedDeps {
  findFeed(feedId: string): Promise<FeedRecord | null>;
  fetchFeed(request: { readonly url: string; readonly validators: FeedValidators }): Promise<FetchedFeed>;
  parseFeed(input: {
    readonly body: Uint8Array;
    readonly contentType: string | null;
    readonly url: string;
  }): Promise<ParsedFeed>;
  /** Keeps where the feed can be subscribed to; null: nowhere. */
  noteHub(feedId: string, hub: DiscoveredHub | null): Promise<void>;
  /** Stores the items and, given how they ended, the state of the feed: one transaction. */
  savePoll(
    feedId: string,
    items: readonly OfferedItem[],
    describe: (counts: OfferedCounts) => PollSuccess,
  ): Promise<OfferedCounts>;
  enqueueArticles(articleIds: readonly string[]): Promise<void>;
  now(): Date;
}

/**
 * Polls one feed: a conditional request, the items in it, an article job for each address never seen before.
 *
 * @throws typed errors of fetching and parsing; `record-poll-failure.ts` keeps them on the feed
 */
export async function pollFeed(deps: PollFeedDeps, work: { readonly feedId: string }): Promise<StageResult> {
  const feed = await deps.findFeed(work.feedId);
  if (feed?.status !== 'active') return { outcome: feed === null ? 'removed' : `skipped: ${feed.status}` };

  const fetched = await deps.fetchFeed({ url: feed.url, validators: feed.validators });
  const parsed = fetched.notModified
    ? null
    : await deps.parseFeed({ body: fetched.body, contentType: fetched.contentType, url: fetched.url });

  // Before the validators are saved: after a crash between the two, the feed comes in full again.
  if (parsed !== null) await deps.noteHub(feed.id, hubOf(fetched, parsed));
  const items = (parsed?.items ?? []).map(offerItem);
  const counts = await deps.savePoll(feed.id, items, ({ newArticleIds }) =>
    describePoll(feed, fetched, parsed, { hasNews: newArticleIds.length > 0, now: deps.now() }),
  );
  await deps.enqueueArticles(counts.newArticleIds);
  if (parsed === null) return { outcome: 'not_modified' };
  return { outcome: counts.newArticleIds.length > 0 ? 'new_items' : 'unchanged' };
}

function hubOf(fetched: FetchedFeed, { push }: ParsedFeed): DiscoveredHub | null {
  return discoverHub({ url: fetched.url, linkHeader: fetched.headers.get('link') ?? null, push });
}

function describePoll(
  feed: FeedRecord,
  fetched: FetchedFeed,
  parsed: ParsedFeed | null,
  poll: { readonly hasNews: boolean; readonly now: Date },
): PollSuccess {
  const { nextPollAt, intervalMs } = nextPoll({
    now: poll.now,
    outcome: poll.hasNews ? 'new-items' : 'unchanged',
    currentIntervalMs: feed.intervalMs,
    failureCount: 0,
    ttlMinutes: parsed?.pace.ttlMinutes ?? null,
    schedule: scheduleOf(feed),
    feedKey: feed.url,
    publishedAt: (parsed?.items ?? []).flatMap((item) => item.publishedAt ?? []),
  });
  return {
    feedId: feed.id,
    // A 304 may leave validators out (RFC 9110, 15.4.5): those we have stay good.
    validators: fetched.notModified
      ? {
          etag: fetched.validators.etag ?? feed.validators.etag,
          lastModified: fetched.validators.lastModified ?? feed.validators.lastModified,
        }
      : fetched.validators,
    title: parsed?.title ?? null,
    siteUrl: parsed?.siteUrl ?? null,
    movedTo: fetched.permanentlyMovedTo,
    nextPollAt,
    intervalMs,
  };
}
