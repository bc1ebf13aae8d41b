import type { Config } from '../config.js';
import { PermanentError, ThrottledError, WirewatchError } from '../errors.js';
import type { FeedCandidate } from '../feeds/discover-feeds.js';
import { parseFeed } from '../feeds/parse-feed.js';
import { summariseFeed } from '../feeds/summarise-feed.js';
import { feedsOfPage } from './feeds-of-page.js';
import type { FetchedResource, Fetcher } from '../fetch/fetcher.js';
import { sleep } from '../fetch/sleep.js';
import type { FeedFormat } from '../model/feed.js';

/** A feed that a search came upon. */
export interface FoundFeed {
  /** Where it answers, after redirects. */
  readonly url: string;
  readonly title: string | null;
  /** Null, as the figures below, where it could not be read. */
  readonly format: FeedFormat | null;
  readonly items: number | null;
  readonly newestAt: string | null;
  /** `itself`: the address that was asked about is a feed. */
  readonly kind: 'itself' | FeedCandidate['kind'];
  readonly found: string;
  /** Why a declared feed could not be read, in words; null when it could. */
  readonly problem: string | null;
}

/** What a search for feeds came to. */
export interface FeedSearch {
  /** The page, after redirects. */
  readonly pageUrl: string;
  /** Why the page could not be read, in words; null when it could. Guesses go by its address then. */
  readonly pageProblem: string | null;
  /** The likeliest first; those that cannot be read come last. */
  readonly feeds: readonly FoundFeed[];
  /** Addresses that were guessed and asked. */
  readonly guessesTried: number;
}

/** What a search needs. */
export interface FindFeedsDeps {
  readonly fetch: Fetcher['fetch'];
  readonly limits: Pick<Config['fetch'], 'feedAccept' | 'pageAccept' | 'feedMaxBytes'>;
  /** Told what is asked next, for a person who waits. */
  readonly announce: (message: string) => void;
}

/** When to try addresses that nobody named. */
export type Guessing = 'when-nothing-else' | 'always';

/** A page with more feeds lists sections: the first ones say enough. */
const MAX_DECLARED = 20;

/** Guesses cost the publisher requests: a dozen finds what there is, a second apart. */
const MAX_GUESSES = 12;

/** Enough to choose from; more of one site are the same feed under other names. */
const ENOUGH_GUESSED = 3;

/** A host's rest is waited for, but not for ever. */
const MAX_WAITS = 20;

/**
 * Finds the feeds of a site: reads the page, then each feed that it declares; when there is none, tries the guesses
 * one after another, in the host's turn and at its pace.
 *
 * @param url - a page, or a feed
 * @throws PermanentError, TransientError or ThrottledError when the page could not be asked at all
 */
export async function findFeeds(deps: FindFeedsDeps, url: string, guessing: Guessing): Promise<FeedSearch> {
  const { page, problem } = await fetchPage(deps, url);
  const itself = await readItself(page);
  if (itself !== null) return { pageUrl: page.url, pageProblem: null, feeds: [itself], guessesTried: 0 };

  const candidates = feedsOfPage(page);
  const declared = await readDeclared(deps, candidates);
  const hasReadable = declared.some((feed) => feed.problem === null);
  const guessed =
    hasReadable && guessing !== 'always'
      ? { feeds: [], tried: 0 }
      : await tryGuesses(deps, candidates, declared);
  const feeds = [...declared, ...guessed.feeds];
  return {
    pageUrl: page.url,
    pageProblem: problem,
    feeds: [
      ...feeds.filter((feed) => feed.problem === null),
      ...feeds.filter((feed) => feed.problem !== null),
    ],
    guessesTried: guessed.tried,
  };
}

type Page = Pick<FetchedResource, 'url' | 'body' | 'contentType' | 'headers'>;

