import type { FeedPush } from '../model/feed.js';
import type { HeaderLink } from '../model/header-link.js';
import type { DiscoveredHub } from '../model/websub.js';

/** An answer with a feed in it, as far as it says where to subscribe. */
export interface AnsweredFeed {
  /** Where it came from, after redirects: the base of relative links. */
  readonly url: string;
  /** Of its `Link` headers. */
  readonly links: readonly HeaderLink[];
  /** What the document itself says. */
  readonly push: FeedPush;
}

/** Publishers name one or two; more would only keep us asking. */
const MAX_HUBS = 4;

/** What a URL is stored and sent with; nothing sane is longer. */
const MAX_URL_CHARS = 2_000;

/**
 * Finds where a feed can be subscribed to: in its `Link` headers, else in the document
 * (https://www.w3.org/TR/websub/#discovery). HTTPS is tried first, even where a hub is named with HTTP (section 8.2).
 *
 * @returns null when it names no hub, or not itself: the topic must be what the publisher says it is
 */
export function discoverHub({ url, links, push }: AnsweredFeed): DiscoveredHub | null {
  const targetsOf = (relation: string) =>
    links.filter((link) => link.relations.includes(relation)).map((link) => toAbsolute(link.target, url));
  const named = firstFilled(targetsOf('hub'), push.hubs);
  const [topic] = firstFilled(targetsOf('self'), push.topic === null ? [] : [push.topic]);
  if (named.length === 0 || topic === undefined) return null;
  const hubs = named.slice(0, MAX_HUBS);
  return { hubs: [...new Set([...hubs.flatMap(toHttps), ...hubs])], topic };
}

function firstFilled(inHeader: readonly (string | null)[], inDocument: readonly string[]): string[] {
  const usable = (urls: readonly (string | null)[]) =>
    urls.filter((url): url is string => url !== null && isUsable(url));
  const found = usable(inHeader);
  return found.length > 0 ? found : usable(inDocument);
}

/** An absolute address stays as it is written: hubs compare topics letter by letter. */
function toAbsolute(target: string, base: string): string | null {
  if (URL.canParse(target)) return target;
  return target !== '' && URL.canParse(target, base) ? new URL(target, base).href : null;
}

function isUsable(text: string): boolean {
  if (text.length > MAX_URL_CHARS || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/** Another port than the usual one speaks HTTP only. */
function toHttps(hub: string): string[] {
  const url = new URL(hub);
  if (url.protocol === 'https:') return [hub];
  if (url.port !== '') return [];
  url.protocol = 'https:';
  return [url.href];
}
