import type { CheerioAPI } from 'cheerio/slim';
import type { SiteRule } from '../model/site-rules.js';
import { formatArticleDate, parseArticleDate } from './article-date.js';
import { sortNames } from './clean-names.js';
import { cleanLine } from './clean-text.js';
import { attribute, parentOf, rawTextOf, type Element } from './dom.js';
import { PAGE_LIMITS } from './page-limits.js';
import type { PageMetadata } from './read-metadata.js';

/** Takes what the rule drops off the page. */
export function dropBySiteRule($: CheerioAPI, rule: SiteRule): void {
  for (const selector of rule.drop) $.root().find(selector).remove();
}

/** The containers of the body that the rule names, outermost ones only, in document order. */
export function keptBySiteRule($: CheerioAPI, rule: SiteRule): Element[] {
  const found = new Set(rule.keep.length === 0 ? [] : matches($, rule.keep.join(', ')));
  return [...found].filter((element) => !hasAncestorIn(element, found));
}

/** Metadata with what the rule finds in place of what was read. A selector that matches nothing changes nothing. */
export function metadataBySiteRule($: CheerioAPI, rule: SiteRule, read: PageMetadata): PageMetadata {
  const title = textsOf($, rule.title)[0]?.slice(0, PAGE_LIMITS.maxTitleLength);
  const { people, houses } = sortNames(textsOf($, rule.author), () => false);
  const names = [...people, ...houses];
  const publishedAt = datesOf($, rule.date)[0];
  return {
    ...read,
    ...(title === undefined ? {} : { title, titles: [title, ...read.titles] }),
    ...(names.length === 0 ? {} : { names }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

function hasAncestorIn(element: Element, elements: ReadonlySet<Element>): boolean {
  for (let parent = parentOf(element); parent !== null; parent = parentOf(parent)) {
    if (elements.has(parent)) return true;
  }
  return false;
}

/** The text of each match, or the `content` of a `<meta>`. */
function textsOf($: CheerioAPI, selector: string | null): string[] {
  return matches($, selector)
    .map((element) => cleanLine(attribute(element, 'content') || rawTextOf(element)))
    .filter((text) => text !== '');
}

function datesOf($: CheerioAPI, selector: string | null): string[] {
  return matches($, selector).flatMap((element) => {
    const carriers = [attribute(element, 'datetime'), attribute(element, 'content'), rawTextOf(element)];
    const date = carriers.map((text) => parseArticleDate(cleanLine(text))).find((found) => found !== null);
    return date === undefined ? [] : [formatArticleDate(date)];
  });
}

function matches($: CheerioAPI, selector: string | null): Element[] {
  return selector === null ? [] : $.root().find(selector).toArray();
}
