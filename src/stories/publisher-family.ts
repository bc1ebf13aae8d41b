import { parse } from 'tldts';

/** Houses that lend a name under their own to everybody who writes, and are no public suffix. */
const PLATFORMS = new Set([
  'beehiiv.com',
  'ghost.io',
  'hatenablog.com',
  'livejournal.com',
  'medium.com',
  'substack.com',
  'tumblr.com',
  'wixsite.com',
  'wordpress.com',
]);

/**
 * The publisher's family: the part of a host name that one house registers ("edition.cnn.com" and "www.cnn.com" are
 * cnn.com; "a.github.io" and "b.github.io" are two) by the Public Suffix List, https://publicsuffix.org/list/.
 *
 * @param url - absolute
 * @returns lower case; an address in figures, or a name without a registered part, as it is; '' for a broken URL
 */
export function publisherFamily(url: string): string {
  const host = hostOf(url);
  const { domain, subdomain } = parse(host, { allowPrivateDomains: true, validateHostname: false });
  if (domain === null) return host;
  const writer = PLATFORMS.has(domain) ? (subdomain ?? '').split('.').at(-1) : '';
  return writer === '' || writer === undefined || writer === 'www' ? domain : `${writer}.${domain}`;
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.toLowerCase().replace(/\.$/, '');
  } catch {
    return '';
  }
}
