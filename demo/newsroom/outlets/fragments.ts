import { escapeMarkup } from './escape-markup.js';
import type { PageContent, StoryLink } from './page-content.js';

/** Every paragraph in the given element, which may carry attributes: `paragraphs(page, 'p class="x"')`. */
export function paragraphs(page: PageContent, element = 'p'): string {
  return page.paragraphs.map((text) => wrap(element, escapeMarkup(text))).join('\n');
}

/** Markup within an element, which may carry attributes. */
export function wrap(element: string, inner: string): string {
  const [name = element] = element.split(' ');
  return `<${element}>${inner}</${name}>`;
}

/** List items that link to stories. */
export function linkItems(links: readonly StoryLink[]): string {
  return links.map(({ title, url }) => `<li><a href="${url}">${escapeMarkup(title)}</a></li>`).join('\n');
}

/** The feed's autodiscovery link. */
export function feedLink({ feed, site }: PageContent): string {
  return `<link rel="alternate" type="${feed.contentType}" title="${escapeMarkup(site)}" href="${feed.url}">`;
}

/** schema.org's NewsArticle without its body: https://schema.org/NewsArticle */
export function newsArticle(page: PageContent): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: page.title,
    datePublished: page.publishedAt,
    author: [{ '@type': 'Person', name: page.byline }],
    publisher: { '@type': 'NewsMediaOrganization', name: page.site, url: page.siteUrl },
    mainEntityOfPage: page.url,
    articleSection: page.section,
  };
}
