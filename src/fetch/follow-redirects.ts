import { PermanentError } from '../errors.js';
import type { FeedValidators } from '../model/feed.js';
import { createHopCookies } from './hop-cookies.js';
import { portOf, readHttpUrl } from './parse-http-url.js';
import type { IncomingResponse } from './send-request.js';

const PERMANENT_REDIRECTS: ReadonlySet<number> = new Set([301, 308]);
const TEMPORARY_REDIRECTS: ReadonlySet<number> = new Set([302, 303, 307]);

/** Sends one hop's request, with the headers that depend on where it goes. */
export type SendHop = (url: URL, hopHeaders: Readonly<Record<string, string>>) => Promise<IncomingResponse>;

/** Where a chain of redirects starts and how far it may go. */
export interface Journey {
  readonly start: URL;
  readonly maxRedirects: number;
  /** Sent to the origin they came from, never to another. */
  readonly validators: FeedValidators | undefined;
}

/** Where it ended. */
export interface Arrival {
  readonly url: URL;
  readonly response: IncomingResponse;
  /** Where the leading permanent hops lead, null when the first was not permanent. */
  readonly permanentlyMovedTo: URL | null;
  /** Whether validators were sent with the last hop: only then does a 304 mean anything. */
  readonly wasConditional: boolean;
}

/**
 * Follows redirects by hand, so that every hop passes the guard, robots.txt and the host's turn.
 *
 * @returns the first answer that is no redirect, whatever its status
 * @throws PermanentError `too_many_redirects` or `bad_redirect`; what `send` throws
 */
export async function followRedirects(send: SendHop, journey: Journey): Promise<Arrival> {
  const cookies = createHopCookies();
  const seen = new Set<string>();
  let url = journey.start;
  let permanentlyMovedTo: URL | null = null;
  let isPermanentSoFar = true;

  for (;;) {
    const cookie = cookies.headerFor(url);
    const state = `${url.href} ${cookie ?? ''}`;
    if (seen.has(state)) throw endlessRedirect(journey.start, `leads in a circle through ${url.href}`);
    if (seen.size > journey.maxRedirects) {
      throw endlessRedirect(journey.start, `goes on after ${journey.maxRedirects} redirects`);
    }
    seen.add(state);

    const conditional = mayShareValidators(journey.start, url) ? conditionalHeaders(journey.validators) : {};
    const response = await send(url, {
      ...conditional,
      ...(cookie === null ? {} : { cookie }),
    });
    const isPermanent = PERMANENT_REDIRECTS.has(response.status);
    if (!isPermanent && !TEMPORARY_REDIRECTS.has(response.status)) {
      const wasConditional = Object.keys(conditional).length > 0;
      return { url, response, permanentlyMovedTo, wasConditional };
    }

    cookies.keep(url, response.setCookies);
    url = readTarget(url, response);
    isPermanentSoFar &&= isPermanent;
    if (isPermanentSoFar) permanentlyMovedTo = url;
  }
}

/** To the byte, RFC 9110, sections 13.1.2 and 13.1.3. */
function conditionalHeaders(validators: FeedValidators | undefined): Record<string, string> {
  return {
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

/** Whether validators of one address may be sent to another: the same origin, or its move from http to https on the usual ports. */
export function mayShareValidators(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true;
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:';
  return isUpgrade && from.hostname === to.hostname && portOf(from) === 80 && portOf(to) === 443;
}

function readTarget(from: URL, response: IncomingResponse): URL {
  const location = response.headers.get('location');
  const reading = location ? readHttpUrl(fromUtf8(location), from) : { problem: 'it names no target' };
  if ('url' in reading) return reading.url;
  throw new PermanentError(
    'bad_redirect',
    `The redirect (HTTP ${response.status}) of ${from.href} cannot be followed: ${reading.problem}.`,
    { context: { url: from.href, status: response.status } },
  );
}

/** Headers come as Latin-1; some servers put UTF-8 into Location. */
function fromUtf8(latin1: string): string {
  const text = Buffer.from(latin1, 'latin1').toString('utf8');
  return text.includes('\u{fffd}') ? latin1 : text;
}

function endlessRedirect(start: URL, what: string): PermanentError {
  return new PermanentError('too_many_redirects', `${start.href} ${what}; give the final address instead.`, {
    context: { url: start.href },
  });
}
