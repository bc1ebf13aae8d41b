import type { SubscriptionRequest } from '../model/websub.js';

/** Ten days, which the Recommendation calls a good default (section 8.2). The hub decides. */
const LEASE_SECONDS = 10 * 86_400;

/**
 * The body of a request to a hub (https://www.w3.org/TR/websub/#subscriber-sends-subscription-request),
 * `application/x-www-form-urlencoded` in UTF-8.
 *
 * The secret goes to hubs without TLS as well, where the Recommendation would rather have none: whoever reads the
 * request on its way could forge news then, but without a secret so could everyone who ever learns the callback.
 *
 * @param callback - where the hub is to verify the request and to send news
 */
export function subscriptionForm(request: SubscriptionRequest, callback: string): string {
  const form = new URLSearchParams({
    'hub.mode': request.mode,
    'hub.topic': request.topic,
    'hub.callback': callback,
  });
  if (request.mode === 'subscribe') {
    form.set('hub.lease_seconds', String(LEASE_SECONDS));
    form.set('hub.secret', request.secret);
  }
  return form.toString();
}
