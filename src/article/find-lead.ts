import type { Cuts } from './clean-dom.js';
import { weighText } from './clean-text.js';
import {
  isBlock,
  isElement,
  isHeading,
  isText,
  isWithin,
  parentOf,
  walkElements,
  type Document,
  type Element,
} from './dom.js';
import { foldText } from './fold-text.js';
import { LEAD_NAME, wordsOfNames } from './junk-names.js';
import { PAGE_LIMITS } from './page-limits.js';
import { endsSentence } from './paragraph.js';
import { shortTextOf } from './short-text.js';
import { renderBlocks, type Block } from './render-blocks.js';

/** More blocks between headline and body are a layout of its own: then only what is named a lead counts. */
const MAX_UNNAMED_BLOCKS = 4;
/** A name further up is about more than the lead. */
const MAX_NAMED_LEVELS = 3;
/** A lead of fewer weighed letters is a label. */
const MIN_LEAD = 40;
const MAX_LINK_SHARE = 0.3;
/** A body that begins like the lead repeats it; so many letters tell. */
const REPEAT_LENGTH = 40;
const REPEAT_BLOCKS = 4;

/**
 * Finds the paragraphs between the headline and the body: many layouts keep the first one in the page's header.
 *
 * @param body - the elements of the body, in document order
 * @param blocks - the same, rendered
 * @param titles - the page's titles
 * @returns blocks in document order; [] when the headline stands in the body, or nowhere
 */
export function findLead(
  document: Document,
  body: readonly Element[],
  cuts: Cuts,
  blocks: readonly Block[],
  titles: readonly string[],
): Block[] {
  const [first] = body;
  if (first === undefined) return [];
  const between = elementsBetween(document, first, cuts, new Set(titles.map(foldText))).flatMap((element) => {
    const isNamed = isNamedLead(element);
    return renderBlocks([element], cuts).map((block) => ({ block, isNamed }));
  });
  const beginnings = blocks.slice(0, REPEAT_BLOCKS).map(({ text }) => text);
  return between
    .filter(
      ({ block, isNamed }) => (isNamed || between.length <= MAX_UNNAMED_BLOCKS) && isLead(block, isNamed),
    )
    .map(({ block }) => block)
    .filter(
      ({ text }) => !beginnings.some((beginning) => beginning.startsWith(text.slice(0, REPEAT_LENGTH))),
    );
}

/** The outermost blocks with text of their own between the last headline and `first`. */
function elementsBetween(
  document: Document,
  first: Element,
  cuts: Cuts,
  titles: ReadonlySet<string>,
): Element[] {
  const found: Element[] = [];
  let isBelowHeadline = false;
  walkElements(document, (element) => {
    if (element === first) return 'stop';
    if (cuts.has(element)) return 'skip';
    if (isHeadline(element, titles)) {
      isBelowHeadline = true;
      found.length = 0;
      return 'skip';
    }
    if (!isBelowHeadline || !holdsText(element) || isWithin(first, new Set([element]))) return undefined;
    found.push(element);
    return 'skip';
  });
  return found;
}

function isHeadline(element: Element, titles: ReadonlySet<string>): boolean {
  if (!isHeading(element)) return false;
  return (
    element.name === 'h1' || titles.has(foldText(shortTextOf(element, PAGE_LIMITS.maxTitleLength) ?? ''))
  );
}

/** A block with text of its own, or in inline elements. */
function holdsText(element: Element): boolean {
  return (
    isBlock(element) &&
    element.children.some((child) =>
      isText(child)
        ? child.data.trim() !== ''
        : isElement(child) && !isBlock(child) && child.children.length > 0,
    )
  );
}

function isNamedLead(element: Element): boolean {
  let around: Element | null = element;
  for (let level = 0; around !== null && level < MAX_NAMED_LEVELS; level += 1) {
    if (LEAD_NAME.test(wordsOfNames(around))) return true;
    around = parentOf(around);
  }
  return false;
}

/** A deck set as a heading belongs to the headline: it is kept as the summary. */
function isLead(block: Block, isNamed: boolean): boolean {
  const weight = weighText(block.text);
  if (weight < MIN_LEAD || block.linkShare >= MAX_LINK_SHARE) return false;
  return block.kind !== 'heading' && (isNamed || (block.kind === 'paragraph' && endsSentence(block.text)));
}
