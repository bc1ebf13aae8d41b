import {
  INLINE_POINTERS,
  LABEL_LINES,
  MAX_BOILERPLATE_LENGTH,
  POINTER_STARTS,
} from './boilerplate-patterns.js';
import { weighText } from './clean-text.js';
import { findTail } from './find-tail.js';
import { foldText } from './fold-text.js';
import { endsSentence, isParagraph } from './paragraph.js';
import type { Block } from './render-blocks.js';

/** What is known of the page that helps to tell furniture from text. */
export interface PageFacts {
  readonly titles: readonly string[];
  readonly names: readonly string[];
}

/** Why a block is not of the article. */
export type FilterRule =
  | 'after a closing heading'
  | 'label'
  | 'pointer'
  | 'labelled link'
  | 'repeated title'
  | 'linked heading'
  | 'linked line'
  | 'repeated block'
  | 'heading without text'
  | 'before the first paragraph'
  | 'after the last sentence'
  | 'not in the declared text';

/** A block, and the rule that took it out; null when it stays. */
export interface Verdict {
  readonly block: Block;
  readonly rule: FilterRule | null;
}

/** A block with more of its text in links, and no sentence, points elsewhere. */
const MAX_LINK_SHARE = 0.75;
/** Linked list items as long as a headline lead to other stories; shorter ones are names in a list. */
const MIN_LINKED_ITEM = 30;
/** Longer linked blocks are text that happens to be linked. */
const MAX_LINKED_LINE = 250;
/** A block of this weight is a part of the text even without a full stop. */
const MIN_LONG_LINE = 60;
/** Shorter blocks with an author's name are bylines; longer ones are leads that name who wrote. */
const MAX_BYLINE = 100;

/**
 * Judges the blocks of a body: pointers, labels, credits, sign-up lines, the repeated title, and whatever follows a
 * heading like "About the Author", are not its text.
 *
 * @param blocks - the rendered body
 * @param facts - titles and names found on the page
 * @returns one verdict for each block, in order
 */
export function judgeBlocks(blocks: readonly Block[], facts: PageFacts): Verdict[] {
  const titles = new Set(facts.titles.map(foldText).filter((title) => title !== ''));
  const texts = blocks.map((block) => ({ ...block, text: block.text.replace(INLINE_POINTERS, '') }));
  const rules = new Map<Block, FilterRule>();
  let left = texts;
  /** One rule over the blocks that are left. */
  const apply = (rule: FilterRule, isOut: (block: Block, index: number) => boolean) => {
    left = left.filter((block, index) => {
      const out = isOut(block, index);
      if (out) rules.set(block, rule);
      return !out;
    });
  };

  const tail = findTail(texts);
  apply('after a closing heading', (block) => tail.has(block));
  apply('label', (block) => isShort(block) && LABEL_LINES.test(block.text));
  apply('pointer', (block) => isShort(block) && POINTER_STARTS.test(block.text));
  apply('repeated title', (block) => block.kind === 'heading' && titles.has(foldText(block.text)));
  apply('labelled link', isLabelledLink);
  const before = left;
  apply('linked heading', (block, index) => isLinkedHeading(block, before.slice(index + 1, index + 4)));
  apply('linked line', isLinkedLine);
  const seen = new Set<string>();
  apply('repeated block', (block) => isRepeat(block, seen));
  apply('heading without text', (block, index) => block.kind === 'heading' && index === left.length - 1);
  const first = left.findIndex(isParagraph);
  apply('before the first paragraph', (block, index) => index < first && !isLead(block, facts, titles));
  const last = left.findLastIndex(mayEndText);
  apply('after the last sentence', (_, index) => first !== -1 && index > last);
  return texts.map((block) => ({ block, rule: rules.get(block) ?? null }));
}

function isShort(block: Block): boolean {
  return block.kind !== 'pre' && block.text.length <= MAX_BOILERPLATE_LENGTH;
}

/** "See this: Another Headline", where all but the label is a link: a pointer in any language. */
function isLabelledLink({ kind, text, linkShare }: Block): boolean {
  if ((kind !== 'paragraph' && kind !== 'quote') || linkShare < 0.5 || linkShare === 1) return false;
  const label = /^[^:|»>\d]{2,40}[:|»>]\s/.exec(text.slice(0, 44))?.[0];
  if (label === undefined) return false;
  return (1 - linkShare) * countLetters(text) <= countLetters(label) + 2;
}

function countLetters(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** The headline of a part of the text may be a link: then its text follows, before any other heading or link. */
function isLinkedHeading(block: Block, next: readonly Block[]): boolean {
  if (block.kind !== 'heading' || block.linkShare <= MAX_LINK_SHARE || endsSentence(block.text)) return false;
  const border = next.findIndex(({ kind, linkShare }) => kind === 'heading' || linkShare > MAX_LINK_SHARE);
  return !next.slice(0, border === -1 ? undefined : border).some(isParagraph);
}

function isLinkedLine({ kind, text, linkShare }: Block): boolean {
  if (kind === 'heading' || kind === 'row' || kind === 'pre') return false;
  if (linkShare <= MAX_LINK_SHARE || endsSentence(text)) return false;
  // The short entries of a list may be links.
  return weighText(text) < MAX_LINKED_LINE && !(kind === 'item' && weighText(text) < MIN_LINKED_ITEM);
}

/** The same long block twice is a pull quote or a teaser of the page itself. */
function isRepeat(block: Block, seen: Set<string>): boolean {
  if (block.kind === 'row' || block.kind === 'pre' || block.text.length < 40) return false;
  if (seen.has(block.text)) return true;
  seen.add(block.text);
  return false;
}

/** What an article may end with: a sentence, a long line, a list, a table, code, a quote's source. */
function mayEndText(block: Block): boolean {
  if (block.kind === 'heading') return false;
  return block.kind !== 'paragraph' || endsSentence(block.text) || weighText(block.text) >= MIN_LONG_LINE;
}

/** Blocks before the first paragraph: a deck or a lead stays, a dateline, a byline, a section label goes. */
function isLead(block: Block, facts: PageFacts, titles: ReadonlySet<string>): boolean {
  if (block.linkShare > 0.4 || titles.has(foldText(block.text))) return false;
  if (weighText(block.text) < MAX_BYLINE && facts.names.some((name) => isNamed(block.text, name)))
    return false;
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return true;
  return weighText(block.text) >= MIN_LONG_LINE || endsSentence(block.text);
}

/** "By Ana Ruiz", "Ana is a reporter who covers ports." */
function isNamed(text: string, name: string): boolean {
  return text.includes(name) || text.startsWith(`${name.split(' ', 1)[0] ?? name} `);
}
