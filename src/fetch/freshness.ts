import { parseHttpDateMs } from './http-date.js';

/** RFC 9111, section 1.2.2: what a number of seconds too large to hold counts as. */
const MAX_DELTA_SECONDS = 2 ** 31;

/** A directive of `Cache-Control`: a name, perhaps with a token or a quoted string. */
const DIRECTIVE = /([\w-]+)(?:\s{0,5}=\s{0,5}(?:"([^"]*)"|([^\s,;"]*)))?/g;

/**
 * Says how long an answer stays fresh in a private cache (RFC 9111, section 4.2): `max-age`, else `Expires` minus
 * `Date`, each less the `Age` it has already. `s-maxage` is for shared caches and passed over; guesses from
 * `Last-Modified` are not made.
 *
 * @param headers - of the answer, by lower-case name
 * @param nowMs - milliseconds since 1970, when it came
 * @returns milliseconds from now, 0 when it may not be used again unasked; null when the server says nothing
 */
export function freshForMs(headers: ReadonlyMap<string, string>, nowMs: number): number | null {
  const directives = readDirectives(headers.get('cache-control') ?? '');
  // `no-cache="Set-Cookie"` speaks of that header alone.
  if (directives.has('no-store') || directives.get('no-cache') === '') return 0;
  const lifetimeMs = lifetimeOf(headers, directives, nowMs);
  if (lifetimeMs === null) return null;
  const ageSeconds = readSeconds(headers.get('age') ?? '') ?? 0;
  return Math.max(0, lifetimeMs - ageSeconds * 1000);
}

function lifetimeOf(
  headers: ReadonlyMap<string, string>,
  directives: ReadonlyMap<string, string>,
  nowMs: number,
): number | null {
  const maxAge = directives.get('max-age');
  // Section 4.2.1: an answer with a lifetime that cannot be read counts as stale.
  if (maxAge !== undefined) return (readSeconds(maxAge) ?? 0) * 1000;
  const expires = headers.get('expires');
  if (expires === undefined) return null;
  // Section 5.3: anything that is no date, "0" most of all, has expired.
  const expiresMs = parseHttpDateMs(expires, nowMs);
  if (expiresMs === null) return 0;
  return Math.max(0, expiresMs - (parseHttpDateMs(headers.get('date') ?? '', nowMs) ?? nowMs));
}

/** The first of each name counts; names in lower case, '' for a directive without a value. */
function readDirectives(header: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const [, name = '', quoted, token] of header.matchAll(DIRECTIVE)) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? token ?? '');
  }
  return directives;
}

function readSeconds(text: string): number | null {
  return /^\d+$/.test(text.trim()) ? Math.min(Number(text), MAX_DELTA_SECONDS) : null;
}
