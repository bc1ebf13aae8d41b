import { weighText } from './clean-text.js';
import { isBlock, isElement, isText, type Document, type Element } from './dom.js';

// Of these thousands are made for each page. They are classes because of what V8 does to object literals that refer to
// the tree: see `TreeBuilder.open`.

/** What stands below an element, in weighed letters (see `weighText`). */
export class TextMeasure {
  text = 0;
  /** The part of `text` inside links. */
  linkText = 0;
  /** Prose: runs of inline content that are long enough and not mostly links. */
  prose = 0;
}

/** A run of prose, and how much it counts. */
export class Paragraph {
  constructor(
    /** The block whose inline content it is. */
    readonly block: Element,
    readonly weight: number,
  ) {}
}

/** The inline content of one block, up to a border. */
class Run {
  text = 0;
  linkText = 0;
  isPunctuated = false;

  constructor(readonly block: Element | null) {}
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
/**
 * What prose without a full stop or comma counts: headlines and labels look like that. Scripts without spaces between
 * words use one as a comma.
 */
const UNPUNCTUATED_SHARE = 0.3;
const PUNCTUATION =
  /[.,;:!?\u3001\u3002\uff0c\uff01\uff1f\u060c\u06d4\u0964\u2026\u1362\u0589\u0f0d\u104a\u104b\u17d4]|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff] [\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/;

/** For measuring or rendering a page as it is. */
export const NOTHING_CUT: ReadonlySet<Element> = new Set();

const NOTHING = new TextMeasure();

/**
 * Measures every element below `root` in one pass.
 *
 * @param root - the page or a part of it
 * @param cuts - elements that count as absent
 */
export function measureText(root: Document | Element, cuts: { has(element: Element): boolean }): PageMeasure {
  const measures = new Map<Element, TextMeasure>();
  const paragraphs: Paragraph[] = [];
  let run = new Run(null);

  /** Ends the run at a border, starts the next one in `block`, and returns the prose of the one that ended. */
  const turnTo = (block: Element | null): number => {
    const weight = proseWeight(run);
    if (run.block !== null && weight > 0) paragraphs.push(new Paragraph(run.block, weight));
    run = new Run(block);
    return weight;
  };
  const measure = (node: Document | Element, isLinked: boolean): TextMeasure => {
    const own = new TextMeasure();
    for (const child of node.children) {
      if (isText(child)) addText(child.data, isLinked, own, run);
      else if (isElement(child) && child.name !== 'script' && !cuts.has(child)) {
        const outer = run.block;
        const isBorder = isBlock(child);
        if (isBorder) own.prose += turnTo(child);
        const inner = measure(child, isLinked || child.name === 'a');
        if (isBorder) inner.prose += turnTo(outer);
        // Most elements of a page are empty; those look like NOTHING anyway.
        if (inner.text > 0) measures.set(child, inner);
        own.text += inner.text;
        own.linkText += inner.linkText;
        own.prose += inner.prose;
      }
    }
    return own;
  };

  const total = measure(root, false);
  total.prose += turnTo(null);
  return { of: (element) => measures.get(element) ?? NOTHING, paragraphs, total };
}

function addText(data: string, isLinked: boolean, own: TextMeasure, run: Run): void {
  const text = data.trim();
  if (text === '') return;
  const weight = weighText(text);
  own.text += weight;
  run.text += weight;
  if (isLinked) {
    own.linkText += weight;
    run.linkText += weight;
  } else run.isPunctuated ||= PUNCTUATION.test(text);
}

/** 0 for runs that are no prose. */
function proseWeight(run: Run): number {
  if (run.text < MIN_PROSE || run.linkText >= run.text * MAX_LINK_SHARE) return 0;
  const weight = Math.min(run.text - run.linkText, MAX_PARAGRAPH_WEIGHT);
  return run.isPunctuated ? weight : weight * UNPUNCTUATED_SHARE;
}
