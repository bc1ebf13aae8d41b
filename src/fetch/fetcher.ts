import type { ErrorCode } from '../errors.js';
import type { FeedValidators } from '../model/feed.js';
import type { HostSlots } from './host-slots.js';
import type { HostLookup } from './resolve-host.js';

/** How long and how far one fetch may go. */
export interface FetchLimits {
  /** From asking to complete response headers, the connection included, per hop. */
  readonly firstByteTimeoutMs: number;
  /** All hops of one fetch together, waiting for the host's turn not counted. */
  readonly totalTimeoutMs: number;
  readonly maxRedirects: number;
}

/** Generous for a slow publisher, short enough that a dead one does not hold a worker. */
export const DEFAULT_FETCH_LIMITS: FetchLimits = {
  firstByteTimeoutMs: 10_000,
  totalTimeoutMs: 30_000,
  maxRedirects: 5,
};

/** What a fetcher needs to know once. */
export interface FetcherOptions {
  /** Sent with every request: `Product/version (+https://contact)`. Its first word is our name in robots.txt. */
  readonly userAgent: string;
  /** Hosts that may have a private address: an exact host, `host:port`, or `*.suffix`. */
  readonly allowHosts: readonly string[];
  readonly limits?: Partial<FetchLimits>;
  /** Shared by every process that must not ask one host at the same time. */
  readonly slots: HostSlots;
  /** Rest between two requests to one host. */
  readonly hostDelayMs: number;
  /** False ignores robots.txt for every request. */
  readonly obeyRobots: boolean;
  /** Milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number;
  /** Default: the system's resolver. */
  readonly lookup?: HostLookup;
  /** Certificate authorities in PEM that are trusted besides the usual ones. */
  readonly extraCa?: string;
}

/** One polite GET. */
export interface FetchRequest {
  readonly url: string;
  /** Limit of the body, on the wire and after decompression. */
  readonly maxBytes: number;
  /** The `Accept` header. */
  readonly accept: string;
  /** What the last poll of this feed handed back. Never give a feed's validators to a page. */
  readonly validators?: FeedValidators;
  /** Pages obey; a feed is made for machines, so feeds ignore. */
  readonly robots: 'obey' | 'ignore';
  readonly signal?: AbortSignal;
  /** Told of every exchange as it ends, those for robots.txt and redirects included. */
  readonly onHop?: (hop: FetchHop) => void;
}

/** One exchange on the way to a resource. */
export interface FetchHop {
  readonly url: string;
  /** As sent, by lower-case name; those of the connection itself (`Host`) are left out. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Null when no answer came. */
  readonly status: number | null;
  /** By lower-case name; empty when no answer came. */
  readonly responseHeaders: ReadonlyMap<string, string>;
  /** From asking to the end of the body. */
  readonly durationMs: number;
  /** Why no answer came, null when one did. */
  readonly errorCode: ErrorCode | null;
}

/** A 2xx or 304 answer. */
export interface FetchedResource {
  readonly status: number;
  /** The URL that answered, after redirects. */
  readonly url: string;
  /** Where the leading 301 and 308 hops lead, null when the first hop was none of these. */
  readonly permanentlyMovedTo: string | null;
  readonly contentType: string | null;
  /** By lower-case name; a repeated header is joined with ", ". */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed; empty for a 304. */
  readonly body: Uint8Array;
  /**
   * For the next poll, to the byte; a 304 that carries none keeps those that were sent. None where another origin
   * answered than the next poll will ask.
   */
  readonly validators: FeedValidators;
  readonly notModified: boolean;
  /** How long the answer is fresh by the server's word (RFC 9111); 0: not at all, null: it says nothing. */
  readonly freshForMs: number | null;
}

/** One POST, as webhooks need it. */
export interface PostRequest {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** The answer's body is cut there: it is only shown to people. */
  readonly maxResponseBytes: number;
}

/** Whatever a POST was answered with; the caller decides what the status means. */
export interface PostResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly retryAfterMs: number | null;
}

/** The guarded HTTP client. */
export interface Fetcher {
  /**
   * Gets one resource: robots.txt, the host's turn, redirects and decompression included.
   *
   * @throws PermanentError, TransientError or ThrottledError; the signal's reason when aborted
   */
  fetch(request: FetchRequest): Promise<FetchedResource>;
  /**
   * Posts once: same guard and time limits, no redirects, no turns.
   *
   * @throws PermanentError or TransientError when no answer came
   */
  post(request: PostRequest): Promise<PostResponse>;
  /** Waits for running requests and closes the sockets. */
  close(): Promise<void>;
}
