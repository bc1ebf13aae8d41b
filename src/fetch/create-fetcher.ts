import type { FeedValidators } from '../model/feed.js';
import { createHostMatcher } from './allow-hosts.js';
import { ACCEPT_ENCODING, decodeBody } from './decode-body.js';
import {
  DEFAULT_FETCH_LIMITS,
  type FetchedResource,
  type Fetcher,
  type FetcherOptions,
  type FetchRequest,
  type PostRequest,
  type PostResponse,
} from './fetcher.js';
import { parseHttpUrl } from './parse-http-url.js';
import { getPolitely, type PoliteDeps } from './polite-get.js';
import { lookupBySystem } from './resolve-host.js';
import { parseRetryAfterMs } from './retry-after.js';
import { createRobotsCache } from './robots-cache.js';
import { sendRequest } from './send-request.js';
import { createTransport } from './transport.js';

/** A host is asked one thing at a time; then one connection is used again and again. */
const FETCH_SOCKETS_PER_ORIGIN = 1;

/** Webhooks take no turns, and many may go to one chat service. */
const POST_SOCKETS_PER_ORIGIN = 4;

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
  const { url, response, permanentlyMovedTo } = await getPolitely(deps, {
    start: parseHttpUrl(request.url),
    headers: { accept: request.accept, 'accept-encoding': ACCEPT_ENCODING },
    validators: request.validators,
    maxBytes: request.maxBytes,
    obeyRobots,
    signal: request.signal,
  });
  const { status, headers } = response;
  const notModified = status === 304;
  const wireBody = { url, bytes: response.body, contentEncoding: headers.get('content-encoding') };
  return {
    status,
    url: url.href,
    permanentlyMovedTo: permanentlyMovedTo?.href ?? null,
    contentType: headers.get('content-type') ?? null,
    headers,
    body: await decodeBody(wireBody, request.maxBytes),
    validators: readValidators(headers, notModified ? request.validators : undefined),
    notModified,
    freshForMs: null,
  };
}

/** @param sent - what a 304 confirms; it need not repeat them (RFC 9110, section 15.4.5) */
function readValidators(
  headers: ReadonlyMap<string, string>,
  sent: FeedValidators | undefined,
): FeedValidators {
  return {
    etag: headers.get('etag') ?? sent?.etag ?? null,
    lastModified: headers.get('last-modified') ?? sent?.lastModified ?? null,
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
    wantsBody: () => true,
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
