import { addressKey, siteHost } from '../article/address-key.js';
import { canonicaliseUrl } from '../article/canonical-url.js';
import type { FeedInput } from '../article/feed-article.js';
import { PermanentError } from '../errors.js';
import type { ArticleBody, ArticleToFetch } from '../model/article-record.js';
import type { ExtractedArticle } from '../model/article.js';
import { publisherFamily } from '../stories/publisher-family.js';
import type { StageResult } from './stage-result.js';

/** A page as it came. */
export interface FetchedPage {
  /** The address after redirects. */
  readonly url: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

export interface FetchArticleDeps {
  findArticle(articleId: string): Promise<ArticleToFetch | null>;
  fetchPage(url: string): Promise<FetchedPage>;
  /** Decodes and extracts; throws `not_html` for anything but a page. */
  extractArticle(page: FetchedPage): Promise<ExtractedArticle>;
  storeBody(body: ArticleBody): Promise<'stored' | 'duplicate' | 'unchanged'>;
  skip(articleId: string, reason: string): Promise<void>;
  /** Reads the article out of what its feed carried. */
  articleFromFeed(input: FeedInput): Promise<ExtractedArticle>;
  hashText(text: string): string;
  enqueueTags(articleIds: readonly string[]): Promise<void>;
}

/**
 * The least text that counts as an article, in UTF-16 units: the shortest real news briefs have about two sentences.
 */
const MIN_TEXT_LENGTH = 140;

/** Of a text that the feed carried: teasers are seldom longer, whole articles seldom shorter. */
const MIN_FEED_TEXT_LENGTH = 500;

/** How a teaser ends that was cut out of a longer text. */
const CUT_SHORT = /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:read|see) more|continue reading)[\s.»→)\]]*$/i;

/** An article and where it was read. */
interface ReadArticle {
  readonly article: ExtractedArticle;
  readonly pageUrl: string;
  readonly feedTextReason: string | null;
}

/**
 * Fetches the page of an article, extracts the body, stores it, and makes the job that tags it. Where the page can't be
 * had, holds no article, or shows only a part of it to us, the text that the feed carried becomes the article, if it
 * carried a whole one.
 *
 * @throws what fetching and extracting throw, when the feed can't stand in
 */
export async function fetchArticle(
  deps: FetchArticleDeps,
  work: { readonly articleId: string },
): Promise<StageResult> {
  const found = await deps.findArticle(work.articleId);
  if (found === null) return { outcome: 'removed' };
  if (found.status !== 'discovered') return { outcome: 'unchanged' };

  const { article, pageUrl, feedTextReason } = await readArticle(deps, found);
  const reason = reasonToSkip(article);
  if (reason !== null) {
    await deps.skip(found.id, reason);
    return { outcome: `skipped: ${reason}` };
  }

  const canonicalUrl = trustedCanonicalUrl(article.canonicalUrl, pageUrl);
  const outcome = await deps.storeBody({
    articleId: found.id,
    article: fillFromFeed(article, found.offered),
    canonicalUrl,
    addressKey: addressKey(canonicalUrl),
    publisher: publisherFamily(canonicalUrl),
    contentHash: deps.hashText(article.text),
    feedTextReason,
  });
  if (outcome === 'stored') await deps.enqueueTags([found.id]);
  return { outcome: outcome === 'stored' && feedTextReason !== null ? 'stored: feed_text' : outcome };
}

async function readArticle(deps: FetchArticleDeps, found: ArticleToFetch): Promise<ReadArticle> {
  try {
    const page = await deps.fetchPage(found.url);
    const article = await deps.extractArticle(page);
    const reason = shortageOf(article);
    const instead = reason === null ? null : await readFeedText(deps, found);
    // Nothing that such a page says is about the article, its own address included.
    if (instead !== null && article.kind !== 'article')
      return { article: instead, pageUrl: found.url, feedTextReason: reason };
    return instead !== null && instead.text.length > article.text.length
      ? {
          article: { ...article, text: instead.text, method: 'feed', confidence: instead.confidence },
          pageUrl: page.url,
          feedTextReason: reason,
        }
      : { article, pageUrl: page.url, feedTextReason: null };
  } catch (error) {
    // Whatever may heal is tried again first.
    if (!(error instanceof PermanentError)) throw error;
    const instead = await readFeedText(deps, found);
    if (instead === null) throw error;
    return { article: instead, pageUrl: found.url, feedTextReason: error.code };
  }
}

/** Null for an article. Ends that are expected: they are counted, and `wirewatch skipped` lists them. */
function reasonToSkip({ kind, text }: ExtractedArticle): string | null {
  if (kind !== 'article') return kind;
  if (text === '') return 'no_text';
  return text.length < MIN_TEXT_LENGTH ? 'too_short' : null;
}

function shortageOf(article: ExtractedArticle): string | null {
  if (article.kind !== 'article') return article.kind;
  if (article.isPaywalled) return 'paywall';
  return article.text.length < MIN_TEXT_LENGTH ? 'too_short' : null;
}

/** @returns null when the feed carried a teaser or nothing */
async function readFeedText(deps: FetchArticleDeps, found: ArticleToFetch): Promise<ExtractedArticle | null> {
  const { title, content, summary, author, publishedAt } = found.offered;
  if ((content ?? summary ?? '').length < MIN_FEED_TEXT_LENGTH) return null;
  const article = await deps.articleFromFeed({
    url: found.url,
    title,
    contentHtml: content,
    summary,
    author,
    publishedAt,
  });
  const isWhole = article.text.length >= MIN_FEED_TEXT_LENGTH && !CUT_SHORT.test(article.text.slice(-60));
  return isWhole ? article : null;
}

/** What the page does not say, its feed may have said. */
function fillFromFeed(article: ExtractedArticle, offered: ArticleToFetch['offered']): ExtractedArticle {
  return {
    ...article,
    title: article.title ?? offered.title,
    byline: article.byline ?? offered.author,
    publishedAt: article.publishedAt ?? offered.publishedAt,
    summary: article.summary ?? offered.summary,
  };
}

/**
 * A page may name another address of its own, never one of another site: else any page could pass itself off
 * as somebody's article and hide the real one.
 */
function trustedCanonicalUrl(claimed: string | null, pageUrl: string): string {
  const own = canonicaliseUrl(pageUrl);
  if (claimed === null) return own;
  try {
    const canonical = canonicaliseUrl(claimed);
    return siteOf(canonical) === siteOf(own) ? canonical : own;
  } catch (error) {
    if (error instanceof PermanentError) return own;
    throw error;
  }
}

/** The host without the prefixes that sites use for the same pages. */
function siteOf(url: string): string {
  return siteHost(new URL(url));
}
