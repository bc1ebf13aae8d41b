import type { PageSource } from './page-source.js';
import { readNames } from './read-byline.js';
import { readCanonicalUrl } from './read-canonical-url.js';
import { readDates, type PageDates } from './read-dates.js';
import { headlineOf, readHeadings } from './read-headings.js';
import { readImageUrl } from './read-image.js';
import { hostOf, readSiteNames } from './read-site.js';
import { readSummary } from './read-summary.js';
import { readTitle, type PageTitle } from './read-title.js';
import { readTopics, type PageTopics } from './read-topics.js';

/** What a page says about its article. */
export interface PageMetadata extends PageTitle, PageDates, PageTopics {
  /** Authors' names; [] when the page names nobody. */
  readonly names: readonly string[];
  readonly site: string | null;
  readonly canonicalUrl: string | null;
  readonly summary: string | null;
  readonly imageUrl: string | null;
}

/**
 * Reads everything about an article but its text.
 *
 * @param source - the page
 */
export function readMetadata(source: PageSource): PageMetadata {
  const headings = readHeadings(source.elementsNamed('h1'), hostOf(source.url));
  const siteNames = readSiteNames(source, headings);
  const title = readTitle(source, headings, siteNames);
  return {
    ...title,
    ...readDates(source, title.titles),
    ...readTopics(source, title.titles),
    names: readNames(source, siteNames, headlineOf(headings, title.titles)),
    site: siteNames[0] ?? null,
    canonicalUrl: readCanonicalUrl(source),
    summary: readSummary(source, [...title.titles, ...siteNames]),
    imageUrl: readImageUrl(source),
  };
}
