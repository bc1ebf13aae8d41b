import { PermanentError } from '../errors.js';
import type { DeliveryToSend } from '../model/alert.js';
import { sendWebhook, type PostRequest } from './webhook.js';

/** Hands a message to its channel; throws when the receiver did not take it. */
export async function sendDelivery(post: PostRequest, delivery: DeliveryToSend, now: Date): Promise<void> {
  const { target } = delivery.channel;
  switch (target.type) {
    case 'webhook':
      return sendWebhook(post, target, delivery, now);
    case 'chat':
    case 'email':
      throw new PermanentError(
        'channel_unknown',
        `Channels of the type ${target.type} can't be sent to yet.`,
      );
  }
}
