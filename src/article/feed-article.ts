import type { ExtractedArticle } from '../model/article.js';
import { resolveUrl } from './canonical-url.js';
import { capText } from './cap-text.js';
import { cleanLine } from './clean-text.js';
import { filterBlocks } from './filter-blocks.js';
import { findJunk } from './clean-dom.js';
import { isElement } from './dom.js';
import { loadPage } from './load-page.js';
import { measureText, NOTHING_CUT } from './measure-text.js';
import { PAGE_LIMITS } from './page-limits.js';
import { plainOfMarkup } from './plain-of-markup.js';
import { renderBlocks } from './render-blocks.js';
import { hostOf } from './read-site.js';

/** What a feed entry brings of its article. */
export interface FeedInput {
  /** Absolute http(s) URL of the article. */
  readonly url: string;
  readonly title: string | null;
  /** The entry's content as HTML, as the feed carries it. */
  readonly contentHtml: string | null;
  /** Plain text or HTML. */
  readonly summary: string | null;
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
}

/**
 * The article as its feed tells it, for pages that cannot be had or read. The content is cleaned as a page's body is.
 *
 * @param input - fields of the feed entry
 * @returns an article with method `feed`; `text` is the content, or the summary when there is no content, or ''
 * @throws PermanentError `html_unparseable` when the content is larger than any page can be
 */
export function articleFromFeed(input: FeedInput): ExtractedArticle {
  const title = lineOrNull(plainOfMarkup(input.title ?? ''));
  const summary = lineOrNull(plainOfMarkup(input.summary ?? ''));
  const author = lineOrNull(plainOfMarkup(input.author ?? ''));
  const content = textOfContent(input.contentHtml ?? '', title);
  return {
    title,
    byline: author,
    publishedAt: input.publishedAt,
    modifiedAt: null,
    lang: null,
    site: hostOf(input.url) || null,
    canonicalUrl: resolveUrl(input.url, 'https://invalid.invalid/'),
    summary: summary?.slice(0, PAGE_LIMITS.maxSummaryLength) ?? null,
    text: content !== '' ? content : (summary ?? ''),
    method: 'feed',
    kind: 'article',
    isPaywalled: false,
  };
}

function textOfContent(html: string, title: string | null): string {
  if (html.trim() === '') return '';
  const { document } = loadPage(`<body><div>${html}</div></body>`);
  const cuts = findJunk(document, measureText(document, NOTHING_CUT), 'careful');
  const roots = document.children.filter(isElement);
  const blocks = filterBlocks(renderBlocks(roots, cuts), {
    titles: title === null ? [] : [title],
    names: [],
  });
  return capText(blocks.map((block) => block.text).join('\n\n'));
}

function lineOrNull(text: string): string | null {
  const line = cleanLine(text);
  return line === '' ? null : line;
}
