import { awaitsSilence, matchSilence } from '../alerting/match-silence.js';
import { findSilence, SHORTEST_SILENCE_MS } from '../feeds/find-silence.js';
import type { AlertDraft, AlertRule } from '../model/alert.js';
import type { QuietFeed } from '../model/silence.js';
import type { StageResult } from './stage-result.js';

export interface WatchSilenceDeps {
  listRules(): Promise<readonly AlertRule[]>;
  takeQuietFeeds(options: {
    readonly quietForMs: number;
    readonly limit: number;
  }): Promise<readonly QuietFeed[]>;
  /** @returns ids of the deliveries to send now */
  insertAlerts(drafts: readonly AlertDraft[]): Promise<readonly string[]>;
  enqueueAlerts(deliveryIds: readonly string[]): Promise<void>;
}

/** Feeds looked at in one go, a fraction of a second's work: 12,000 an hour where this runs every minute. */
const FEEDS_AT_ONCE = 200;

/** Looks for feeds that are quieter than their rhythm allows, where a rule asks for them. */
export async function watchSilence(deps: WatchSilenceDeps): Promise<StageResult> {
  const rules = await deps.listRules();
  if (!awaitsSilence(rules)) return { outcome: 'not_asked' };
  const feeds = await deps.takeQuietFeeds({ quietForMs: SHORTEST_SILENCE_MS, limit: FEEDS_AT_ONCE });
  const drafts = feeds.flatMap((feed) => {
    const silence = findSilence(feed);
    return silence === null ? [] : matchSilence(rules, silence);
  });
  const deliveryIds = await deps.insertAlerts(drafts);
  await deps.enqueueAlerts(deliveryIds);
  return { outcome: deliveryIds.length > 0 ? 'silent' : 'as_usual' };
}
