import { plainWords } from './plain-words.js';

/** What a hub answered to a request. */
export interface HubAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What it means. */
export type HubAnswerReading =
  | { readonly kind: 'accepted' }
  /** Ask that hub instead; from now on when the move is permanent. */
  | { readonly kind: 'moved'; readonly hub: string; readonly isPermanent: boolean }
  | { readonly kind: 'refused'; readonly message: string };

/** Hubs explain an error in plain text (section 5.1.2); we keep a line of it. */
const MAX_REASON_CHARS = 200;

/**
 * Reads a hub's answer (https://www.w3.org/TR/websub/#subscription-response-details). Hubs of earlier versions verify
 * at once and answer 204: every 2xx counts.
 *
 * @param hub - who answered
 */
export function readHubAnswer(hub: string, { status, headers, body }: HubAnswer): HubAnswerReading {
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  const { host } = new URL(hub);
  if (status === 307 || status === 308) {
    const target = readTarget(hub, headers.get('location'));
    return target === null
      ? { kind: 'refused', message: `The hub ${host} redirects (HTTP ${status}) to where we can't follow` }
      : { kind: 'moved', hub: target, isPermanent: status === 308 };
  }
  const reason = plainWords(body, MAX_REASON_CHARS);
  const words = status < 400 ? 'gave an answer that means nothing' : 'did not take the request';
  return {
    kind: 'refused',
    message: `The hub ${host} ${words} (HTTP ${status})${reason === '' ? '' : `: ${reason}`}`,
  };
}

/** Never from HTTPS to HTTP: the request holds a secret. */
function readTarget(hub: string, location: string | undefined): string | null {
  if (location === undefined || !URL.canParse(location, hub)) return null;
  const target = new URL(location, hub);
  if (target.protocol === 'https:') return target.href;
  return target.protocol === 'http:' && new URL(hub).protocol === 'http:' ? target.href : null;
}
