import type { DeliveryToSend } from '../model/alert.js';
import type { StageResult } from './stage-result.js';

export interface SendAlertDeps {
  findDelivery(deliveryId: string): Promise<DeliveryToSend | null>;
  /** Hands the alert to its channel; throws when the receiver did not take it. */
  send(delivery: DeliveryToSend): Promise<void>;
  markSent(deliveryId: string): Promise<void>;
}

/**
 * Sends one alert through its channel. Delivery is at least once: should the process die between the receiver's
 * answer and our commit, the same delivery id comes again, and receivers tell by it.
 */
export async function sendAlert(
  deps: SendAlertDeps,
  work: { readonly deliveryId: string },
): Promise<StageResult> {
  const delivery = await deps.findDelivery(work.deliveryId);
  if (delivery === null) return { outcome: 'removed' };
  if (delivery.status !== 'pending') return { outcome: 'unchanged' };
  await deps.send(delivery);
  await deps.markSent(delivery.id);
  return { outcome: 'sent' };
}
