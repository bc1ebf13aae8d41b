import { cleanLine } from './clean-text.js';
import { attribute, isElement, isText, parentOf, walkElements, type Element } from './dom.js';
import { foldText } from './fold-text.js';
import { wordsOfNames } from './junk-names.js';
import { PAGE_LIMITS } from './page-limits.js';

/** A heading of the first level. */
export interface Heading {
  readonly element: Element;
  /** Everything in it. */
  readonly text: string;
  /** Without the section label, the date and the small print that some pages set into it; equal to `text` mostly. */
  readonly core: string;
  /** It leads to the home page: what it says is the name of the site. */
  readonly isHomeLink: boolean;
}

/** More headings of the first level say that they are none. */
const MAX_HEADINGS = 40;
/** What is left without parts named so is the larger part of a heading, or they were none. */
const MIN_CORE_SHARE = 0.5;
const SIDE_TAGS = /^(?:small|time|button|sup|h[2-6]|nav|ul)$/;
/** How designers call what stands above, beside or under a headline. */
const SIDE_NAME =
  /(?:^| )(?:kicker|eyebrow|roofline|overline|topline|pre ?title|super ?title|dachzeile|spitzmarke|label|badge|sub ?title|sub ?headline|byline|author|date|count|comments?|visually hidden|element invisible|screen reader(?: text)?|sr only)(?= |$)/;

/**
 * The headings of the first level, in document order, those without text left out.
 *
 * @param elements - the page's h1 elements
 * @param host - its host name, to recognise links to the home page
 */
export function readHeadings(elements: readonly Element[], host: string): Heading[] {
  const headings: Heading[] = [];
  for (const element of elements) {
    const text = cleanLine(textWithin(element, () => false));
    if (text === '' || text.length >= PAGE_LIMITS.maxTitleLength) continue;
    const core = coreOf(element, text);
    headings.push({ element, text, core, isHomeLink: linksHome(element, text, host) });
    if (headings.length >= MAX_HEADINGS) break;
  }
  return headings;
}

/**
 * The heading that says one of the article's titles, else the first that does not name the site.
 *
 * @param headings - of the page
 * @param titles - what the page calls its article
 */
export function headlineOf(headings: readonly Heading[], titles: readonly string[]): Element | null {
  const wanted = new Set(titles.map(foldText));
  const own = headings.filter((heading) => !heading.isHomeLink);
  const same = own.find(({ text, core }) => wanted.has(foldText(text)) || wanted.has(foldText(core)));
  return (same ?? own[0])?.element ?? null;
}

function coreOf(element: Element, text: string): string {
  const bare = trimMarks(textWithin(element, (part) => SIDE_TAGS.test(part.name)));
  const core = trimMarks(
    textWithin(element, (part) => SIDE_TAGS.test(part.name) || SIDE_NAME.test(wordsOfNames(part))),
  );
  return (
    [core, bare].find((candidate) => candidate.length >= bare.length * MIN_CORE_SHARE && candidate !== '') ??
    text
  );
}

function trimMarks(text: string): string {
  return cleanLine(text).replace(/^[\s:|–—-]+|[\s:|–—-]+$/g, '');
}

function textWithin(element: Element, isLeftOut: (part: Element) => boolean): string {
  let text = '';
  for (const child of element.children) {
    if (isText(child)) text += child.data;
    else if (isElement(child) && child.name !== 'script' && !isLeftOut(child)) {
      const isApart = /^(?:br|p|div|h[1-6])$/.test(child.name);
      text += isApart ? ` ${textWithin(child, isLeftOut)} ` : textWithin(child, isLeftOut);
    }
  }
  return text;
}

function linksHome(element: Element, text: string, host: string): boolean {
  const around = parentOf(element);
  if (around?.name === 'a' && isHomeAddress(attribute(around, 'href'), host)) return true;
  return (
    walkElements(element, (child) => {
      if (child.name !== 'a' || !isHomeAddress(attribute(child, 'href'), host)) return undefined;
      return cleanLine(textWithin(child, () => false)) === text ? 'stop' : undefined;
    }) === 'stop'
  );
}

function isHomeAddress(address: string, host: string): boolean {
  const reference = address.trim().toLowerCase();
  if (/^(?:\.?\/|index\.\w{3,4}|\/index\.\w{3,4})$/.test(reference)) return true;
  const named = /^(?:https?:)?\/\/(?:www\d?\.)?([^/?#]+)\/?$/.exec(reference)?.[1];
  return named !== undefined && named === host;
}
