import { createHmac } from 'node:crypto';

/**
 * The key of a rule's alert feed: feed readers can't send a bearer token. It opens that one feed and tells nothing of
 * the token it is made of; a new token makes new keys.
 *
 * @param apiToken - of the installation
 * @param rule - the rule's name
 * @returns 43 characters of base64url
 */
export function alertFeedKey(apiToken: string, rule: string): string {
  return createHmac('sha256', apiToken).update(`alert feed\0${rule}`).digest('base64url');
}
