import { canonicaliseUrl } from './canonical-url.js';

/** Names before a site's own that serve the same pages to other machines. */
const HOST_PREFIX = /^(?:www\d?|m|mobile|mobil|amp|touch)\./;

/** What tells the AMP twin from its page: a folder at either end of the path, an ending, a parameter. */
const AMP_FOLDER = /^\/amp(?=\/)|\/amp\/?$/;
const AMP_ENDING = /\.amp(?=\.html?$|$)/;
const AMP_PARAMETER = /^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$/i;

/**
 * What the addresses of one page have in common: no scheme, no `www.`, `m.` or `amp.`, no slash at the end, no mark of
 * AMP. Not an address to ask for: it tells that two stored pages are one, once both were fetched.
 *
 * @param url - an absolute http(s) URL
 * @throws PermanentError `bad_url` as `canonicaliseUrl` does
 */
export function addressKey(url: string): string {
  const { host, pathname, search } = new URL(canonicaliseUrl(url));
  const path = pathname.replace(AMP_FOLDER, '').replace(AMP_ENDING, '').replace(/\/+$/, '');
  const query = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !AMP_PARAMETER.test(pair))
    .join('&');
  return `${siteHost({ host })}${path}${query === '' ? '' : `?${query}`}`;
}

/** Host and port without the prefixes that sites use for the same pages. */
export function siteHost({ host }: Pick<URL, 'host'>): string {
  return host.replace(HOST_PREFIX, '');
}
