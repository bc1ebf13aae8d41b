import { cleanLine } from './clean-text.js';
import {
  attribute,
  isElement,
  isHeading,
  parentOf,
  rawTextOf,
  walkElements,
  type Document,
  type Element,
} from './dom.js';
import { foldHeading } from './page-wording.js';

/** What a page is made of, as far as it tells articles from other pages. */
export interface PageSigns {
  /** Folded parts of `<title>` and of the first h1, the whole ones included: site names stand in parts of their own. */
  readonly titles: readonly string[];
  /** Folded headings below the first, few. */
  readonly headings: readonly string[];
  /** Folded words on buttons and on links made to look so, few. */
  readonly buttons: readonly string[];
  /** Headings that are links: each announces another page. */
  readonly teasers: number;
  readonly images: number;
  readonly players: number;
  readonly passwordFields: number;
}

/** More of a kind tell nothing more. */
const MAX_LINES = 40;
const MAX_BUTTON_LENGTH = 60;
const MAX_TITLE_LENGTH = 300;
/** What sites put between the parts of a title. */
const TITLE_BORDER = /\s[-–—:/]{1,2}\s|\s?[|·•»«›‹｜]\s?|:\s|[（）()【】]/u;

/**
 * Collects the signs in one walk over the page. What is below a heading or a button is text only: none is read twice.
 *
 * @param document - the page
 */
export function readPageSigns(document: Document): PageSigns {
  const counts = { teasers: 0, images: 0, players: 0, passwordFields: 0 };
  const [titles, headings, buttons] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let hasHeading = false;
  walkElements(document, (element) => {
    if (element.name === 'title' || (element.name === 'h1' && !hasHeading)) {
      hasHeading ||= element.name === 'h1';
      for (const part of partsOf(element)) addLine(titles, part);
      return 'skip';
    }
    if (isHeading(element)) {
      if (isTeaser(element)) counts.teasers += 1;
      else addLine(headings, rawTextOf(element));
      return 'skip';
    }
    if (isButton(element)) {
      const text = element.name === 'input' ? attribute(element, 'value') : rawTextOf(element);
      if (text.trim().length <= MAX_BUTTON_LENGTH) addLine(buttons, text);
      return 'skip';
    }
    if (element.name === 'img' || element.name === 'amp-img') counts.images += 1;
    else if (PLAYERS.has(element.name)) counts.players += 1;
    else if (element.name === 'input' && isOfType(element, 'password')) counts.passwordFields += 1;
    return undefined;
  });
  return { ...counts, titles: [...titles], headings: [...headings], buttons: [...buttons] };
}

const PLAYERS = new Set(['video', 'audio', 'amp-video', 'amp-audio', 'amp-youtube', 'amp-brightcove']);

function partsOf(element: Element): string[] {
  const whole = cleanLine(rawTextOf(element)).slice(0, MAX_TITLE_LENGTH);
  return [whole, ...whole.split(TITLE_BORDER)];
}

function addLine(lines: Set<string>, text: string): void {
  const line = foldHeading(cleanLine(text.slice(0, MAX_TITLE_LENGTH)));
  if (line !== '' && lines.size < MAX_LINES) lines.add(line);
}

/** A heading inside a link, or with one at its top. */
function isTeaser(heading: Element): boolean {
  return (
    parentOf(heading)?.name === 'a' ||
    heading.children.some((child) => isElement(child) && child.name === 'a' && 'href' in child.attribs)
  );
}

function isButton(element: Element): boolean {
  if (element.name === 'input') return isOfType(element, 'submit') || isOfType(element, 'button');
  return element.name === 'button' || attribute(element, 'role') === 'button';
}

function isOfType(input: Element, type: string): boolean {
  return attribute(input, 'type').toLowerCase() === type;
}
