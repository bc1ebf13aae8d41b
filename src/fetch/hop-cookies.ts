/** More than any redirect needs; a bound for hostile servers. */
const MAX_COOKIES = 20;
const MAX_COOKIE_CHARS = 4_096;

/** RFC 6265, section 4.1.1: what name and value may hold; anything else is left out. */
const COOKIE_PAIR = /^[!#$%&'*+.^`|~\w-]+=[\x21-\x7e]*$/;

/** The cookies of one chain of redirects. */
export interface HopCookies {
  keep(url: URL, setCookies: readonly string[]): void;
  /** The `Cookie` header for a URL, null when there is none. */
  headerFor(url: URL): string | null;
}

/**
 * Keeps cookies for the hops of a single fetch, and only for the origin that set them: some sites redirect
 * to the same URL until the cookie comes back. Nothing outlives the fetch, so nobody can track us with it.
 */
export function createHopCookies(): HopCookies {
  const jars = new Map<string, Map<string, string>>();
  let count = 0;
  return {
    keep(url, setCookies) {
      for (const line of setCookies) {
        const pair = line.slice(0, MAX_COOKIE_CHARS).split(';', 1).join('').trim();
        if (count >= MAX_COOKIES || !COOKIE_PAIR.test(pair)) continue;
        const jar = jars.get(url.origin) ?? new Map<string, string>();
        jars.set(url.origin, jar.set(pair.slice(0, pair.indexOf('=')), pair));
        count += 1;
      }
    },
    headerFor(url) {
      const jar = jars.get(url.origin);
      return jar ? [...jar.values()].join('; ') : null;
    },
  };
}
