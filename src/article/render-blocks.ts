import { cleanLine, cleanLines } from './clean-text.js';
import { isBlock, isElement, isHeading, isText, type Element } from './dom.js';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'pre';

/** Between two cells of a row. */
const CELL_BORDER = ' | ';

/** One block of text as it would be read. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** Share of the text inside links, 0 to 1. */
  readonly linkShare: number;
  /** The innermost block element it came from. */
  readonly element: Element;
}

/** The block being written. */
interface OpenBlock {
  element: Element;
  kind: BlockKind;
  text: string;
  linkLetters: number;
  /** `<br>` since the last text. */
  breaks: number;
}

/**
 * Renders elements as blocks: inline tags add no spaces, `<br>` a line, two of them a new block; a row of a data table
 * is one block, its cells parted by " | ".
 *
 * @param roots - elements in document order
 * @param cuts - elements that count as absent
 */
export function renderBlocks(roots: readonly Element[], cuts: { has(element: Element): boolean }): Block[] {
  const blocks: Block[] = [];
  for (const root of roots) renderInto(blocks, root, cuts);
  return blocks;
}

function renderInto(blocks: Block[], root: Element, cuts: { has(element: Element): boolean }): void {
  let open = openBlock(root, kindOf(root, 'paragraph'));

  const turnTo = (element: Element, kind: BlockKind) => {
    const block = closeBlock(open);
    if (block !== null) blocks.push(block);
    open = openBlock(element, kind);
  };
  const renderChildren = (element: Element, isLinked: boolean) => {
    for (const child of element.children) {
      if (isText(child)) addText(open, child.data, isLinked);
      else if (isElement(child) && child.name !== 'script' && !cuts.has(child))
        renderElement(child, isLinked);
    }
  };
  const renderElement = (element: Element, isLinked: boolean) => {
    const { element: outer, kind } = open;
    if (element.name === 'br') {
      open.breaks += 1;
      open.text += '\n';
      if (open.breaks >= 2 && kind !== 'row') turnTo(outer, kind);
    } else if (!isBlock(element)) renderChildren(element, isLinked || element.name === 'a');
    else if (kind === 'row') {
      open.text += isCell(element) && open.text.trim() !== '' ? CELL_BORDER : ' ';
      renderChildren(element, isLinked);
      open.text += ' ';
    } else {
      turnTo(element, kindOf(element, kind));
      renderChildren(element, isLinked);
      turnTo(outer, kind);
    }
  };

  renderChildren(root, false);
  turnTo(root, 'paragraph');
}

function openBlock(element: Element, kind: BlockKind): OpenBlock {
  return { element, kind, text: '', linkLetters: 0, breaks: 0 };
}

function closeBlock(open: OpenBlock): Block | null {
  const text = open.kind === 'row' ? cleanLine(open.text) : cleanLines(open.text);
  if (text === '') return null;
  const letters = Math.max(countLetters(text), 1);
  return { kind: open.kind, text, linkShare: Math.min(1, open.linkLetters / letters), element: open.element };
}

function addText(open: OpenBlock, data: string, isLinked: boolean): void {
  const letters = countLetters(data);
  if (letters > 0) open.breaks = 0;
  if (isLinked) open.linkLetters += letters;
  open.text += open.kind === 'pre' ? data : data.replace(/\s+/g, ' ');
}

function countLetters(text: string): number {
  return text.length - (text.match(/\s/g)?.length ?? 0);
}

function isCell(element: Element): boolean {
  return element.name === 'td' || element.name === 'th';
}

function kindOf(element: Element, around: BlockKind): BlockKind {
  if (isHeading(element)) return 'heading';
  switch (element.name) {
    case 'li':
    case 'dd':
    case 'dt':
      return 'item';
    case 'blockquote':
      return 'quote';
    case 'pre':
      return 'pre';
    case 'tr':
      return isDataRow(element) ? 'row' : around;
    default:
      return around === 'heading' ? 'paragraph' : around;
  }
}

/** A cell with more letters holds a part of a layout. */
const MAX_CELL_LETTERS = 300;

/** A row of short cells; rows that carry a layout hold tables or long text. */
function isDataRow(row: Element): boolean {
  const cells = row.children.filter((child): child is Element => isElement(child) && isCell(child));
  return cells.length > 1 && cells.every(isShortCell);
}

function isShortCell(cell: Element): boolean {
  let letters = 0;
  const isPlain = (element: Element): boolean =>
    element.children.every((child) => {
      if (isText(child)) letters += countLetters(child.data);
      else if (isElement(child)) return child.name !== 'table' && isPlain(child);
      return letters <= MAX_CELL_LETTERS;
    });
  return isPlain(cell);
}
