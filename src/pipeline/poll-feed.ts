import { nextPoll } from '../feeds/next-poll.js';
import { readLinkHeader } from '../feeds/read-link-header.js';
import type { FeedRecord } from '../model/feed-record.js';
import type { FeedValidators, ParsedFeed } from '../model/feed.js';
import type { OfferedItem, OfferedOutcome, PollNote, PollSuccess } from '../model/poll.js';
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
  /** How long the answer is fresh, null when its headers don't say. */
  readonly freshForMs: number | null;
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
  /** Stores the items and, given how they ended, the state of the feed and a row of the poll: one transaction. */
  savePoll(
    feedId: string,
    items: readonly OfferedItem[],
    describe: (outcome: OfferedOutcome) => PollSuccess,
  ): Promise<OfferedOutcome>;
  enqueueArticles(articleIds: readonly string[]): Promise<void>;
  now(): Date;
}

/** A feed with two or three items is new whenever it changes: that is no sign that something was missed. */
const GAP_MIN_ITEMS = 5;

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
  const now = deps.now();
  const items = (parsed?.items ?? []).map((item) => offerItem(item, now));
  const { newArticleIds, counts } = await deps.savePoll(feed.id, items, (outcome) =>
    describePoll(feed, fetched, parsed, outcome, now),
  );
  await deps.enqueueArticles(newArticleIds);
  if (parsed === null) return { outcome: 'not_modified' };
  return { outcome: counts.new > 0 ? 'new_items' : 'unchanged' };
}

function hubOf(fetched: FetchedFeed, { push }: ParsedFeed): DiscoveredHub | null {
  return discoverHub({ url: fetched.url, links: readLinkHeader(fetched.headers.get('link') ?? ''), push });
}

function describePoll(
  feed: FeedRecord,
  fetched: FetchedFeed,
  parsed: ParsedFeed | null,
  { counts, isFirst, arrivals }: OfferedOutcome,
  now: Date,
): PollSuccess {
  const hasGap = !isFirst && counts.known === 0 && counts.offered >= GAP_MIN_ITEMS;
  // A 304 need not repeat what the last full answer said (RFC 9111, section 4.3.4): it still holds.
  const pace = parsed?.pace ?? feed.pace;
  const freshForMs = fetched.freshForMs ?? (fetched.notModified ? feed.freshForMs : null);
  const { nextPollAt, intervalMs } = nextPoll({
    now,
    // What a first poll finds may be of any age, and is no sign that the feed is busy.
    outcome: counts.new > 0 && !isFirst ? 'new-items' : 'unchanged',
    currentIntervalMs: feed.intervalMs,
    failureCount: 0,
    freshForMs,
    pace,
    schedule: scheduleOf(feed),
    feedKey: feed.url,
    arrivals,
    mayHaveMissed: hasGap,
    isPushed: feed.isPushed,
  });
  return {
    feedId: feed.id,
    outcome: parsed === null ? 'not_modified' : counts.new > 0 ? 'new_items' : 'unchanged',
    validators: fetched.notModified ? keptValidators(feed, fetched) : fetched.validators,
    pace,
    freshForMs,
    title: parsed?.title ?? null,
    siteUrl: parsed?.siteUrl ?? null,
    movedTo: fetched.permanentlyMovedTo,
    nextPollAt,
    intervalMs,
    hasGap,
    notes: [...(parsed?.notes ?? []), ...(hasGap ? [gapNote(counts.offered)] : [])],
  };
}

/** A 304 may leave validators out (RFC 9110, 15.4.5): those we have stay good. */
function keptValidators(feed: FeedRecord, fetched: FetchedFeed): FeedValidators {
  return {
    etag: fetched.validators.etag ?? feed.validators.etag,
    lastModified: fetched.validators.lastModified ?? feed.validators.lastModified,
  };
}

function gapNote(offered: number): PollNote {
  return {
    code: 'gap',
    message: `All ${offered} items were new, so others may have come and gone since the last poll. It is polled faster now; a schedule of your own would keep it so.`,
  };
}
