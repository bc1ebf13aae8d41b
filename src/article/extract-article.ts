import type { ExtractedArticle } from '../model/article.js';
import type { SiteRule } from '../model/site-rules.js';
import { dropBySiteRule, keptBySiteRule, metadataBySiteRule } from './apply-site-rule.js';
import { capText } from './cap-text.js';
import { classifyPage } from './classify-page.js';
import { loadPage, type LoadedPage } from './load-page.js';
import { readSource } from './page-source.js';
import { rateBody, type BodyRating } from './rate-body.js';
import { readBody, type BodyReading } from './read-body.js';
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
 * @param rule - what the user says of this site's pages; null: nothing. A container that it names holds an article.
 * @returns the article; `text` is '' when the page has no body, and at most 200 kB long
 * @throws PermanentError `html_unparseable` when the markup is larger than any page can be
 */
export function extractArticle(page: PageInput, rule: SiteRule | null = null): ExtractedArticle {
  return extractWithEvidence(page, rule).article;
}

/** The same, with everything that was decided on the way to the body. */
export function extractWithEvidence(page: PageInput, rule: SiteRule | null = null): ArticleEvidence {
  return extractFromTree(loadPage(page.html), page, rule);
}

/** The same for a page that is parsed already. */
export function extractFromTree(
  tree: LoadedPage,
  page: PageInput,
  rule: SiteRule | null = null,
): ArticleEvidence {
  if (rule !== null) dropBySiteRule(tree.query(), rule);
  const source = readSource(tree, page.url);
  const read = readMetadata(source);
  const metadata = rule === null ? read : metadataBySiteRule(tree.query(), rule, read);
  const kept = rule === null ? [] : keptBySiteRule(tree.query(), rule);
  const reading = readBody({
    document: tree.document,
    jsonLd: source.jsonLd,
    facts: metadata,
    html: page.html,
    kept,
  });
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
    kind: body.method === 'site-rules' ? 'article' : classifyPage(source, body.text),
    isPaywalled: readPaywall(source),
  };
  return { article, reading, rating };
}
