import type { Subscription } from '../model/websub.js';
import { judgeIntent } from '../websub/judge-intent.js';
import { leaseTimes } from '../websub/subscription-times.js';
import type { StageResult } from './stage-result.js';

export interface VerifyIntentDeps {
  findSubscriptionByToken(token: string): Promise<Subscription | null>;
  /** False when the subscription is not wished any more. */
  confirmSubscription(confirmed: {
    readonly token: string;
    readonly leaseEndsAt: Date;
    readonly renewAt: Date;
  }): Promise<boolean>;
  settleSubscription(seen: Subscription): Promise<boolean>;
  denySubscription(token: string, message: string): Promise<void>;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
}

/** How a hub's question ended, and what it is answered with; null: we did not ask for that. */
export interface VerifiedIntent extends StageResult {
  readonly echo: string | null;
}

/** Answers a hub that wants to know whether we asked for a subscription or its end, or tells that there is none. */
export async function verifyIntent(
  deps: VerifyIntentDeps,
  question: { readonly token: string; readonly query: URLSearchParams },
): Promise<VerifiedIntent> {
  const { token, query } = question;
  const subscription = await deps.findSubscriptionByToken(token);
  if (subscription === null) return { outcome: 'intent_unknown', echo: null };
  const verdict = judgeIntent(query, subscription);
  switch (verdict.kind) {
    case 'subscribed': {
      const times = leaseTimes(deps.now(), verdict.leaseSeconds, deps.random());
      const isWished = await deps.confirmSubscription({ token, ...times });
      return isWished ? { outcome: 'subscribed', echo: verdict.challenge } : DISAGREED;
    }
    case 'unsubscribed': {
      const isWished = await deps.settleSubscription(subscription);
      return isWished ? { outcome: 'unsubscribed', echo: verdict.challenge } : DISAGREED;
    }
    case 'denied': {
      const reason = verdict.reason === '' ? '' : `: ${verdict.reason}`;
      await deps.denySubscription(token, `The hub refuses the subscription${reason}`);
      return { outcome: 'denied', echo: '' };
    }
    case 'disagreed':
      return DISAGREED;
  }
}

const DISAGREED: VerifiedIntent = { outcome: 'intent_refused', echo: null };
