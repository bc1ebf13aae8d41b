/** Longer addresses are no addresses: servers and browsers refuse them from 8 kB on. */
const MAX_URL_LENGTH = 8_000;

/**
 * The absolute address of a link as it stands in a feed.
 *
 * @param link - as written; line breaks and tabs inside are taken out, as browsers do
 * @param base - an absolute address, or null
 * @returns an http(s) URL, or null for anything else (other schemes, relative without a base, junk)
 */
export function resolveLink(link: string, base: string | null): string | null {
  const resolved = resolveAddress(link, base);
  return resolved !== null && /^https?:/.test(resolved) ? resolved : null;
}

/**
 * An absolute address that stays as it is when it is resolved: small letters in a host without numbers or Punycode, and
 * a path that has no dots to follow and nothing to escape.
 */
const RESOLVED =
  /^https?:\/\/[a-z][a-z\d]*(?:[.-][a-z][a-z\d]*)*\/(?:[\w~!$&()*+,;=:@/-]|(?<!\/)\.)*(?:\?[\w.~!$&()*+,;=:@/?-]*)?$/;

/**
 * Like resolveLink, whatever the scheme: for `xml:base`, and to tell addresses from other names.
 *
 * @returns an absolute URL, or null
 */
export function resolveAddress(link: string, base: string | null): string | null {
  if (link.length <= MAX_URL_LENGTH && RESOLVED.test(link)) return link;
  const compact = link.replace(/[\t\n\r]/g, '').trim();
  if (compact === '' || compact.length > MAX_URL_LENGTH) return null;
  try {
    return new URL(compact, base ?? undefined).href;
  } catch {
    // Not an address: a normal thing for a feed to contain.
    return null;
  }
}
