import { FEED_ADDRESS, isFeedType } from './feed-signs.js';
import { feedsInJsonLd } from './feeds-in-json-ld.js';
import { guessFeeds } from './guess-feeds.js';
import { labelText } from './prose.js';
import { readLinkHeader } from './read-link-header.js';
import { readPageFacts, type PageFacts, type PageLink } from './read-page-facts.js';
import { resolveLink } from './resolve-link.js';

/** A page that may know of feeds. */
export interface DiscoverablePage {
  readonly html: string;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** The `Link` header of the answer. */
  readonly linkHeader?: string | null;
}

/** An address that may be a feed. */
export interface FeedCandidate {
  readonly url: string;
  readonly title: string | null;
  /** The media type that the page gives, null where it gives none. */
  readonly type: string | null;
  /** `declared` where the page itself names it, `guessed` where it has to be tried. */
  readonly kind: 'declared' | 'guessed';
  /** How it was found, in words for a person. */
  readonly found: string;
  /** 0 for the likeliest; candidates come in this order. */
  readonly rank: number;
}

type Found = Omit<FeedCandidate, 'rank'> & { readonly score: number };

/** How sure each way of finding a declared feed is. */
const SCORE = { alternate: 100, header: 95, jsonLd: 70, linked: 50, named: 40 } as const;

/** Feeds of comments are seldom what is wanted: they come last. */
const COMMENTS_PENALTY = 90;

/** The feed of a whole site comes before those of its parts, within one way of finding. */
const SECTION_PENALTY = 2;

const COMMENTS = /\bcomments?\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios?\b/i;
const SECTION =
  /\/(?:category|categories|tag|tags|author|topics?|sections?)\/|[?&](?:cat|tag|author|topic)=/i;

/** More candidates than this are not told. */
const MAX_CANDIDATES = 100;

/** What a link says that leads to a feed whatever its address. */
const FEED_WORDS =
  /^(?:rss|atom|xml|rss 2\.0|json feed)(?:[ -]feed)?$|^(?:subscribe|follow)(?: us)? (?:via|by|with) (?:rss|atom)$/i;

/** Feed readers: their addresses end in the address of a feed. */
const READERS =
  /^https?:\/\/(?:www\.)?(?:feedly|inoreader|newsblur|netvibes|theoldreader|bazqux|feedbin|follow\.it)\b/i;

/**
 * Finds the feeds of a site from one of its pages. What the page itself names (`link rel=alternate`, the `Link` header,
 * JSON-LD, links that look like feeds) is `declared`; what is only known of sites of its kind, and the usual
 * paths, is `guessed` and has to be tried.
 *
 * @returns candidates without repetition, declared ones first, the likeliest of each kind first
 */
export function discoverFeeds(page: DiscoverablePage): FeedCandidate[] {
  const facts = readPageFacts(page.html, page.url);
  const declared = [...findInHeader(page), ...findInLinks(facts), ...findInJsonLd(facts)].map((found) => ({
    ...found,
    score: found.score - penaltyOf(found, page.url),
  }));
  const guesses = guessFeeds({
    url: page.url,
    html: page.html,
    generator: facts.generator,
    canonicalUrl: facts.canonical === null ? null : resolveLink(facts.canonical, page.url),
  }).map(({ url, found }): Found => ({ url, title: null, type: null, kind: 'guessed', found, score: 0 }));
  // The sort is stable: within one score the order of the page holds, for guesses their own.
  return [...mergeSame(declared).sort((a, b) => b.score - a.score), ...guesses]
    .filter(isFirstOfAddress())
    .slice(0, MAX_CANDIDATES)
    .map(({ url, title, type, kind, found }, rank) => ({ url, title, type, kind, found, rank }));
}

function findInHeader(page: DiscoverablePage): Found[] {
  return readLinkHeader(page.linkHeader ?? '').flatMap(({ target, relations, type, title }) => {
    const url = resolveLink(target, page.url);
    if (url === null || !isDeclared(relations, type ?? '', url)) return [];
    return [declare(url, { title, type, found: 'Link header', score: SCORE.header })];
  });
}

function findInLinks({ links, base }: PageFacts): Found[] {
  return links.flatMap((link) => {
    const url = resolveLink(withoutFeedScheme(link.href), base);
    if (url === null) return [];
    const { title, type } = link;
    if (isDeclared(link.relations, type, url)) {
      return [declare(url, { title, type, found: `${link.element} rel=alternate`, score: SCORE.alternate })];
    }
    const score = link.element === 'a' ? scoreOfAnchor(link, url) : null;
    return score === null ? [] : [declare(url, { title, type, found: 'linked from the page', score })];
  });
}

function findInJsonLd({ jsonLd, base }: PageFacts): Found[] {
  return jsonLd.flatMap(feedsInJsonLd).flatMap(({ href, type, title }) => {
    const url = resolveLink(href, base);
    return url === null ? [] : [declare(url, { title, type, found: 'JSON-LD', score: SCORE.jsonLd })];
  });
}

function declare(
  url: string,
  { title, type, found, score }: { title: string | null; type: string | null; found: string; score: number },
): Found {
  const label = labelText(title ?? '');
  const mediaType = (type ?? '').trim().toLowerCase();
  return {
    url,
    title: label === '' ? null : label,
    type: mediaType === '' ? null : mediaType,
    kind: 'declared',
    found,
    score,
  };
}

/** https://html.spec.whatwg.org/#rel-alternate, and `rel=feed` from before it. */
function isDeclared(relations: readonly string[], type: string, url: string): boolean {
  if (relations.includes('stylesheet')) return false;
  return relations.includes('feed') || (relations.includes('alternate') && isFeedType(type, url));
}

function scoreOfAnchor({ text, title, type }: PageLink, url: string): number | null {
  if (READERS.test(url)) return null;
  if (FEED_ADDRESS.test(url) || isFeedType(type, '')) return SCORE.linked;
  return [text, title].some((words) => FEED_WORDS.test(labelText(words))) ? SCORE.named : null;
}

function penaltyOf({ title, url }: Found, pageUrl: string): number {
  const { pathname } = new URL(pageUrl);
  const comments = COMMENTS.test(`${title ?? ''} ${url}`) ? COMMENTS_PENALTY : 0;
  // On a section's page its own feed is meant.
  const isOfPage = pathname !== '/' && new URL(url).pathname.startsWith(pathname);
  return comments + (SECTION.test(url) && !isOfPage ? SECTION_PENALTY : 0);
}

/** One address named in several ways is one candidate: the surest way, with what the others know besides. */
function mergeSame(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const candidate of found) {
    const key = sameAddress(candidate.url);
    const known = best.get(key);
    const [first, second] =
      known !== undefined && known.score >= candidate.score ? [known, candidate] : [candidate, known];
    best.set(key, {
      ...first,
      title: first.title ?? second?.title ?? null,
      type: first.type ?? second?.type ?? null,
    });
  }
  return [...best.values()];
}

function isFirstOfAddress(): (candidate: Found) => boolean {
  const seen = new Set<string>();
  return ({ url }) => {
    const key = sameAddress(url);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

/** Scheme, `www.` and a slash at the end seldom tell two feeds apart. */
function sameAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/(?=$|\?)/, '');
}

/** `feed:` once opened a feed reader: https://en.wikipedia.org/wiki/Feed_URI_scheme */
function withoutFeedScheme(href: string): string {
  return href.replace(/^\s*feed:(?:\/\/)?(?=https?:)/i, '').replace(/^\s*feed:\/\//i, 'http://');
}