/** A page that refuses us may have feeds all the same: then its address alone has to tell where. */
async function fetchPage(deps: FindFeedsDeps, url: string): Promise<{ page: Page; problem: string | null }> {
  deps.announce(`reading ${url}`);
  const { pageAccept, feedAccept, feedMaxBytes } = deps.limits;
  try {
    const accept = `${pageAccept}, ${feedAccept}`;
    const page = await fetchInTurn(deps, { url, accept, maxBytes: feedMaxBytes, robots: 'obey' });
    return { page, problem: null };
  } catch (error) {
    const isRefusal = error instanceof PermanentError && /^http_4|^bot_check$/.test(error.code);
    if (!isRefusal) throw error;
    const page = { url: new URL(url).href, body: new Uint8Array(), contentType: null, headers: new Map() };
    return { page, problem: error.message };
  }
}

async function readDeclared(deps: FindFeedsDeps, candidates: readonly FeedCandidate[]): Promise<FoundFeed[]> {
  const feeds: FoundFeed[] = [];
  for (const candidate of candidates.filter(({ kind }) => kind === 'declared').slice(0, MAX_DECLARED)) {
    const feed = await probe(deps, candidate);
    if (!feeds.some((known) => known.url === feed.url)) feeds.push(feed);
  }
  return feeds;
}

async function tryGuesses(
  deps: FindFeedsDeps,
  candidates: readonly FeedCandidate[],
  known: readonly FoundFeed[],
): Promise<{ feeds: FoundFeed[]; tried: number }> {
  const feeds: FoundFeed[] = [];
  let tried = 0;
  for (const candidate of candidates.filter(({ kind }) => kind === 'guessed').slice(0, MAX_GUESSES)) {
    if (feeds.length >= ENOUGH_GUESSED) break;
    tried += 1;
    const feed = await probe(deps, candidate);
    if (feed.problem === null && ![...known, ...feeds].some((other) => isSameFeed(other, feed)))
      feeds.push(feed);
  }
  return { feeds, tried };
}

/** One feed answers under many names: the same address after redirects, or the same content in the same format. */
function isSameFeed(a: FoundFeed, b: FoundFeed): boolean {
  if (a.url === b.url) return true;
  return a.format === b.format && a.title === b.title && a.items === b.items && a.newestAt === b.newestAt;
}

async function probe(deps: FindFeedsDeps, candidate: FeedCandidate): Promise<FoundFeed> {
  const { url, title, kind, found } = candidate;
  const unread = { url, title, format: null, items: null, newestAt: null, kind, found };
  deps.announce(`trying ${url}`);
  try {
    const { feedAccept, feedMaxBytes } = deps.limits;
    const resource = await fetchInTurn(deps, {
      url,
      accept: feedAccept,
      maxBytes: feedMaxBytes,
      robots: 'ignore',
    });
    return await readFeed(resource, candidate);
  } catch (error) {
    if (!(error instanceof WirewatchError)) throw error;
    return { ...unread, problem: error.message };
  }
}

async function readItself(page: Page): Promise<FoundFeed | null> {
  try {
    return await readFeed(page, { kind: 'itself', found: 'the address itself' });
  } catch (error) {
    // A page, as a rule.
    if (error instanceof PermanentError) return null;
    throw error;
  }
}

async function readFeed(
  { body, contentType, url }: Page,
  { kind, found, title }: Pick<FoundFeed, 'kind' | 'found'> & { readonly title?: string | null },
): Promise<FoundFeed> {
  const feed = await parseFeed({ body, contentType, url });
  const { items, newestAt } = summariseFeed(feed);
  const { format } = feed;
  return { url, title: feed.title ?? title ?? null, format, items, newestAt, kind, found, problem: null };
}

/** Waits while the host rests between two of our requests: a person's errand has no queue to go back to. */
async function fetchInTurn(
  deps: FindFeedsDeps,
  request: Parameters<Fetcher['fetch']>[0],
): Promise<FetchedResource> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await deps.fetch(request);
    } catch (error) {
      const isResting = error instanceof ThrottledError && error.code === 'host_busy';
      if (!isResting || waits >= MAX_WAITS) throw error;
      await sleep(error.retryAfterMs, request.signal);
    }
  }
}
