import { PermanentError } from '../errors.js';
import { unwrapUrl } from './unwrap-url.js';

/**
 * Query parameters that say how a reader came, never what is read. Names are from the makers' own documents:
 * Google (gclid, dclid, utm_*), Meta (fbclid, igsh), Microsoft (msclkid), Mailchimp (mc_*), HubSpot (_hs*), X (twclid),
 * TikTok (ttclid), Yandex (yclid), Adobe (s_cid), AT Internet (xtor), Piano (at_*), BBC and others (ns_*, ocid, cmpid).
 */
const TRACKING_PARAMETER =
  /^(?:utm_.*|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|igshid|igsh|msclkid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|__hstc|__hssc|hsctatracking|twclid|ttclid|yclid|ysclid|_openstat|s_cid|xtor|at_(?:medium|campaign|link.*|format|ptr.*|bbc.*)|ns_(?:mchannel|source|campaign|linkname|fee)|ocid|cmpid|cmp|ito|icid|_ga|_gl|vero_id|oly_(?:anon|enc)_id|wt_?mc|sr_share|share|ref_?src|__twitter_impression|guccounter|guce_.*|ncid|traffic_source|smid|smtyp|partner)$/i;

/** Wrappers in wrappers are followed so deep. */
const MAX_WRAPPERS = 3;

/**
 * One spelling for one page: the address that a wrapper carries, lower-case host, no default port, no fragment, no tracking parameters, no empty query.
 * The order of the other parameters and a trailing slash stay: servers may tell them apart.
 *
 * @param url - an absolute URL
 * @returns the URL in its normal form (WHATWG URL, RFC 3986 section 6.2)
 * @throws PermanentError `bad_url` when it is not an absolute http(s) URL with a host
 */
export function canonicaliseUrl(url: string): string {
  const parsed = unwrap(parseUrl(url.trim()));
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new PermanentError(
      'bad_url',
      `"${url.slice(0, 200)}" is not a web address; give an absolute http or https URL.`,
      {
        context: { url: url.slice(0, 500) },
      },
    );
  }
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  // A dot at the end of a host name means the same host (RFC 1034 section 3.1).
  parsed.hostname = parsed.hostname.replace(/\.$/, '');
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING_PARAMETER.test(pair.split('=', 1)[0] ?? ''))
    .join('&');
  // The setter swallows one leading question mark, and a query may begin with one.
  parsed.search = query === '' ? '' : `?${query}`;
  return parsed.href;
}

function unwrap(url: URL | null): URL | null {
  let current = url;
  for (let depth = 0; current !== null && depth < MAX_WRAPPERS; depth++) {
    const inner = unwrapUrl(current);
    const unwrapped = inner === null ? null : parseUrl(inner);
    if (unwrapped === null) break;
    current = unwrapped;
  }
  return current;
}

/** The URL that a page's own `reference` points to, in normal form; null when it is no web address. */
export function resolveUrl(reference: string, base: string): string | null {
  const resolved = absoluteUrl(reference, base);
  return resolved === null ? null : canonicaliseUrl(resolved);
}

/** The URL that a page's own `reference` points to, with all its parameters; null when it is no web address. */
export function absoluteUrl(reference: string, base: string): string | null {
  const resolved = parseUrl(reference.trim(), base);
  return resolved !== null && /^https?:$/.test(resolved.protocol) ? resolved.href : null;
}

function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}
