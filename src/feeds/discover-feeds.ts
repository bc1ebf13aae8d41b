import { FEED_ADDRESS_PATTERNS, WELL_KNOWN_PATHS } from './feed-address-patterns.js';
import { labelText } from './prose.js';
import { resolveAddress, resolveLink } from './resolve-link.js';
import { tokenizeMarkup, type Attribute } from './tokenize-markup.js';

/** An address that may be a feed. */
export interface FeedCandidate {
  readonly url: string;
  readonly title: string | null;
  /** The media type that the page gives, null where it gives none. */
  readonly type: string | null;
  /** 0 for the likeliest; candidates come in this order. */
  readonly rank: number;
}

type Found = Omit<FeedCandidate, 'rank'> & { readonly score: number };

/** How sure each way of finding a feed is: what the page declares, what is known of its kind, guesses. */
const SCORE = { declared: 100, pattern: 80, linked: 50, wellKnown: 20 } as const;

/** Feeds of comments are seldom what is wanted. */
const COMMENTS_PENALTY = 40;

const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|(?:application|text)\/xml|text\/rss)\b/i;
const FEED_ADDRESS =
  /(?:\.(?:rss|rdf|atom)|\/(?:feed|rss|atom)(?:\.(?:xml|json))?|\/index\.xml|[?&]feed=\w+)\/?$/i;

/** More links of a page than this are not looked at. */
const MAX_CANDIDATES = 100;

/**
 * Finds the feeds of a site from one of its pages: what the page declares (`link rel=alternate`), links
 * that look like feeds, the places where sites of a known kind keep them, and the usual paths.
 *
 * @param page - the HTML, and the address it came from after redirects
 * @returns candidates without repetition, the likeliest first; the well-known paths are guesses that
 *   have to be tried
 */
export function discoverFeeds(page: { readonly html: string; readonly url: string }): FeedCandidate[] {
  const found = [...findInPage(page), ...findByPattern(page.url), ...findWellKnown(page.url)];
  const best = new Map<string, Found>();
  for (const candidate of found) {
    const known = best.get(candidate.url);
    if (known === undefined || known.score < candidate.score) best.set(candidate.url, candidate);
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_CANDIDATES)
    .map(({ url, title, type }, rank) => ({ url, title, type, rank }));
}

function findInPage(page: { readonly html: string; readonly url: string }): Found[] {
  const found: Found[] = [];
  let base: string | null = page.url;
  tokenizeMarkup(page.html, 'html', {
    open(tag, list) {
      const name = tag.toLowerCase();
      if (name !== 'link' && name !== 'a' && name !== 'base') return;
      const attributes = new Map(list.map(([key, value]: Attribute) => [key.toLowerCase(), value]));
      if (name === 'base') base = resolveAddress(attributes.get('href') ?? '', base) ?? base;
      const candidate = readLink(name, attributes, base);
      if (candidate !== null && found.length < MAX_CANDIDATES) found.push(candidate);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

function readLink(name: string, attributes: ReadonlyMap<string, string>, base: string | null): Found | null {
  const url = resolveLink(attributes.get('href') ?? '', base);
  if (url === null) return null;
  const type = attributes.get('type')?.trim().toLowerCase() ?? null;
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const isDeclared =
    relations.includes('feed') || (relations.includes('alternate') && FEED_TYPE.test(type ?? ''));
  if (!isDeclared && !(name === 'a' && FEED_ADDRESS.test(url))) return null;
  const title = labelText(attributes.get('title') ?? '') || null;
  const penalty = /comment/i.test(`${title ?? ''} ${url}`) ? COMMENTS_PENALTY : 0;
  return { url, title, type, score: (isDeclared ? SCORE.declared : SCORE.linked) - penalty };
}

function findByPattern(pageUrl: string): Found[] {
  const address = pageUrl.replace(/[?#].*$/s, '');
  return FEED_ADDRESS_PATTERNS.flatMap(({ page, feeds }) => {
    const match = page.exec(address);
    if (match === null) return [];
    return feeds.map((feed) => ({
      url: feed.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? ''),
      title: null,
      type: null,
      score: SCORE.pattern,
    }));
  });
}

function findWellKnown(pageUrl: string): Found[] {
  return WELL_KNOWN_PATHS.flatMap((path) => {
    const url = resolveLink(path, pageUrl);
    return url === null ? [] : [{ url, title: null, type: null, score: SCORE.wellKnown }];
  });
}
