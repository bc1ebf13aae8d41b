import type { FeedValidators } from '../model/feed.js';
import { createHostMatcher } from './allow-hosts.js';
import { ACCEPT_ENCODING, decodeBody } from './decode-body.js';
import { errorForBotCheck } from './error-for-status.js';
import {
  DEFAULT_FETCH_LIMITS,
  type FetchedResource,
  type Fetcher,
  type FetcherOptions,
  type FetchRequest,
  type PostRequest,
  type PostResponse,
} from './fetcher.js';
import { mayShareValidators, type Arrival } from './follow-redirects.js';
import { freshForMs } from './freshness.js';
import { parseHttpUrl } from './parse-http-url.js';
import { getPolitely, wireBodyOf, type PoliteDeps } from './polite-get.js';
import { lookupBySystem } from './resolve-host.js';
import { parseRetryAfterMs } from './retry-after.js';
import { createRobotsCache } from './robots-cache.js';
import { sendRequest } from './send-request.js';
import { createTransport } from './transport.js';

/** A host is asked one thing at a time; then one connection is used again and again. */
const FETCH_SOCKETS_PER_ORIGIN = 1;

/** Webhooks take no turns, and many may go to one chat service. */
const POST_SOCKETS_PER_ORIGIN = 16;

/**
 * Makes the HTTP client that everything outside is fetched with: guarded against private addresses, bounded
 * in time and size, and polite.
 *
 * @throws nothing itself; `close` it at the end
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...DEFAULT_FETCH_LIMITS, ...options.limits };
  const now = options.now ?? Date.now;
  const connector = {
    isExempt: createHostMatcher(options.allowHosts),
    lookup: options.lookup ?? lookupBySystem,
    timeoutMs: limits.firstByteTimeoutMs,
    extraCa: options.extraCa,
  };
  const transport = createTransport({ ...connector, maxSocketsPerOrigin: FETCH_SOCKETS_PER_ORIGIN });
  const postTransport = createTransport({ ...connector, maxSocketsPerOrigin: POST_SOCKETS_PER_ORIGIN });
  const deps: PoliteDeps = {
    transport,
    slots: options.slots,
    robots: createRobotsCache(now),
    userAgent: options.userAgent,
    hostDelayMs: options.hostDelayMs,
    limits,
    now,
  };
  return {
    fetch: (request) => fetchResource(deps, request, options.obeyRobots && request.robots === 'obey'),
    post: (request) => postOnce({ ...deps, transport: postTransport }, request),
    close: async () => {
      await Promise.all([transport.close(), postTransport.close()]);
    },
  };
}

async function fetchResource(
  deps: PoliteDeps,
  request: FetchRequest,
  obeyRobots: boolean,
): Promise<FetchedResource> {
  const start = parseHttpUrl(request.url);
  const arrival = await getPolitely(deps, {
    start,
    headers: { accept: request.accept, 'accept-encoding': ACCEPT_ENCODING },
    validators: request.validators,
    maxBytes: request.maxBytes,
    obeyRobots,
    signal: request.signal,
    onHop: request.onHop,
  });
  const { url, permanentlyMovedTo } = arrival;
  const { status, headers } = arrival.response;
  const body = await decodeBody(wireBodyOf(arrival), request.maxBytes);
  const botCheck = errorForBotCheck({ url: url.href, status, headers, body });
  if (botCheck !== null) throw botCheck;
  return {
    status,
    url: url.href,
    permanentlyMovedTo: permanentlyMovedTo?.href ?? null,
    contentType: headers.get('content-type') ?? null,
    headers,
    body,
    validators: readValidators(arrival, start, request.validators),
    notModified: status === 304,
    freshForMs: freshForMs(headers, deps.now()),
  };
}

/** @param sent - what a 304 confirms; it need not repeat them (RFC 9110, section 15.4.5) */
function readValidators(arrival: Arrival, start: URL, sent: FeedValidators | undefined): FeedValidators {
  const { status, headers } = arrival.response;
  const asksNext = arrival.permanentlyMovedTo ?? start;
  // Validators mean something to the origin that gave them, and tell others what we read.
  if (!mayShareValidators(asksNext, arrival.url)) return { etag: null, lastModified: null };
  const confirmed = status === 304 ? sent : undefined;
  return {
    etag: headers.get('etag') ?? confirmed?.etag ?? null,
    lastModified: headers.get('last-modified') ?? confirmed?.lastModified ?? null,
  };
}

async function postOnce(deps: PoliteDeps, request: PostRequest): Promise<PostResponse> {
  const { status, headers, body } = await sendRequest(deps.transport, {
    url: parseHttpUrl(request.url),
    method: 'POST',
    headers: { 'user-agent': deps.userAgent, ...request.headers },
    body: request.body,
    maxBytes: request.maxResponseBytes,
    overflow: 'cut',
    // The status says whether it was taken: a body that breaks off, or never ends, must not have it sent again.
    wantsBody: () => false,
    times: deps.limits,
    signal: undefined,
  });
  return {
    status,
    headers,
    body: new TextDecoder().decode(body),
    retryAfterMs: parseRetryAfterMs(headers.get('retry-after'), deps.now()),
  };
}
