import type { ExtractedArticle } from '../model/article.js';
import { capText } from './cap-text.js';
import { loadPage } from './load-page.js';
import { readPageTags, type PageSource } from './page-source.js';
import { rateBody, type BodyRating } from './rate-body.js';
import { readBody, type BodyReading } from './read-body.js';
import { readJsonLd } from './read-json-ld.js';
import { readLanguage } from './read-language.js';
import { readMetadata } from './read-metadata.js';
import { readPaywall } from './read-paywall.js';

/** A page as fetched. */
export interface PageInput {
  /** Absolute URL that the page came from. */
  readonly url: string;
  /** Its markup, decoded (see `decodeHtml`). */
  readonly html: string;
}

/** An article, and how its body was found and rated. */
export interface ArticleEvidence {
  readonly article: ExtractedArticle;
  readonly reading: BodyReading;
  readonly rating: BodyRating;
}

/**
 * Reads the article of a page: its metadata, and its text without the page's furniture.
 *
 * @param page - URL and decoded markup
 * @returns the article; `text` is '' when the page has no body, and at most 200 kB long
 * @throws PermanentError `html_unparseable` when the markup is larger than any page can be
 */
export function extractArticle(page: PageInput): ExtractedArticle {
  return extractWithEvidence(page).article;
}

/** The same, with everything that was decided on the way to the body. */
export function extractWithEvidence(page: PageInput): ArticleEvidence {
  const { document, $ } = loadPage(page.html);
  const source: PageSource = {
    $,
    document,
    jsonLd: readJsonLd($),
    ...readPageTags(document),
    url: page.url,
  };
  const metadata = readMetadata(source);
  const reading = readBody({ document, jsonLd: source.jsonLd, facts: metadata, html: page.html });
  const { body } = reading;
  const rating = rateBody(body);
  const article: ExtractedArticle = {
    title: metadata.title,
    byline: metadata.names.length > 0 ? metadata.names.join(', ') : null,
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    lang: readLanguage(source, body.text),
    site: metadata.site,
    canonicalUrl: metadata.canonicalUrl,
    summary: metadata.summary,
    section: metadata.section,
    keywords: metadata.keywords,
    imageUrl: metadata.imageUrl,
    text: capText(body.text),
    method: body.text === '' ? 'none' : body.method,
    confidence: rating.confidence,
    isPaywalled: readPaywall(source),
  };
  return { article, reading, rating };
}
