import { resolveUrl } from './canonical-url.js';
import { cleanLine } from './clean-text.js';
import { PAGE_LIMITS } from './page-limits.js';
import { firstMeta, type PageSource } from './page-source.js';
import { readNames } from './read-byline.js';
import { readDates, type PageDates } from './read-dates.js';
import { findArticleObject, stringOf } from './read-json-ld.js';
import { headlineOf, readHeadings } from './read-headings.js';
import { hostOf, readSiteNames } from './read-site.js';
import { readTitle, type PageTitle } from './read-title.js';

/** What a page says about its article. */
export interface PageMetadata extends PageTitle, PageDates {
  /** Authors' names; [] when the page names nobody. */
  readonly names: readonly string[];
  readonly site: string | null;
  readonly canonicalUrl: string | null;
  readonly summary: string | null;
}

/**
 * Reads everything about an article but its text.
 *
 * @param source - the page
 */
export function readMetadata(source: PageSource): PageMetadata {
  const headings = readHeadings(source.document, hostOf(source.url));
  const siteNames = readSiteNames(source, headings);
  const title = readTitle(source, headings, siteNames);
  return {
    ...title,
    ...readDates(source),
    names: readNames(source, siteNames, headlineOf(headings, title.titles)),
    site: siteNames[0] ?? null,
    canonicalUrl: readCanonicalUrl(source),
    summary: readSummary(source),
  };
}

/** A canonical link to the home page is a template's mistake, not the article's address. */
function readCanonicalUrl({ $, meta, url }: PageSource): string | null {
  const own = resolveUrl(url, 'https://invalid.invalid/');
  const declared = [$('link[rel="canonical" i]').attr('href'), firstMeta(meta, ['og:url'])];
  for (const reference of declared) {
    const resolved =
      reference === undefined || reference === null || reference === '' ? null : resolveUrl(reference, url);
    if (resolved !== null && (isHomePage(own) || !isHomePage(resolved))) return resolved;
  }
  return own;
}

function isHomePage(url: string | null): boolean {
  return url !== null && /^https?:\/\/[^/]+\/?$/.test(url);
}

function readSummary({ meta, jsonLd }: PageSource): string | null {
  const article = findArticleObject(jsonLd);
  const summary =
    firstMeta(meta, ['og:description', 'description', 'twitter:description', 'dc.description']) ??
    (article === null ? null : stringOf(article, 'description'));
  const line = cleanLine(summary ?? '');
  return line === '' ? null : line.slice(0, PAGE_LIMITS.maxSummaryLength);
}
