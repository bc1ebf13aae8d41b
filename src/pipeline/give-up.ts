import { errorCodeOf, errorMessageOf, WirewatchError } from '../errors.js';
import type { DeliveryFailure } from '../model/delivery.js';
import type { GivenUpWork, QueueName } from '../model/work.js';

export interface GiveUpDeps {
  /** Keeps a failed poll on its feed. */
  recordPollFailure(feedId: string, error: unknown): Promise<void>;
  /** Puts the work in quarantine and marks its article as failed, in one transaction. */
  quarantine(work: GivenUpWork): Promise<void>;
  /** Keeps the failure on the message. */
  parkDelivery(deliveryId: string, failure: DeliveryFailure): Promise<void>;
}

/**
 * Ends work that failed for good. Nothing is lost: a feed keeps the error and its next poll time; articles go to
 * quarantine, from where they can be replayed; messages to channels are parked. A bug in a poll is quarantined as well.
 */
export async function giveUp(
  deps: GiveUpDeps,
  work: { readonly queue: QueueName; readonly subjectId: string; readonly attempts: number },
  error: unknown,
): Promise<void> {
  const { queue, subjectId, attempts } = work;
  const failure = { code: errorCodeOf(error), message: errorMessageOf(error) };
  if (queue === 'alerts') {
    await deps.parkDelivery(subjectId, failure);
    return;
  }
  if (queue === 'feeds') await deps.recordPollFailure(subjectId, error);
  if (queue !== 'feeds' || failure.code === 'unexpected') {
    const context = error instanceof WirewatchError ? error.context : {};
    await deps.quarantine({ queue, subjectId, attempts, ...failure, context });
  }
}
