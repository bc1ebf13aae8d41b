import { errorMessageOf, PermanentError } from '../errors.js';
import type { AlertCard, DeliveryToSend } from '../model/alert.js';
import type { SendReceipt } from '../model/delivery.js';
import { sendEmail, type MailContent } from './email.js';
import type { Mailer } from './mailer.js';
import { postMessage, type PostRequest } from './post-message.js';
import { sendWebhook } from './webhook.js';

/** How alerts are put into words. */
export interface Renderers {
  readonly slack: (cards: readonly AlertCard[]) => string;
  readonly mattermost: (cards: readonly AlertCard[]) => string;
  readonly teams: (cards: readonly AlertCard[]) => string;
  readonly email: (cards: readonly AlertCard[]) => MailContent;
}

export interface SendDeps {
  readonly post: PostRequest;
  /** Null when no mail server is configured. */
  readonly mailer: Mailer | null;
  readonly render: Renderers;
}

/** Hands a message to its channel; throws when the receiver did not take it. */
export async function sendDelivery(
  deps: SendDeps,
  delivery: DeliveryToSend,
  now: Date,
): Promise<SendReceipt> {
  const { target } = delivery.channel;
  switch (target.type) {
    case 'webhook':
      return sendWebhook(deps.post, target, delivery, now);
    case 'chat': {
      const body = render(deps.render[target.flavour], delivery);
      return postMessage(deps.post, { url: target.url, body, headers: {}, secrets: [target.url] });
    }
    case 'email':
      return sendEmail(deps.mailer, target.to, delivery, render(deps.render.email, delivery));
  }
}

/** A card that no renderer understands is the message's own trouble: others go on. */
function render<Rendered>(
  renderer: (cards: readonly AlertCard[]) => Rendered,
  delivery: DeliveryToSend,
): Rendered {
  try {
    return renderer(delivery.alerts.map(({ card }) => card));
  } catch (error) {
    const { id } = delivery;
    throw new PermanentError(
      'delivery_unrenderable',
      `The alerts of message ${id} can't be put into words (${errorMessageOf(error)}). Please report it; once it is mended, \`wirewatch alerts retry ${id}\` sends them.`,
      { cause: error },
    );
  }
}
