import { ABOUT_HEADINGS, TAIL_HEADINGS } from './boilerplate-patterns.js';
import { parentOf, type Element } from './dom.js';
import { isParagraph } from './paragraph.js';
import type { Block } from './render-blocks.js';

/** A heading is shorter. */
const MAX_HEADING_LENGTH = 80;
/** A box of other stories holds no more blocks. */
const MAX_BOX_BLOCKS = 12;

/** What a company or an agency says of itself stands in the last part of a text. */
const MIN_BEFORE_ABOUT = 0.6;

/**
 * Finds what follows headings like "Related stories": late in the text everything, unless the text goes on after the
 * box that holds the heading; then the box.
 *
 * @param blocks - the rendered body
 */
export function findTail(blocks: readonly Block[]): ReadonlySet<Block> {
  const tail = new Set<Block>();
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const main = mainHolder(blocks);
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    const isClosing =
      isClosingHeading(block) || (before > total * MIN_BEFORE_ABOUT && isAbout(block, blocks[index + 1]));
    if (isClosing && !tail.has(block)) {
      const box = boxLength(blocks, index, main);
      const end = box !== null ? index + box : before > total / 2 ? blocks.length : index;
      for (const other of blocks.slice(index, end)) tail.add(other);
    }
    before += block.text.length;
  }
  return tail;
}

function isClosingHeading({ text }: Block): boolean {
  return text.length < MAX_HEADING_LENGTH && TAIL_HEADINGS.test(text);
}

/** "About Harbour Corp", and below: "Harbour Corp is a leading …": a company's or a person's note on itself. */
function isAbout({ text }: Block, next: Block | undefined): boolean {
  if (next === undefined || text.length >= MAX_HEADING_LENGTH) return false;
  const subject = ABOUT_HEADINGS.exec(text)?.[1];
  return subject !== undefined && next.text.slice(0, MAX_HEADING_LENGTH).includes(subject);
}

/** How many blocks from `index` on stand in a box inside the text; null when they do not. */
function boxLength(blocks: readonly Block[], index: number, main: Element | null): number | null {
  const heading = blocks[index];
  if (main === null || heading === undefined || parentOf(heading.element) === main) return null;
  const length = blocks
    .slice(index, index + MAX_BOX_BLOCKS)
    .findIndex((block) => parentOf(block.element) === main && isParagraph(block));
  return length === -1 ? null : length;
}

/** The element right above most of the text. */
function mainHolder(blocks: readonly Block[]): Element | null {
  const weights = new Map<Element, number>();
  let main: Element | null = null;
  for (const block of blocks) {
    const holder = parentOf(block.element);
    if (holder === null || !isParagraph(block)) continue;
    const weight = (weights.get(holder) ?? 0) + block.text.length;
    weights.set(holder, weight);
    if (main === null || weight > (weights.get(main) ?? 0)) main = holder;
  }
  return main;
}
