import { weighText } from './clean-text.js';
import { isBlock, isElement, isText, type Document, type Element } from './dom.js';

/** What stands below an element, in weighed letters (see `weighText`). */
export interface TextMeasure {
  text: number;
  /** The part of `text` inside links. */
  linkText: number;
  /** Prose: runs of inline content that are long enough and not mostly links. */
  prose: number;
}

/** A run of prose, and how much it counts. */
export interface Paragraph {
  /** The block whose inline content it is. */
  readonly block: Element;
  readonly weight: number;
}

export interface PageMeasure {
  readonly of: (element: Element) => TextMeasure;
  readonly paragraphs: readonly Paragraph[];
  readonly total: TextMeasure;
}

/** Shorter runs are labels, menu entries, datelines. Readability uses the same 25. */
const MIN_PROSE = 25;
/** A paragraph may cite sources; a menu or a rail is links and little else. */
const MAX_LINK_SHARE = 0.5;
/** Longer runs count no more: a blob of 10,000 letters (terms of use) must not outweigh a story. */
const MAX_PARAGRAPH_WEIGHT = 1_200;
/** What prose without a full stop or comma counts: headlines and labels look like that. */
const UNPUNCTUATED_SHARE = 0.3;
const PUNCTUATION = /[.,;:!?\u3001\u3002\uff0c\uff01\uff1f\u060c\u06d4\u0964\u2026]/;

/** For measuring or rendering a page as it is. */
export const NOTHING_CUT: ReadonlySet<Element> = new Set();

const NOTHING: TextMeasure = { text: 0, linkText: 0, prose: 0 };

/**
 * Measures every element below `root` in one pass.
 *
 * @param root - the page or a part of it
 * @param cuts - elements that count as absent
 */
export function measureText(root: Document | Element, cuts: { has(element: Element): boolean }): PageMeasure {
  const measures = new Map<Element, TextMeasure>();
  const paragraphs: Paragraph[] = [];
  const run: { block: Element | null; text: number; linkText: number; punctuated: boolean } = {
    block: null,
    text: 0,
    linkText: 0,
    punctuated: false,
  };

  /** Ends the current run and returns the prose in it. */
  const endRun = (nextBlock: Element | null): number => {
    let weight = 0;
    if (run.block !== null && run.text >= MIN_PROSE && run.linkText < run.text * MAX_LINK_SHARE) {
      weight = Math.min(run.text - run.linkText, MAX_PARAGRAPH_WEIGHT);
      if (!run.punctuated) weight *= UNPUNCTUATED_SHARE;
      paragraphs.push({ block: run.block, weight });
    }
    run.block = nextBlock;
    run.text = 0;
    run.linkText = 0;
    run.punctuated = false;
    return weight;
  };

  const measure = (node: Document | Element, inLink: boolean): TextMeasure => {
    const own: TextMeasure = { text: 0, linkText: 0, prose: 0 };
    for (const child of node.children) {
      if (isText(child)) {
        const text = child.data.trim();
        if (text === '') continue;
        const weight = weighText(text);
        own.text += weight;
        run.text += weight;
        if (inLink) {
          own.linkText += weight;
          run.linkText += weight;
        } else run.punctuated ||= PUNCTUATION.test(text);
      } else if (isElement(child) && child.name !== 'script' && !cuts.has(child)) {
        const outer = run.block;
        const isBorder = isBlock(child);
        if (isBorder) own.prose += endRun(child);
        const inner = measure(child, inLink || child.name === 'a');
        if (isBorder) inner.prose += endRun(outer);
        measures.set(child, inner);
        own.text += inner.text;
        own.linkText += inner.linkText;
        own.prose += inner.prose;
      }
    }
    return own;
  };

  const total = measure(root, false);
  total.prose += endRun(null);
  return { of: (element) => measures.get(element) ?? NOTHING, paragraphs, total };
}
