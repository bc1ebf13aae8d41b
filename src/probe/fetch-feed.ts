import type { Config } from '../config.js';
import { WirewatchError, PermanentError, ThrottledError } from '../errors.js';
import type { FetchedResource, Fetcher, FetchHop } from '../fetch/fetcher.js';
import { feedsOfPage } from './feeds-of-page.js';
import { nextPoll } from '../feeds/next-poll.js';
import { parseFeed } from '../feeds/parse-feed.js';
import type { FeedPace, FeedValidators, ParsedFeed } from '../model/feed.js';
import { openFetcher } from './open-fetcher.js';

/** What one poll hands to the next. */
export interface FeedState {
  readonly validators: FeedValidators;
  readonly intervalMs: number;
  readonly failureCount: number;
  /** Items of the last answer, joined: tells an unchanged body without validators. */
  readonly fingerprint: string | null;
  /** What the last full answer asked for: a 304 repeats nothing. */
  readonly pace: FeedPace;
  readonly freshForMs: number | null;
  /** When the items of the last answer came out, ISO 8601. */
  readonly arrivals: readonly string[];
}

/** What one polite poll came to. */
export interface FeedPoll {
  readonly ok: boolean;
  readonly status?: number;
  readonly notModified?: boolean;
  readonly unchanged?: boolean;
  readonly movedTo?: string;
  readonly gone?: boolean;
  readonly blocked?: boolean;
  readonly retryAfterSec?: number;
  readonly nextCheckSec?: number;
  /** Feeds that a web page names itself, when it was no feed. */
  readonly feeds?: readonly string[];
  readonly title?: string | null;
  readonly items?: ParsedFeed['items'];
  readonly state: FeedState;
  readonly error?: { readonly code: string; readonly message: string };
}

const FIRST_STATE: FeedState = {
  validators: { etag: null, lastModified: null },
  intervalMs: 30 * 60_000,
  failureCount: 0,
  fingerprint: null,
  pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
  freshForMs: null,
  arrivals: [],
};

/** Is shown what a poll sees on its way. */
export interface PollObserver {
  readonly onHop: (hop: FetchHop) => void;
  readonly onFetched: (resource: FetchedResource) => void;
  readonly onParsed: (feed: ParsedFeed) => void;
}

/** Polls single feeds without a database: what `fetch-feed`, `feeds test` and the feed bench use. */
export function createFeedPoller(config: Config) {
  const fetcher = openFetcher(config);
  return {
    poll: (url: string, state: FeedState = FIRST_STATE, observer?: PollObserver) =>
      poll(fetcher, config, url, state, observer),
    close: () => fetcher.close(),
  };
}

async function poll(
  fetcher: Fetcher,
  config: Config,
  url: string,
  state: FeedState,
  observer?: PollObserver,
): Promise<FeedPoll> {
  let fetched: FetchedResource | null = null;
  try {
    fetched = await fetcher.fetch({
      url,
      validators: state.validators,
      maxBytes: config.fetch.feedMaxBytes,
      accept: config.fetch.feedAccept,
      robots: 'ignore',
      ...(observer === undefined ? {} : { onHop: observer.onHop }),
    });
    observer?.onFetched(fetched);
    if (fetched.notModified) return describeUnmodified(url, fetched, state);
    const feed = await parseFeed({ body: fetched.body, contentType: fetched.contentType, url: fetched.url });
    observer?.onParsed(feed);
    return describeFeed(url, fetched, feed, state);
  } catch (error) {
    if (!(error instanceof WirewatchError)) throw error;
    return describeFailure(url, fetched, error, state);
  }
}

function describeUnmodified(url: string, fetched: FetchedResource, state: FeedState): FeedPoll {
  const confirmed = { ...state, freshForMs: fetched.freshForMs ?? state.freshForMs, failureCount: 0 };
  const { intervalMs, nextCheckSec } = schedule(url, 'unchanged', confirmed);
  return {
    ok: true,
    status: fetched.status,
    notModified: true,
    nextCheckSec,
    ...(fetched.permanentlyMovedTo === null ? {} : { movedTo: fetched.permanentlyMovedTo }),
    state: { ...confirmed, validators: fetched.validators, intervalMs },
  };
}

function describeFeed(url: string, fetched: FetchedResource, feed: ParsedFeed, state: FeedState): FeedPoll {
  const fingerprint = JSON.stringify(feed.items.map((item) => [item.guid, item.link, item.title]));
  const isUnchanged = fingerprint === state.fingerprint;
  const read = {
    validators: fetched.validators,
    failureCount: 0,
    fingerprint,
    pace: feed.pace,
    freshForMs: fetched.freshForMs,
    arrivals: feed.items.flatMap((item) => item.publishedAt ?? []),
    intervalMs: state.intervalMs,
  };
  const { intervalMs, nextCheckSec } = schedule(url, isUnchanged ? 'unchanged' : 'new-items', read);
  return {
    ok: true,
    status: fetched.status,
    unchanged: isUnchanged,
    nextCheckSec,
    ...(fetched.permanentlyMovedTo === null ? {} : { movedTo: fetched.permanentlyMovedTo }),
    title: feed.title,
    items: feed.items,
    state: { ...read, intervalMs },
  };
}

function describeFailure(
  url: string,
  fetched: FetchedResource | null,
  error: WirewatchError,
  state: FeedState,
): FeedPoll {
  const retryAfterMs = error instanceof ThrottledError ? error.retryAfterMs : undefined;
  const failed = {
    ...state,
    failureCount: state.failureCount + 1,
    // Only a full answer tells that a fault is mended; who merely asks to wait still holds to what was said.
    validators: retryAfterMs === undefined ? FIRST_STATE.validators : state.validators,
  };
  const { nextCheckSec } = schedule(url, 'failed', failed, retryAfterMs);
  const status = error.context.status ?? fetched?.status;
  return {
    ok: false,
    ...(typeof status === 'number' ? { status } : {}),
    ...(error.code === 'http_410' ? { gone: true } : {}),
    ...(error.context.blocked === true ? { blocked: true } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterSec: Math.round(retryAfterMs / 1000) }),
    nextCheckSec,
    ...(error instanceof PermanentError && fetched !== null ? { feeds: declaredFeeds(fetched) } : {}),
    state: failed,
    error: { code: error.code, message: error.message },
  };
}

function declaredFeeds(page: FetchedResource): string[] {
  return feedsOfPage(page).flatMap(({ kind, url }) => (kind === 'declared' ? [url] : []));
}

function schedule(
  url: string,
  outcome: 'new-items' | 'unchanged' | 'failed',
  state: FeedState,
  retryAfterMs?: number,
): { intervalMs: number; nextCheckSec: number } {
  const now = new Date();
  const { nextPollAt, intervalMs } = nextPoll({
    now,
    outcome,
    currentIntervalMs: state.intervalMs,
    failureCount: state.failureCount,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    freshForMs: state.freshForMs,
    pace: state.pace,
    feedKey: url,
    arrivals: state.arrivals,
  });
  return { intervalMs, nextCheckSec: Math.round((nextPollAt.getTime() - now.getTime()) / 1000) };
}
