import { FEED_ADDRESS_PATTERNS, WELL_KNOWN_PATHS } from './feed-address-patterns.js';
import { FEED_GENERATORS, type FeedGenerator } from './feed-generators.js';
import { resolveLink } from './resolve-link.js';

/** What guesses are made from. */
export interface GuessablePage {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly html: string;
  /** What `<meta name="generator">` says, '' when it says nothing. */
  readonly generator: string;
  /** What the page calls its own address (`rel=canonical`, `og:url`); null when it says nothing. */
  readonly canonicalUrl: string | null;
}

/** An address where a feed may be. */
export interface FeedGuess {
  readonly url: string;
  /** Why it was thought of, in words for a person. */
  readonly found: string;
}

/**
 * Thinks of addresses where a site may keep its feeds: how the platform names them, how the software that made
 * the page names them, and the usual paths. They have to be tried.
 *
 * @returns the likeliest first, perhaps with repetitions
 */
export function guessFeeds(page: GuessablePage): FeedGuess[] {
  const addresses = [page.url, ...(page.canonicalUrl === null ? [] : [page.canonicalUrl])];
  return [
    ...addresses.flatMap(guessByPattern),
    ...FEED_GENERATORS.flatMap((kind) => guessByGenerator(kind, page)),
    ...guessWellKnown(page.url),
  ];
}

function guessByPattern(pageUrl: string): FeedGuess[] {
  const address = withoutFragment(pageUrl);
  return FEED_ADDRESS_PATTERNS.flatMap(({ platform, page, feeds }) => {
    const match = page.exec(address);
    if (match === null) return [];
    return toGuesses(feeds, (feed) => fillIn(feed, match), `how ${platform} names its feeds`);
  });
}

function guessByGenerator(kind: FeedGenerator, { url, html, generator }: GuessablePage): FeedGuess[] {
  const address = withoutFragment(url);
  if (kind.page?.test(address) === false || kind.generator?.test(generator) === false) return [];
  const match = kind.markup === undefined ? [] : kind.markup.exec(html);
  if (match === null) return [];
  return toGuesses(
    kind.feeds,
    (feed) => resolveTemplate(fillIn(feed, match), address),
    `where ${kind.software} keeps its feed`,
  );
}

/** See FeedGenerator: `./` and a mere suffix are relative to the page as if it were a folder, or a name. */
function resolveTemplate(template: string, pageUrl: string): string | null {
  const path = pageUrl.replace(/\?.*$/s, '').replace(/\/+$/, '');
  if (template.startsWith('./')) return resolveLink(template.slice(2), `${path}/`);
  if (template.startsWith('.')) return resolveLink(`${path}${template}`, null);
  return resolveLink(template, pageUrl);
}

function guessWellKnown(pageUrl: string): FeedGuess[] {
  return toGuesses(WELL_KNOWN_PATHS, (path) => resolveLink(path, pageUrl), 'a path that is usual for feeds');
}

function toGuesses(
  templates: readonly string[],
  resolve: (template: string) => string | null,
  found: string,
): FeedGuess[] {
  return templates.flatMap((template) => {
    const url = resolve(template);
    return url === null ? [] : [{ url, found }];
  });
}

function fillIn(template: string, match: readonly (string | undefined)[]): string {
  return template.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
