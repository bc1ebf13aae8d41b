import { cleanLine, cleanLines, weighText } from './clean-text.js';
import { isBlock, isElement, isHeading, isText, type Element } from './dom.js';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'pre';

/** One block of text as it would be read. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** Share of the text inside links, 0 to 1. */
  readonly linkShare: number;
  /** Share of the text in bold or italics, 0 to 1. */
  readonly emphasisShare: number;
  /** The innermost block element it came from. */
  readonly element: Element;
}

const EMPHASIS_TAGS = new Set(['b', 'strong', 'em', 'i', 'u']);

/**
 * Renders elements as blocks: inline tags add no spaces, `<br>` a line, two of them a new block, a row of a data
 * table is one block.
 *
 * @param roots - elements in document order
 * @param cuts - elements that count as absent
 */
export function renderBlocks(roots: readonly Element[], cuts: { has(element: Element): boolean }): Block[] {
  const blocks: Block[] = [];
  const run = { text: '', linkLetters: 0, emphasisLetters: 0, breaks: 0 };
  let kind: BlockKind = 'paragraph';

  const endBlock = (element: Element) => {
    const text = kind === 'pre' ? cleanLines(run.text) : cleanLines(run.text);
    if (text !== '') {
      const letters = Math.max(run.text.replace(/\s+/g, '').length, 1);
      blocks.push({
        kind,
        text,
        linkShare: Math.min(1, run.linkLetters / letters),
        emphasisShare: Math.min(1, run.emphasisLetters / letters),
        element,
      });
    }
    run.text = '';
    run.linkLetters = 0;
    run.emphasisLetters = 0;
    run.breaks = 0;
  };

  const render = (element: Element, block: Element, inLink: boolean, inEmphasis: boolean) => {
    for (const child of element.children) {
      if (isText(child)) {
        const data = kind === 'pre' ? child.data : child.data.replace(/[\s]+/g, ' ');
        if (data.trim() !== '') {
          const letters = data.replace(/\s+/g, '').length;
          if (inLink) run.linkLetters += letters;
          if (inEmphasis) run.emphasisLetters += letters;
          run.breaks = 0;
        }
        run.text += data;
      } else if (isElement(child) && !cuts.has(child)) {
        if (child.name === 'br') {
          run.breaks += 1;
          if (run.breaks >= 2) endBlock(block);
          else run.text += '\n';
        } else if (child.name === 'script' || child.name==='img') continue;
        else if (isBlock(child)) renderBlock(child, block, inLink, inEmphasis);
        else render(child, block, inLink || child.name === 'a', inEmphasis || EMPHASIS_TAGS.has(child.name));
      }
    }
  };

  const renderBlock = (child: Element, outer: Element, inLink: boolean, inEmphasis: boolean) => {
    if ((child.name === 'td' || child.name === 'th') && kind === 'row') {
      if (run.text.trim() !== '') run.text += ' | ';
      render(child, outer, inLink, inEmphasis);
      return;
    }
    if (kind === 'row' && child.name !== 'tr') {
      run.text += ' ';
      render(child, outer, inLink, inEmphasis);
      run.text += ' ';
      return;
    }
    endBlock(outer);
    const before = kind;
    kind = kindOf(child, before);
    render(child, child, inLink, inEmphasis);
    endBlock(child);
    kind = before;
  };

  for (const root of roots) {
    kind = kindOf(root, 'paragraph');
    render(root, root, false, false);
    endBlock(root);
  }
  return blocks;
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

/** A row of short cells; rows that carry a layout hold blocks or long text. */
function isDataRow(row: Element): boolean {
  const cells = row.children.filter((child): child is Element => isElement(child) && (child.name === 'td' || child.name === 'th'));
  return cells.length > 1 && cells.every((cell) => isShortCell(cell));
}

const MAX_CELL = 300;
function isShortCell(cell: Element): boolean {
  let letters = 0;
  const isPlain = (element: Element): boolean =>
    element.children.every((child) => {
      if (isText(child)) letters += weighText(cleanLine(child.data));
      else if (isElement(child)) return child.name !== 'table' && isPlain(child);
      return letters <= MAX_CELL;
    });
  return isPlain(cell);
}
