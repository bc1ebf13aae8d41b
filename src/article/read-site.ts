import { cleanLine } from './clean-text.js';
import { firstMeta, type PageSource } from './page-source.js';
import type { Heading } from './read-headings.js';
import { findArticleObject, isObject, stringOf } from './read-json-ld.js';

/** Longer ones are notices or descriptions. */
const MAX_NAME_LENGTH = 80;

/**
 * The names a page gives its site, most trusted first, host name last.
 *
 * @param source - the page
 * @param headings - its headings: one that links to the home page names the site
 */
export function readSiteNames({ meta, jsonLd, url }: PageSource, headings: readonly Heading[]): string[] {
  const publisher = findArticleObject(jsonLd)?.publisher;
  const website = jsonLd.find((object) => object['@type'] === 'WebSite');
  const names = [
    firstMeta(meta, ['og:site_name']),
    isObject(publisher) ? stringOf(publisher, 'name') : null,
    website === undefined ? null : stringOf(website, 'name'),
    firstMeta(meta, ['application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'copyright']),
    headings.find((heading) => heading.isHomeLink)?.text ?? null,
    hostOf(url),
  ];
  return names
    .filter((name): name is string => name !== null)
    .map(cleanLine)
    .filter((name) => name !== '' && name.length <= MAX_NAME_LENGTH);
}

/** "example.org" of "https://www.example.org/a"; '' when the URL is broken. */
export function hostOf(url: string): string {
  return (/^[a-z]+:\/\/(?:[^/@]*@)?(?:www\d?\.|m\.|amp\.)?([^/:?#]+)/i.exec(url)?.[1] ?? '').toLowerCase();
}
