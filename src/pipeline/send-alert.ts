import { planMoment } from '../alerting/plan-moment.js';
import { planRetry } from '../alerting/plan-retry.js';
import { errorCodeOf, errorMessageOf, FatalError, PermanentError, ThrottledError } from '../errors.js';
import type { DeliveryToSend } from '../model/alert.js';
import type { DeliveryFailure, MessageFacts, SendReceipt, StartedDelivery } from '../model/delivery.js';
import type { StageResult } from './stage-result.js';

export interface SendAlertDeps {
  /** Begins a try of a message, or holds it back, as the plan says. */
  startDelivery(deliveryId: string, plan: (facts: MessageFacts) => Date | null): Promise<StartedDelivery>;
  /** Hands the message to its channel; throws when the receiver did not take it. */
  send(delivery: DeliveryToSend): Promise<SendReceipt>;
  markSent(sent: { deliveryId: string; channelId: string; remark: string | null }): Promise<void>;
  postpone(failed: {
    deliveryId: string;
    channelId: string;
    failure: DeliveryFailure;
    nextTryAt: Date;
    restBaseMs: number;
    leastRestMs: number;
  }): Promise<void>;
  park(deliveryId: string, failure: DeliveryFailure): Promise<void>;
  /** The next messages of a channel that has room again. */
  takePending(channelIds: readonly string[]): Promise<readonly string[]>;
  enqueueAlerts(deliveryIds: readonly string[]): Promise<void>;
  /** Told of every try that failed, and what became of the message. */
  report(failed: { delivery: DeliveryToSend; outcome: 'parked' | 'postponed'; error: unknown }): void;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
  /** The wait after the first try. */
  readonly retryBaseMs: number;
}

/**
 * Sends one message through its channel. Delivery is at least once: should the process die between the receiver's
 * answer and our commit, the same message comes again with the same key, and receivers tell by it.
 *
 * What the receiver does is no failure of the job: it is kept on the message, together with its next try.
 */
export async function sendAlert(
  deps: SendAlertDeps,
  work: { readonly deliveryId: string },
): Promise<StageResult> {
  const started = await deps.startDelivery(work.deliveryId, (facts) => planMoment(facts, deps.now()));
  if (started.outcome === 'removed') return { outcome: 'removed' };
  const outcome = started.outcome === 'started' ? await tryToSend(deps, started.delivery) : started.outcome;
  const channelId = started.outcome === 'started' ? started.delivery.channel.id : started.channelId;
  await deps.enqueueAlerts(await deps.takePending([channelId]));
  return { outcome };
}

async function tryToSend(deps: SendAlertDeps, delivery: DeliveryToSend): Promise<string> {
  const ids = { deliveryId: delivery.id, channelId: delivery.channel.id };
  let receipt: SendReceipt;
  try {
    receipt = await deps.send(delivery);
  } catch (error) {
    if (error instanceof FatalError) throw error;
    return await recordFailure(deps, delivery, error);
  }
  await deps.markSent({ ...ids, remark: receipt.remark });
  return 'sent';
}

async function recordFailure(deps: SendAlertDeps, delivery: DeliveryToSend, error: unknown): Promise<string> {
  const failure = { code: errorCodeOf(error), message: errorMessageOf(error) };
  const isFinal = error instanceof PermanentError;
  const retryAfterMs = error instanceof ThrottledError ? error.retryAfterMs : null;
  const nextTryAt = isFinal
    ? null
    : planRetry({ ...delivery, retryAfterMs }, deps.now(), deps.retryBaseMs, deps.random());
  if (nextTryAt === null) {
    await deps.park(delivery.id, failure);
    deps.report({ delivery, outcome: 'parked', error });
    return 'parked';
  }
  const ids = { deliveryId: delivery.id, channelId: delivery.channel.id };
  // Who asks for time asks for the whole channel; what is asked beyond the message's day is not kept.
  const leastRestMs = retryAfterMs === null ? 0 : nextTryAt.getTime() - deps.now().getTime();
  await deps.postpone({ ...ids, failure, nextTryAt, restBaseMs: deps.retryBaseMs, leastRestMs });
  deps.report({ delivery, outcome: 'postponed', error });
  return 'postponed';
}
