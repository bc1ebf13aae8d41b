import type { ExtractedArticle } from '../model/article.js';
import { resolveUrl } from './canonical-url.js';
import { capText } from './cap-text.js';
import { cleanLine } from './clean-text.js';
import { languageOfText } from '../language/detect-language.js';
import { PAGE_LIMITS } from './page-limits.js';
import { plainOfMarkup } from './plain-of-markup.js';
import { readFragment, textOf } from './read-fragment.js';
import { hostOf } from './read-site.js';

/** A feed's content may be the whole article or its beginning; its summary is certainly not the whole. */
const CONTENT_CONFIDENCE = 0.6;
const SUMMARY_CONFIDENCE = 0.2;

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
  const facts = { titles: title === null ? [] : [title], names: [] };
  const content = capText(textOf(readFragment(input.contentHtml ?? '', facts)));
  const text = content !== '' ? content : (summary ?? '');
  return {
    title,
    byline: author,
    publishedAt: input.publishedAt,
    modifiedAt: null,
    lang: languageOfText(text),
    site: hostOf(input.url) || null,
    canonicalUrl: resolveUrl(input.url, 'https://invalid.invalid/'),
    summary: summary?.slice(0, PAGE_LIMITS.maxSummaryLength) ?? null,
    section: null,
    keywords: [],
    imageUrl: null,
    text,
    method: text === '' ? 'none' : 'feed',
    confidence: content !== '' ? CONTENT_CONFIDENCE : summary !== null ? SUMMARY_CONFIDENCE : 0,
    kind: 'article',
    isPaywalled: false,
  };
}

function lineOrNull(text: string): string | null {
  const line = cleanLine(text);
  return line === '' ? null : line;
}
