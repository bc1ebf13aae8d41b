import { foldText } from './fold-text.js';
import type { Block } from './render-blocks.js';

/** How the text that a page declares in JSON-LD and the blocks found on it fit together. */
export interface Agreement {
  /** Share of the blocks' text that stands in the declared text, 0 to 1. */
  readonly inDeclared: number;
  /** Share of the declared text that the blocks hold, 0 to 1. */
  readonly ofDeclared: number;
  /** The blocks that are not in the declared text. */
  readonly strangers: ReadonlySet<Block>;
}

/** A shorter declared text is a summary. */
const MIN_DECLARED = 400;
/** Blocks this short stand in any text. */
const MIN_BLOCK = 20;
/** A block is looked up by its first letters: publishers end quotes and lists otherwise. */
const PROBE = 60;

/**
 * Compares a page's blocks with its `articleBody` (https://schema.org/articleBody).
 *
 * @param declared - plain text; paragraphs do not matter
 * @returns null when the declared text is too short to say anything
 */
export function compareWithDeclared(blocks: readonly Block[], declared: string): Agreement | null {
  const text = foldText(declared);
  if (text.length < MIN_DECLARED) return null;
  const strangers = new Set<Block>();
  let total = 0;
  let shared = 0;
  for (const block of blocks) {
    const folded = foldText(block.text);
    if (folded.length < MIN_BLOCK) continue;
    total += folded.length;
    if (text.includes(folded.slice(0, PROBE))) shared += folded.length;
    else strangers.add(block);
  }
  return {
    inDeclared: total === 0 ? 0 : shared / total,
    ofDeclared: Math.min(1, shared / text.length),
    strangers,
  };
}
