import type { Config } from '../config.js';
import type { FeedCandidate } from '../feeds/discover-feeds.js';
import { decodeFeed } from '../feeds/decode-feed.js';
import { summariseFeed, type FeedSummary } from '../feeds/summarise-feed.js';
import { createFeedPoller, type FeedPoll } from './fetch-feed.js';
import { feedsOfPage } from './feeds-of-page.js';
import type { FetchedResource, FetchHop } from '../fetch/fetcher.js';
import { freshForMs } from '../fetch/freshness.js';
import type { ParsedFeed } from '../model/feed.js';

/** What one poll of an address does and what comes of it, for a person to read. */
export interface FeedTest {
  readonly url: string;
  readonly ok: boolean;
  readonly hops: readonly TestedHop[];
  readonly body: TestedBody | null;
  readonly feed: TestedFeed | null;
  /** Where the feed moved for good, null when it did not. */
  readonly movedTo: string | null;
  /** Seconds until the next poll, by what this answer says; null when there is none. */
  readonly nextCheckSec: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Feeds that the page names itself, when a page came instead. */
  readonly declaredFeeds: readonly FeedCandidate[];
}

/** One exchange, its answer's headers as plain data. */
export interface TestedHop extends Omit<FetchHop, 'responseHeaders'> {
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** As `FetchedResource.freshForMs`. */
  readonly freshForMs: number | null;
}

/** A body after decompression. */
export interface TestedBody {
  readonly bytes: number;
  /** The encoding that its text was read in. */
  readonly charset: string;
}

/** A feed as it was read, without its items. */
export type TestedFeed = Omit<ParsedFeed, 'items'> & FeedSummary;

/**
 * Polls an address once, as Wirewatch would for the first time, and keeps what was seen on the way. Needs no database.
 *
 * @param url - of a feed
 */
export async function testFeed(config: Config, url: string): Promise<FeedTest> {
  const hops: FetchHop[] = [];
  let resource: FetchedResource | null = null;
  let feed: ParsedFeed | null = null;
  const poller = createFeedPoller(config);
  try {
    const poll = await poller.poll(url, undefined, {
      onHop: (hop) => hops.push(hop),
      onFetched: (fetched) => (resource = fetched),
      onParsed: (parsed) => (feed = parsed),
    });
    return describeTest(url, poll, { hops, resource, feed });
  } finally {
    await poller.close();
  }
}

interface Seen {
  readonly hops: readonly FetchHop[];
  readonly resource: FetchedResource | null;
  readonly feed: ParsedFeed | null;
}

function describeTest(url: string, poll: FeedPoll, { hops, resource, feed }: Seen): FeedTest {
  const isPage = resource !== null && feed === null;
  return {
    url,
    ok: poll.ok && feed !== null,
    hops: hops.map(describeHop),
    body: resource === null ? null : describeBody(resource),
    feed: feed === null ? null : describeFeed(feed),
    movedTo: poll.movedTo ?? null,
    nextCheckSec: poll.nextCheckSec ?? null,
    error: poll.error ?? null,
    declaredFeeds: isPage ? feedsOfPage(resource).filter(({ kind }) => kind === 'declared') : [],
  };
}

function describeHop(hop: FetchHop): TestedHop {
  return {
    ...hop,
    durationMs: Math.round(hop.durationMs),
    responseHeaders: Object.fromEntries(hop.responseHeaders),
    freshForMs: freshForMs(hop.responseHeaders, Date.now()),
  };
}

function describeBody({ body, contentType }: FetchedResource): TestedBody {
  return { bytes: body.byteLength, charset: decodeFeed(body, contentType).charset };
}

function describeFeed(feed: ParsedFeed): TestedFeed {
  const { format, title, siteUrl, language, pace, push, notes } = feed;
  return { format, title, siteUrl, language, pace, push, notes, ...summariseFeed(feed) };
}
