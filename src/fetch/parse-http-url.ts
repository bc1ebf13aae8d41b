import { PermanentError } from '../errors.js';

/** RFC 9110, section 4.1, asks for at least 8,000; nothing sane is longer. */
const MAX_URL_CHARS = 8_000;

/** A URL that may be asked, or the reason why not, in words. */
export type HttpUrlReading = { readonly url: URL } | { readonly problem: string };

/**
 * Reads an absolute http(s) URL without credentials; the fragment is dropped.
 *
 * Odd spellings of IP addresses (decimal, octal, hexadecimal) come out in dotted form, as the
 * WHATWG URL standard asks: https://url.spec.whatwg.org/#concept-ipv4-parser
 *
 * @param text - as given by a person, a feed or a `Location` header
 * @param base - what a relative reference is resolved against
 */
export function readHttpUrl(text: string, base?: URL): HttpUrlReading {
  if (text.length > MAX_URL_CHARS) return { problem: `it is longer than ${MAX_URL_CHARS} characters` };
  if (!URL.canParse(text, base?.href)) return { problem: 'it is not a URL' };
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { problem: `only http and https are fetched, not ${url.protocol.slice(0, -1)}` };
  }
  if (url.username !== '' || url.password !== '') return { problem: 'it holds a user name or password' };
  url.hash = '';
  return { url };
}

/**
 * As {@link readHttpUrl}, for the URL of a request.
 *
 * @throws PermanentError `bad_url`
 */
export function parseHttpUrl(text: string): URL {
  const reading = readHttpUrl(text);
  if ('url' in reading) return reading.url;
  const shown = withoutCredentials(text).slice(0, 200);
  throw new PermanentError('bad_url', `Cannot fetch ${shown}: ${reading.problem}. Correct the address.`, {
    context: { url: shown },
  });
}

/** The key of a host's turn: name (a trailing dot is the same host) and port. */
export function hostKey(url: URL): string {
  return `${url.hostname.replace(/\.$/, '')}:${portOf(url)}`;
}

/** The port that a URL means, the scheme's default included. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Messages are logged and shown: no password may stand in them. */
function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//…@');
}
