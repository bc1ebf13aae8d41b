import type { StageResult } from './stage-result.js';

export interface KeepSubscriptionsDeps {
  takeDueSubscriptions(options: {
    readonly now: Date;
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly string[]>;
  requestSubscription(work: { readonly feedId: string }): Promise<StageResult>;
  /** Has feeds polled whose news came until then and were not stored. */
  pollForUnreadPushes(which: { readonly arrivedUntil: Date; readonly feedId: null }): Promise<number>;
  now(): Date;
}

/** Many feeds share a hub: a few requests at a time, the rest a period later. */
const REQUESTS_PER_RUN = 40;
const REQUESTS_AT_ONCE = 4;

/** A request that was lost is made again after this time; no request with its redirects takes as long. */
const LEASE_MS = 10 * 60_000;

/** News that were not stored by then are those of a process that died. */
const UNREAD_MS = 2 * 60_000;

/**
 * Makes the subscription requests that are due, and has feeds polled whose news were lost on their way.
 *
 * @throws the first error that is no hub's fault, after the other requests were made
 */
export async function keepSubscriptions(deps: KeepSubscriptionsDeps): Promise<StageResult> {
  const now = deps.now();
  await deps.pollForUnreadPushes({ arrivedUntil: new Date(now.getTime() - UNREAD_MS), feedId: null });
  const feedIds = await deps.takeDueSubscriptions({ now, limit: REQUESTS_PER_RUN, leaseMs: LEASE_MS });
  const waiting = [...feedIds];
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let feedId = waiting.shift(); feedId !== undefined; feedId = waiting.shift()) {
      await deps.requestSubscription({ feedId }).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, work));
  if (failures.length > 0) throw failures[0];
  return { outcome: feedIds.length > 0 ? 'asked' : 'idle' };
}
