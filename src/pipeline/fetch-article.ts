import { canonicaliseUrl } from '../article/canonical-url.js';
import { PermanentError } from '../errors.js';
import type { ArticleBody, ArticleToFetch } from '../model/article-record.js';
import type { ExtractedArticle } from '../model/article.js';
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
  hashText(text: string): string;
  enqueueTags(articleIds: readonly string[]): Promise<void>;
}

/**
 * The least text that counts as an article, in UTF-16 units. Teasers, error pages served with 200 and cookie
 * walls stay below; the shortest real news briefs have about two sentences.
 */
const MIN_TEXT_LENGTH = 140;

/** Fetches the page of an article, extracts the body, stores it, and makes the job that tags it. */
export async function fetchArticle(
  deps: FetchArticleDeps,
  work: { readonly articleId: string },
): Promise<StageResult> {
  const article = await deps.findArticle(work.articleId);
  if (article === null) return { outcome: 'removed' };
  if (article.status !== 'discovered') return { outcome: 'unchanged' };

  const page = await deps.fetchPage(article.url);
  const extracted = await deps.extractArticle(page);
  if (extracted.text.length < MIN_TEXT_LENGTH) {
    const reason = extracted.text === '' ? 'no_text' : 'too_short';
    await deps.skip(article.id, reason);
    return { outcome: `skipped: ${reason}` };
  }

  const outcome = await deps.storeBody({
    articleId: article.id,
    article: fillFromFeed(extracted, article.offered),
    canonicalUrl: trustedCanonicalUrl(extracted.canonicalUrl, page.url),
    contentHash: deps.hashText(extracted.text),
  });
  if (outcome === 'stored') await deps.enqueueTags([article.id]);
  return { outcome };
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
  return new URL(url).host.replace(/^(?:www|m|amp|mobile)\./, '');
}
