import { PermanentError, ThrottledError, TransientError } from '../errors.js';
import type { Subscription, SubscriptionRequest } from '../model/websub.js';
import { planRequest, type Credentials } from '../websub/plan-request.js';
import { readHubAnswer, type HubAnswer } from '../websub/read-hub-answer.js';
import { retryTime } from '../websub/subscription-times.js';
import type { StageResult } from './stage-result.js';

export interface RequestSubscriptionDeps {
  findSubscription(feedId: string): Promise<Subscription | null>;
  createCredentials(): Credentials;
  /** Records the request before it is sent; false when the subscription has changed since it was found. */
  openRequest(seen: Subscription, request: SubscriptionRequest, nextAttemptAt: Date): Promise<boolean>;
  /** Posts a request to a hub, through the guard; throws when no answer came. */
  askHub(hub: string, request: SubscriptionRequest): Promise<HubAnswer & { retryAfterMs: number | null }>;
  moveHub(feedId: string, callbackToken: string, hub: string): Promise<void>;
  failRequest(failure: {
    readonly feedId: string;
    readonly callbackToken: string;
    readonly message: string;
    readonly nextAttemptAt: Date;
  }): Promise<void>;
  settleSubscription(seen: Subscription): Promise<boolean>;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
}

/** A hub may send us to another one (section 5.1.2), and so on, but not for ever. */
const MAX_MOVES = 5;

/** A hub may ask for more time, but not for ever. */
const MAX_RETRY_AFTER_MS = 7 * 86_400_000;

/** How asking ended. */
type Answer =
  | { readonly kind: 'accepted'; readonly movedTo: string | null }
  | { readonly kind: 'refused'; readonly message: string; readonly retryAfterMs: number };

/**
 * Asks a hub for the subscription of a feed, for its renewal or its end. A hub that takes the request verifies it later
 * (`verify-intent.ts`); one that does not, or that can't be reached, is asked again, less and less often but for ever.
 */
export async function requestSubscription(
  deps: RequestSubscriptionDeps,
  work: { readonly feedId: string },
): Promise<StageResult> {
  const subscription = await deps.findSubscription(work.feedId);
  if (subscription === null) return { outcome: 'removed' };
  const now = deps.now();
  const plan = planRequest(subscription, now, deps.createCredentials());
  if (plan.kind === 'nothing') return { outcome: 'denied' };
  if (plan.kind === 'settle') {
    await deps.settleSubscription(subscription);
    return { outcome: 'settled' };
  }
  const { request } = plan;
  const retryAt = retryTime(now, subscription.failureCount + 1, deps.random());
  if (!(await deps.openRequest(subscription, request, retryAt))) return { outcome: 'changed' };

  const { feedId } = subscription;
  const { callbackToken } = request;
  const answer = await ask(deps, request);
  if (answer.kind === 'refused') {
    const nextAttemptAt = new Date(Math.max(retryAt.getTime(), now.getTime() + answer.retryAfterMs));
    await deps.failRequest({ feedId, callbackToken, message: answer.message, nextAttemptAt });
    return { outcome: `${request.mode}_failed` };
  }
  if (answer.movedTo !== null) await deps.moveHub(feedId, callbackToken, answer.movedTo);
  return { outcome: `${request.mode}_sent` };
}

/** Follows a hub's redirects. The leading permanent ones tell where it is from now on. */
async function ask(deps: RequestSubscriptionDeps, request: SubscriptionRequest): Promise<Answer> {
  let hub = request.hub;
  let movedTo: string | null = null;
  let isPermanentSoFar = true;
  try {
    for (let moves = 0; moves <= MAX_MOVES; moves += 1) {
      const answer = await deps.askHub(hub, request);
      const reading = readHubAnswer(hub, answer);
      if (reading.kind === 'accepted') return { kind: 'accepted', movedTo };
      if (reading.kind === 'refused') {
        const retryAfterMs = Math.min(answer.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
        return { kind: 'refused', message: reading.message, retryAfterMs };
      }
      hub = reading.hub;
      isPermanentSoFar &&= reading.isPermanent;
      if (isPermanentSoFar) movedTo = hub;
    }
  } catch (error) {
    if (!isOfTheHub(error)) throw error;
    return { kind: 'refused', message: error.message, retryAfterMs: 0 };
  }
  const message = `The hub ${new URL(request.hub).host} goes on after ${MAX_MOVES} redirects`;
  return { kind: 'refused', message, retryAfterMs: 0 };
}

/** No answer, or an address that may not be asked. Anything else is a bug or a fault of ours. */
function isOfTheHub(error: unknown): error is PermanentError | TransientError | ThrottledError {
  return (
    error instanceof PermanentError || error instanceof TransientError || error instanceof ThrottledError
  );
}
