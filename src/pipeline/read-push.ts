import { WirewatchError } from '../errors.js';
import type { ParsedFeed } from '../model/feed.js';
import type { OfferedItem } from '../model/poll.js';
import { offerItem } from './offer-item.js';
import type { Push } from './receive-push.js';
import type { StageResult } from './stage-result.js';

export interface ReadPushDeps {
  parseFeed(input: {
    readonly body: Uint8Array;
    readonly contentType: string | null;
    readonly url: string;
  }): Promise<ParsedFeed>;
  /** Stores the items and that the push was read, in one transaction. @returns ids of the new articles */
  savePush(feedId: string, items: readonly OfferedItem[], arrivedAt: Date): Promise<readonly string[]>;
  enqueueArticles(articleIds: readonly string[]): Promise<void>;
  /** Has the feed polled now, for what was pushed could not be used. */
  pollInstead(push: Push): Promise<void>;
}

/**
 * Reads what a hub pushed: the feed, or only its new entries. They are stored as those of a poll are, but the feed's
 * validators stay: they belong to what the publisher served.
 *
 * @throws what storing throws; the feed is polled then (see `keep-subscriptions.ts`)
 */
export async function readPush(deps: ReadPushDeps, push: Push): Promise<StageResult> {
  const { feedId, feedUrl, body, contentType, arrivedAt } = push;
  let parsed: ParsedFeed;
  try {
    parsed = await deps.parseFeed({ body, contentType, url: feedUrl });
  } catch (error) {
    if (!(error instanceof WirewatchError)) throw error;
    await deps.pollInstead(push);
    return { outcome: 'push_unreadable' };
  }
  const items = parsed.items.map((item) => offerItem(item, arrivedAt));
  const newArticleIds = await deps.savePush(feedId, items, arrivedAt);
  await deps.enqueueArticles(newArticleIds);
  return { outcome: newArticleIds.length > 0 ? 'push_new_items' : 'push_unchanged' };
}
