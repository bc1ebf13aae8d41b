import { errorCodeOf, PermanentError, TransientError } from '../errors.js';
import type { FeedValidators } from '../model/feed.js';
import { decodeBeginning, decodeBody, type WireBody } from './decode-body.js';
import { errorForStatus } from './error-for-status.js';
import type { FetchHop, FetchLimits } from './fetcher.js';
import { followRedirects, type Arrival } from './follow-redirects.js';
import { createHostTurns, type HostTurns } from './host-turns.js';
import type { HostSlots } from './host-slots.js';
import type { Overflow } from './read-body.js';
import type { RobotsCache } from './robots-cache.js';
import { MAX_ROBOTS_BYTES, parseRobotsTxt, type RobotsRules } from './robots-rules.js';
import { sendRequest, type IncomingResponse } from './send-request.js';
import type { Transport } from './transport.js';

/** A holder that died frees its host this much after the latest moment it could have finished. */
const LEASE_SLACK_MS = 5_000;

/** What every polite request needs. */
export interface PoliteDeps {
  readonly transport: Transport;
  readonly slots: HostSlots;
  readonly robots: RobotsCache;
  readonly userAgent: string;
  readonly hostDelayMs: number;
  readonly limits: FetchLimits;
  readonly now: () => number;
}

/** One resource to get. */
export interface PoliteRequest {
  readonly start: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly validators: FeedValidators | undefined;
  readonly maxBytes: number;
  readonly obeyRobots: boolean;
  readonly signal: AbortSignal | undefined;
  readonly onHop: ((hop: FetchHop) => void) | undefined;
}

/** What is left and held while one request and its robots.txt are under way. */
interface Errand {
  readonly turns: HostTurns;
  readonly signal: AbortSignal | undefined;
  readonly onHop: ((hop: FetchHop) => void) | undefined;
  remainingMs: number;
}

/**
 * Gets one resource the way its publisher would like: robots.txt first, in the host's turn, at its pace.
 *
 * @returns the answer that ends the redirects, its body still compressed; the status is 2xx or 304
 * @throws PermanentError, TransientError, ThrottledError; the signal's reason when aborted
 */
export async function getPolitely(deps: PoliteDeps, request: PoliteRequest): Promise<Arrival> {
  const { limits } = deps;
  // Robots.txt and resource may each take every redirect on one and the same host.
  const maxHops = 2 * (limits.maxRedirects + 1);
  const leaseMs = (delayMs: number): number => limits.totalTimeoutMs + maxHops * delayMs + LEASE_SLACK_MS;
  const turns = createHostTurns(deps.slots, leaseMs, request.signal);
  const { signal, onHop } = request;
  const errand: Errand = { turns, signal, onHop, remainingMs: limits.totalTimeoutMs };
  try {
    return await travel(deps, errand, { ...request, overflow: 'fail' });
  } finally {
    await turns.giveBack();
  }
}

type Travel = PoliteRequest & { readonly overflow: Overflow };

async function travel(deps: PoliteDeps, errand: Errand, request: Travel): Promise<Arrival> {
  const send = async (url: URL, hopHeaders: Readonly<Record<string, string>>): Promise<IncomingResponse> => {
    if (request.obeyRobots) await obeyRobots(deps, errand, url);
    return sendHop(deps, errand, request, url, hopHeaders);
  };
  const { start, validators } = request;
  const arrival = await followRedirects(send, { start, validators, maxRedirects: deps.limits.maxRedirects });
  const { status, headers } = arrival.response;
  if (!isContent(status)) {
    const refusal = {
      url: arrival.url.href,
      status,
      headers,
      body: await decodeBeginning(wireBodyOf(arrival)),
    };
    throw errorForStatus(refusal, deps.now());
  }
  if (status === 304 && !arrival.wasConditional) throw unasked304(arrival.url);
  return arrival;
}

/** RFC 9110, section 15.4.5: only a conditional request may be answered so. There is nothing that is unchanged. */
function unasked304(url: URL): TransientError {
  return new TransientError(
    'unasked_304',
    `${url.host} says that nothing changed (HTTP 304), but was not asked that: ${url.href}. A cache in between is at fault; it may heal by itself.`,
    { context: { url: url.href, status: 304 } },
  );
}

/** The body of the answer that ended the redirects, as it came. */
export function wireBodyOf({ url, response }: Arrival): WireBody {
  return { url, bytes: response.body, contentEncoding: response.headers.get('content-encoding') };
}

async function sendHop(
  deps: PoliteDeps,
  errand: Errand,
  request: Travel,
  url: URL,
  hopHeaders: Readonly<Record<string, string>>,
): Promise<IncomingResponse> {
  const crawlDelayMs = deps.robots.crawlDelayMs(url.origin);
  await errand.turns.take(url, { delayMs: deps.hostDelayMs, crawlDelayMs });
  const headers = { 'user-agent': deps.userAgent, ...request.headers, ...hopHeaders };
  const startedAt = performance.now();
  const tell = (outcome: Pick<FetchHop, 'status' | 'responseHeaders' | 'errorCode'>): void => {
    errand.onHop?.({
      url: url.href,
      requestHeaders: headers,
      durationMs: performance.now() - startedAt,
      ...outcome,
    });
  };
  try {
    const response = await sendRequest(deps.transport, {
      url,
      method: 'GET',
      headers,
      maxBytes: request.maxBytes,
      overflow: request.overflow,
      wantsBody: isContent,
      times: { firstByteTimeoutMs: deps.limits.firstByteTimeoutMs, totalTimeoutMs: errand.remainingMs },
      signal: errand.signal,
    });
    tell({ status: response.status, responseHeaders: response.headers, errorCode: null });
    return response;
  } catch (error) {
    tell({ status: null, responseHeaders: new Map(), errorCode: errorCodeOf(error) });
    throw error;
  } finally {
    errand.remainingMs -= performance.now() - startedAt;
  }
}

async function obeyRobots(deps: PoliteDeps, errand: Errand, url: URL): Promise<void> {
  const robotsUrl = new URL('/robots.txt', url);
  const rules = await deps.robots.rulesFor(url.origin, () => loadRobots(deps, errand, robotsUrl));
  if (rules.isAllowed(url)) return;
  throw new PermanentError('robots_disallowed', `${robotsUrl.href} asks robots not to fetch ${url.href}.`, {
    context: { url: url.href },
  });
}

async function loadRobots(
  deps: PoliteDeps,
  errand: Errand,
  robotsUrl: URL,
): Promise<{ rules: RobotsRules; bytes: number }> {
  const arrival = await travel(deps, errand, {
    start: robotsUrl,
    headers: { accept: 'text/plain, */*;q=0.1', 'accept-encoding': 'identity' },
    validators: undefined,
    maxBytes: MAX_ROBOTS_BYTES,
    overflow: 'cut',
    obeyRobots: false,
    signal: errand.signal,
    onHop: errand.onHop,
  });
  const bytes = await decodeBody(wireBodyOf(arrival), MAX_ROBOTS_BYTES);
  return { rules: parseRobotsTxt(robotsUrl, bytes, deps.userAgent), bytes: bytes.byteLength };
}

function isContent(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}
