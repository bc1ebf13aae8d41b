import type { FeedListing } from '../model/feed-record.js';

/** How a feed fares, for a person. */
export interface FeedHealth {
  /** A word or two. */
  readonly state: string;
  /** What it means and what to do; `''` when all is well. */
  readonly advice: string;
  /** Whether a person should look. */
  readonly needsAttention: boolean;
}

const DAY_MS = 86_400_000;

/** Failures up to this many heal by themselves more often than not: five minutes, ten, twenty. */
const PATIENCE_FAILURES = 3;

/** For how long a gap is worth a mention. */
const GAP_MEMORY_MS = 7 * DAY_MS;

/** A feed that brought nothing for this long may have been replaced by another one. */
const STALE_MS = 180 * DAY_MS;

/** What each way of failing means to the owner of the list, and what to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  http_401: 'The feed wants a login. Ask the publisher for a public address, or remove it.',
  http_403:
    'The publisher refuses us. Set WIREWATCH_USER_AGENT to a name with an address of yours, and ask to be let in.',
  http_404: 'Nothing is at this address. Look for the new one: wirewatch feeds discover SITE',
  http_410: 'The publisher says that it is gone for good. Remove it, or resume it if you know better.',
  http_4xx: 'The server does not accept the request. Try the address in a browser.',
  http_429: 'The host wants fewer requests; its wish is kept. Nothing to do.',
  http_503: 'The host asked to wait; its wish is kept. Nothing to do.',
  http_5xx: 'The server is broken. Nothing to do but wait, or tell the publisher.',
  http_408: 'The server lost patience. Nothing to do but wait.',
  dns: 'The name of the host is not known. Check the spelling; the site may have moved or closed.',
  tls: 'The certificate of the host is wrong. Only the publisher can mend that.',
  network: 'The host does not answer. It may be down, or blocked on the way from here.',
  timeout: 'The host is too slow. Nothing to do but wait, or raise WIREWATCH_FETCH_TIMEOUT_MS.',
  truncated: 'The answer broke off or was damaged on the way. Nothing to do but wait.',
  body_too_large: 'The feed is larger than WIREWATCH_FEED_MAX_BYTES allows.',
  feed_is_html: 'A web page came instead of a feed. Look for the feed: wirewatch feeds discover URL',
  feed_empty: 'Nothing came. Check the address in a browser.',
  feed_unparseable: 'What came is no feed. See what it is: wirewatch feeds test URL',
  bad_redirect: 'It redirects to nowhere. Check the address in a browser.',
  too_many_redirects: 'It redirects in circles. Check the address in a browser.',
  bad_url: 'The address is not one. Remove the feed and add the right one.',
  address_forbidden: 'It is at a private address. Allow it with WIREWATCH_ALLOW_HOSTS if it is yours.',
  cpu_timeout: 'It takes too long to read. Please report it.',
  unexpected: 'That is a fault of Wirewatch. See `wirewatch quarantine list`, and please report it.',
};

/**
 * Puts the state of a feed into words.
 *
 * @param feed - as it is listed
 * @param now - the present
 */
export function describeFeedHealth(feed: FeedListing, now: Date): FeedHealth {
  switch (feed.status) {
    case 'paused':
      return fine('paused', 'Resume it with: wirewatch feeds resume');
    case 'gone':
      return { state: 'gone', advice: ADVICE.http_410 ?? '', needsAttention: true };
    case 'merged':
      return fine('merged', mergedAdvice(feed));
    case 'active':
      return describeActive(feed, now);
  }
}

function describeActive(feed: FeedListing, now: Date): FeedHealth {
  if (feed.lastErrorCode !== null) {
    const state = `failing ×${feed.failureCount}`;
    const advice = ADVICE[feed.lastErrorCode] ?? feed.lastError ?? '';
    return { state, advice, needsAttention: feed.failureCount > PATIENCE_FAILURES };
  }
  if (feed.lastPolledAt === null) return fine('new', 'It is polled as soon as a worker runs.');
  if (feed.gapAt !== null && now.getTime() - feed.gapAt.getTime() < GAP_MEMORY_MS) {
    const advice =
      'A poll brought only unknown items, so some may have been missed. It is polled faster now; a schedule of yours keeps it so.';
    return { state: 'gap', advice, needsAttention: true };
  }
  const refusal = feed.lastPoll?.notes.find((note) => note.code === 'move_refused');
  if (refusal !== undefined) return { state: 'moved', advice: refusal.message, needsAttention: true };
  return describeQuiet(feed, now) ?? fine('ok', '');
}

function describeQuiet(feed: FeedListing, now: Date): FeedHealth | null {
  if (feed.itemCount === 0) {
    return { state: 'empty', advice: 'It can be read but has never offered an item.', needsAttention: true };
  }
  const lastMs = feed.lastItemAt?.getTime() ?? now.getTime();
  if (now.getTime() - lastMs < STALE_MS) return null;
  const days = Math.floor((now.getTime() - lastMs) / DAY_MS);
  return fine('silent', `Nothing new for ${days} days. The site may have another feed by now.`);
}

function mergedAdvice(feed: FeedListing): string {
  const target = feed.mergedInto === null ? 'another feed' : `feed ${feed.mergedInto}`;
  return `It moved to the address of ${target}, which brings its items now. It can be removed.`;
}

function fine(state: string, advice: string): FeedHealth {
  return { state, advice, needsAttention: false };
}
