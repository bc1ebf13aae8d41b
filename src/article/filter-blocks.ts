import {
  INLINE_POINTERS,
  LABEL_LINES,
  MAX_BOILERPLATE_LENGTH,
  POINTER_STARTS,
  TAIL_HEADINGS,
} from './boilerplate-patterns.js';
import { weighText } from './clean-text.js';
import { foldText } from './fold-text.js';
import type { Block } from './render-blocks.js';

/** What is known of the page that helps to tell furniture from text. */
export interface PageFacts {
  readonly titles: readonly string[];
  readonly names: readonly string[];
}

const SENTENCE_END = /[.!?…:;。！？؟۔।]["'”’“‘»«›‹)\]」』）]{0,2}$/u;
/** A block with more of its text in links, and no sentence, points elsewhere. */
const MAX_LINK_SHARE = 0.75;
/** Linked list items as long as a headline lead to other stories; shorter ones are names in a list. */
const MIN_LINKED_ITEM = 30;
/** A paragraph of this weight with a sentence in it is where an article begins and ends. */
const MIN_REAL_PARAGRAPH = 60;

/**
 * Takes out of a body what is not its text: pointers, labels, credits, sign-up lines, the repeated title, and whatever
 * follows a heading like "About the Author".
 *
 * @param blocks - the rendered body
 * @param facts - titles and names found on the page
 */
export function filterBlocks(blocks: readonly Block[], facts: PageFacts): Block[] {
  const titles = new Set(facts.titles.map(foldText).filter((title) => title !== ''));
  const body = cutTail(blocks).map((block) => ({ ...block, text: block.text.replace(INLINE_POINTERS, '') }));
  const kept = body.filter((block, index) => !isFurniture(block, body[index + 1], titles));
  return trimEnds(dropEmptyHeadings(dropRepeats(kept)), facts);
}

function isFurniture(block: Block, next: Block | undefined, titles: ReadonlySet<string>): boolean {
  const { text, kind } = block;
  if (kind === 'pre') return false;
  if (text.length <= MAX_BOILERPLATE_LENGTH && (LABEL_LINES.test(text) || POINTER_STARTS.test(text)))
    return true;
  if (kind === 'heading' && titles.has(foldText(text))) return true;
  if (block.linkShare <= MAX_LINK_SHARE || kind === 'row' || SENTENCE_END.test(text)) return false;
  // The headline of a part of the text may be a link; so may be the short entries of a list.
  if (kind === 'heading') return next === undefined || !isRealParagraph(next);
  return weighText(text) < 250 && !(kind === 'item' && weighText(text) < MIN_LINKED_ITEM);
}

/** Everything from a tail heading on, when less than half of the text stands after it. */
function cutTail(blocks: readonly Block[]): readonly Block[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    if (before > total / 2 && block.text.length < 80 && TAIL_HEADINGS.test(block.text))
      return blocks.slice(0, index);
    before += block.text.length;
  }
  return blocks;
}

/** The same long block twice is a pull quote or a teaser of the page itself. */
function dropRepeats(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    if (block.kind === 'row' || block.kind === 'pre' || block.text.length < 40) return true;
    if (seen.has(block.text)) return false;
    seen.add(block.text);
    return true;
  });
}

function dropEmptyHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => block.kind !== 'heading' || blocks[index + 1] !== undefined);
}

function trimEnds(blocks: readonly Block[], facts: PageFacts): Block[] {
  const titles = new Set(facts.titles.map(foldText));
  const first = blocks.findIndex(isRealParagraph);
  if (first === -1) return [...blocks];
  const last = blocks.findLastIndex(isTailContent);
  return blocks
    .slice(0, last + 1)
    .filter((block, index) => index >= first || (!titles.has(foldText(block.text)) && isLead(block, facts)));
}

function isRealParagraph(block: Block): boolean {
  return (
    block.kind !== 'heading' &&
    weighText(block.text) >= MIN_REAL_PARAGRAPH &&
    SENTENCE_END.test(block.text) &&
    block.linkShare < 0.6
  );
}

/** What an article may end with: a sentence, a long line, a list, a table, code, a quote's source. */
function isTailContent(block: Block): boolean {
  if (block.kind === 'heading') return false;
  return (
    block.kind !== 'paragraph' || SENTENCE_END.test(block.text) || weighText(block.text) >= MIN_REAL_PARAGRAPH
  );
}

/** Short blocks before the first paragraph: a deck or a lead stays, a dateline, a byline, a section label goes. */
function isLead(block: Block, facts: PageFacts): boolean {
  if (block.linkShare > 0.4) return false;
  if (facts.names.some((name) => block.text.includes(name))) return false;
  if (block.kind === 'heading' || block.kind === 'item' || block.kind === 'row' || block.kind === 'pre')
    return true;
  return weighText(block.text) >= MIN_REAL_PARAGRAPH || SENTENCE_END.test(block.text);
}
