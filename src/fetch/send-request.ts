import type { Dispatcher } from 'undici';
import { describeNetworkError, isHttp2Failure, type ExchangePhase } from './describe-network-error.js';
import { readBody, type Overflow } from './read-body.js';
import { startRequestTimer, type RequestTimes } from './request-timer.js';
import type { Transport } from './transport.js';

/** Other bodies are read up to here: an error page may say what stands in the way, and the connection can be used again. */
const MAX_UNWANTED_BYTES = 64 * 1024;

/** One request, headers in lower case. */
export interface OutgoingRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Limit of the answer's body on the wire. */
  readonly maxBytes: number;
  readonly overflow: Overflow;
  /** Which answers' bodies are wanted whole; of the others only the beginning is read. */
  readonly wantsBody: (status: number) => boolean;
  readonly times: RequestTimes;
  readonly signal: AbortSignal | undefined;
}

/** What came back. */
export interface IncomingResponse {
  readonly status: number;
  /** By lower-case name, bytes as Latin-1; a repeated header is joined with ", ". */
  readonly headers: ReadonlyMap<string, string>;
  readonly setCookies: readonly string[];
  /** As on the wire: still compressed. At most 64 KiB where it was not wanted. */
  readonly body: Uint8Array;
}

/**
 * One exchange over the guarded transport, nothing followed or decoded.
 *
 * @throws TransientError for every failure of the transport, PermanentError `address_forbidden` or
 *   `body_too_large`, the signal's reason when aborted
 */
export async function sendRequest(transport: Transport, request: OutgoingRequest): Promise<IncomingResponse> {
  const { url } = request;
  const timer = startRequestTimer(url, request.times, request.signal);
  let phase: ExchangePhase = 'asking';
  try {
    const answer = await transport.dispatcherFor(url).request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      signal: timer.signal,
    });
    phase = 'reading';
    timer.headersCame();
    return {
      status: answer.statusCode,
      headers: toHeaderMap(answer.headers),
      setCookies: toList(answer.headers['set-cookie']),
      body: await takeBody(answer, request),
    };
  } catch (error) {
    timer.signal.throwIfAborted();
    if (isHttp2Failure(error)) transport.avoidHttp2(url);
    throw describeNetworkError(error, url, phase);
  } finally {
    timer.stop();
  }
}

async function takeBody(answer: Dispatcher.ResponseData, request: OutgoingRequest): Promise<Uint8Array> {
  if (request.wantsBody(answer.statusCode)) return readBody(answer, request);
  try {
    const maxBytes = Math.min(request.maxBytes, MAX_UNWANTED_BYTES);
    return await readBody(answer, { url: request.url, maxBytes, overflow: 'cut' });
  } catch {
    // The status says all: a body that breaks off, or never ends, does not change it.
    request.signal?.throwIfAborted();
    return new Uint8Array();
  }
}

function toHeaderMap(headers: Dispatcher.ResponseData['headers']): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2's pseudo headers are no headers.
    if (value !== undefined && !name.startsWith(':')) map.set(name, toList(value).join(', '));
  }
  return map;
}

function toList(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
