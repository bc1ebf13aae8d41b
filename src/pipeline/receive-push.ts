import type { PushDelivery, PushOutcome, Subscription } from '../model/websub.js';
import { checkSignature } from '../websub/check-signature.js';

/** News of a feed that its hub has signed. */
export interface Push {
  readonly feedId: string;
  readonly feedUrl: string;
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly arrivedAt: Date;
}

export interface ReceivePushDeps {
  findSubscriptionByToken(token: string): Promise<Subscription | null>;
  notePush(feedId: string, arrivedAt: Date): Promise<void>;
  /** Has the push read soon, without waiting for it. */
  startReading(push: Push): void;
  now(): Date;
}

/**
 * Takes in what a hub delivers (https://www.w3.org/TR/websub/#content-distribution). The callback alone tells what it
 * belongs to, never the `Link` headers. Nothing is written for a delivery that the hub did not sign, and no body is read
 * for one that we did not ask for. What is signed is read after the answer, so that the hub need not wait.
 */
export async function receivePush(deps: ReceivePushDeps, delivery: PushDelivery): Promise<PushOutcome> {
  const subscription = await deps.findSubscriptionByToken(delivery.token);
  if (subscription?.state !== 'active' || subscription.feedStatus !== 'active') return 'push_unwanted';
  const { feedId, feedUrl, secret } = subscription;
  if (secret === null || delivery.signature === null) return 'push_unsigned';
  const body = await delivery.readBody();
  if (body === null) return 'push_too_large';
  if (!checkSignature(delivery.signature, body, secret)) return 'push_forged';
  const arrivedAt = deps.now();
  await deps.notePush(feedId, arrivedAt);
  deps.startReading({ feedId, feedUrl, body, contentType: delivery.contentType, arrivedAt });
  return 'push_received';
}
