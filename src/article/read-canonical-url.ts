import { resolveUrl } from './canonical-url.js';
import { firstMeta, type PageSource } from './page-source.js';
import { hostOf } from './read-site.js';

/** The front page of a site or of one of its languages. */
const HOME_PAGE =
  /^https?:\/\/[^/?#]+(?:\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?|(?:index|default|home)(?:\.\w{1,5})?\/?)?)?$/i;
/** Where servers send what they do not find, and readers who are not signed in. */
const ERROR_PAGE =
  /\/(?:404|403|410|500|error|errors|not-?found|page-not-found|login|signin|sign-in|register|consent|unavailable|undefined|null)(?:[./?]|$)/i;
/** An address within the path: a template wrote it where a path belongs. */
const NESTED_ADDRESS = /^https?:\/\/.*https?(?::|%3a)/i;
/** Machines that no reader reaches: the name was left over from where the page was built. */
const INTERNAL_HOST =
  /^(?:[^.]+|localhost|(?:\d{1,3}\.){3}\d{1,3}|.*\.(?:local|internal|test|lan)|(?:staging|stage|preview|dev|origin)[.-].*)$/i;
const AMP_PAGE = /[/.?&]amp(?:[/=.&]|$)/i;

/**
 * The address that a page gives itself, when it may be believed: `rel=canonical`, then og:url.
 *
 * A template's mistakes are passed over: the front page, an error or login page, an internal host, a section that the
 * page's own address lies in, the AMP twin.
 *
 * @param source - the page
 * @returns in normal form; the address it was fetched from when the page names no better
 */
export function readCanonicalUrl({ links, meta, url }: PageSource): string | null {
  const own = resolveUrl(url, 'https://invalid.invalid/');
  const declared = [links.get('canonical'), firstMeta(meta, ['og:url'])];
  for (const reference of declared) {
    const resolved =
      reference === undefined || reference === null || reference.trim() === ''
        ? null
        : resolveUrl(reference, url);
    if (resolved !== null && (own === null || isPlausible(resolved, own))) return resolved;
  }
  return own;
}

function isPlausible(canonical: string, own: string): boolean {
  if (canonical === own) return true;
  return (
    (HOME_PAGE.test(own) || !HOME_PAGE.test(canonical)) &&
    !ERROR_PAGE.test(canonical) &&
    !NESTED_ADDRESS.test(canonical.replace(/[?#].*$/s, '')) &&
    !(INTERNAL_HOST.test(hostOf(canonical)) && hostOf(canonical) !== hostOf(own)) &&
    !(AMP_PAGE.test(canonical) && !AMP_PAGE.test(own)) &&
    !isSectionOf(canonical, own)
  );
}

/** "/world/" of "/world/ferry-sinks-1234": one word without figures or hyphens is a section, not an article. */
function isSectionOf(canonical: string, own: string): boolean {
  const folder = canonical.endsWith('/') ? canonical : `${canonical}/`;
  const inside = own.startsWith(folder) ? own.slice(folder.length) : '';
  return /[\d-]/.test(inside.split(/[/?]/)[0] ?? '') && /\/[\p{L}%]{2,30}\/$/u.test(folder);
}
