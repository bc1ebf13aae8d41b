import type { FeedFormat } from '../model/feed.js';
import { endOfDeclaration } from './skip-declaration.js';

/** The formats that are read as RSS or Atom. */
export type XmlFeedFormat = Exclude<FeedFormat, 'json-feed' | 'sitemap'>;

/** What a body turned out to be. `at` is where the feed begins, past the prolog and leading junk. */
export type DetectedFormat =
  | {
      readonly kind: 'xml';
      readonly format: XmlFeedFormat;
      readonly at: number;
      /** Whether something stands before the feed that no XML document begins with: warnings of PHP, say. */
      readonly hasJunk: boolean;
    }
  | { readonly kind: 'json' }
  | { readonly kind: 'sitemap'; readonly at: number }
  | { readonly kind: 'sitemap-index'; readonly at: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly root: string | null };

const FORMAT_BY_ROOT: ReadonlyMap<string, XmlFeedFormat> = new Map([
  ['rss', 'rss'],
  // The Channel Definition Format has no `rss` around its channel.
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
]);

const FEED_ROOT = /<(?:[\w.-]{1,60}:)?(rss|rdf|feed|channel)(?=[\s>/])/gi;
const ELEMENT_NAME = /<(?:[\w.-]{1,60}:)?([A-Za-z_][\w.-]{0,60})/y;

/** Elements that only a web page begins with. */
const HTML_ROOTS: ReadonlySet<string> = new Set(['html', 'head', 'body']);

/**
 * Tells the formats apart by the first element, whatever the server said. Junk before a feed (warnings
 * of PHP, blank lines, comments) is skipped.
 *
 * @param text - the decoded body
 */
export function detectFormat(text: string): DetectedFormat {
  const start = text.search(/[^\s\p{Cc}\ufeff\ufffd]/u);
  if (start === -1) return { kind: 'empty' };
  const first = text.charAt(start);
  if (first === '{' || first === '[') return { kind: 'json' };
  const prolog = skipProlog(text, start);
  ELEMENT_NAME.lastIndex = prolog.end;
  const name = ELEMENT_NAME.exec(text)?.[1]?.toLowerCase() ?? null;
  if (name === 'urlset') return { kind: 'sitemap', at: prolog.end };
  if (name === 'sitemapindex') return { kind: 'sitemap-index', at: prolog.end };
  if (prolog.isHtml || (name !== null && HTML_ROOTS.has(name))) return { kind: 'html' };
  FEED_ROOT.lastIndex = prolog.end;
  const root = FEED_ROOT.exec(text);
  const format = FORMAT_BY_ROOT.get(root?.[1]?.toLowerCase() ?? '');
  if (root === null || format === undefined) return { kind: 'other', root: name };
  const hasJunk = prolog.hasText || root.index !== prolog.end;
  return { kind: 'xml', format, at: root.index, hasJunk };
}

/** Skips white space, declarations, comments and processing instructions before the first element. */
function skipProlog(text: string, start: number): { end: number; isHtml: boolean; hasText: boolean } {
  let at = start;
  let isHtml = false;
  let hasText = false;
  for (;;) {
    const next = text.indexOf('<', at);
    // Text before the first tag is junk as well, but tags that are not the prolog's end it.
    if (next === -1) return { end: at, isHtml, hasText };
    hasText ||= /[^\s\ufeff\0]/.test(text.slice(at, next));
    if (text.startsWith('<!--', next)) at = indexAfter(text, '-->', next + 4);
    else if (text.startsWith('<?', next)) at = indexAfter(text, '>', next);
    else if (text.startsWith('<!', next)) {
      isHtml ||= /^<!doctype\s{1,20}html/i.test(text.slice(next, next + 40));
      at = endOfDeclaration(text, next);
    } else return { end: next, isHtml, hasText };
  }
}

function indexAfter(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found + end.length;
}
