import { writeFeed, type FeedShape, type FeedSyntax, type WrittenFeed } from './write-feed.js';

/** A set of feeds that is read over and over, and what must come out. */
export interface FeedCase {
  readonly name: FeedCaseName;
  readonly syntax: FeedSyntax | 'mixed';
  readonly feeds: readonly WrittenFeed[];
}

/** The feeds of each case. The names say syntax and items. */
const SHAPES = {
  'rss-10': [{ syntax: 'rss', items: 10, words: 40, content: 'none' }],
  'rss-20': [{ syntax: 'rss', items: 20, words: 40, content: 'cdata' }],
  'rss-50': [{ syntax: 'rss', items: 50, words: 40, content: 'cdata' }],
  'rss-5000': [{ syntax: 'rss', items: 5_000, words: 40, content: 'cdata' }],
  'atom-50': [{ syntax: 'atom', items: 50, words: 40, content: 'escaped' }],
  'atom-2000': [{ syntax: 'atom', items: 2_000, words: 40, content: 'none' }],
  'json-50': [{ syntax: 'json', items: 50, words: 40, content: 'cdata' }],
  'polling-day': pollingDay(),
} as const satisfies Readonly<Record<string, readonly FeedShape[]>>;

export type FeedCaseName = keyof typeof SHAPES;

export const FEED_CASE_NAMES = Object.keys(SHAPES) as readonly FeedCaseName[];

/** Writes the feeds of a case: the same bytes on every call and every machine. */
export function makeFeedCase(name: FeedCaseName): FeedCase {
  const shapes: readonly FeedShape[] = SHAPES[name];
  const syntaxes = new Set(shapes.map((shape) => shape.syntax));
  const [syntax = 'mixed'] = syntaxes.size === 1 ? syntaxes : [];
  return { name, syntax, feeds: shapes.map((shape, at) => writeFeed(shape, at)) };
}

/**
 * What a poller sees in a round over sixty sites: mostly ten to fifty items, headlines with a short description more
 * often than whole articles, RSS three times as often as Atom, and a few archives that were never cut.
 */
function pollingDay(): FeedShape[] {
  return Array.from({ length: 60 }, (_, at): FeedShape => {
    const items = at % 20 === 19 ? 300 : 10 + ((at * 7) % 41);
    if (at % 4 === 3) return { syntax: 'atom', items, words: 30, content: at % 8 === 3 ? 'escaped' : 'none' };
    return { syntax: 'rss', items, words: 30, content: at % 3 === 0 ? 'cdata' : 'none' };
  });
}
