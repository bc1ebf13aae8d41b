import { isBlock, parentOf, type Element } from './dom.js';
import { createNameJudge, type NameVerdict } from './junk-names.js';
import type { PageMeasure } from './measure-text.js';

export interface Candidate {
  readonly element: Element;
  readonly score: number;
}

/** A paragraph speaks for the element around it, half for the next, then less and less; Readability's figures. */
const SHARE_BY_LEVEL = [1, 0.5, 1 / 6, 1 / 9];
/** Blocks that are a paragraph themselves: their text speaks for the parent. Others hold text directly. */
const PARAGRAPH_TAGS = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'dd',
  'dt',
  'blockquote',
  'option',
  'ul',
  'ol',
  'dl',
  'table',
  'tbody',
  'tr',
]);
/** What a name that speaks for a body is worth. */
const NAME_BONUS = 1.25;
/** What a name that speaks for a rail, a comment section or a box leaves of it. */
const NAME_MALUS = 0.5;
/** What standing before the headline leaves of it: notices of the site stand there. */
const BEFORE_HEADLINE_MALUS = 0.5;

/**
 * Scores every element that may hold the body by the prose near it.
 *
 * @param beforeHeadline - elements that end before the page's headline begins
 * @returns the candidates, best first
 */
export function scoreCandidates(measure: PageMeasure, beforeHeadline: ReadonlySet<Element>): Candidate[] {
  const scores = new Map<Element, number>();
  for (const { block, weight } of measure.paragraphs) {
    let holder: Element | null = block;
    for (const share of SHARE_BY_LEVEL) {
      while (holder !== null && (!isBlock(holder) || PARAGRAPH_TAGS.has(holder.name)))
        holder = parentOf(holder);
      if (holder === null) break;
      scores.set(holder, (scores.get(holder) ?? 0) + weight * share);
      holder = parentOf(holder);
    }
  }
  const judgeName = createNameJudge();
  return [...scores]
    .map(([element, score]) => {
      const place = beforeHeadline.has(element) ? BEFORE_HEADLINE_MALUS : 1;
      return { element, score: score * place * evidence(element, measure, judgeName(element)) };
    })
    .sort((a, b) => b.score - a.score);
}

function evidence(element: Element, measure: PageMeasure, name: NameVerdict): number {
  const { text, linkText } = measure.of(element);
  const prosaic = text > 0 ? 1 - linkText / text : 0;
  if (element.name === 'article' || name.isBody) return prosaic * NAME_BONUS;
  if (element.name === 'aside' || name.junk !== null || name.doubtful !== null) return prosaic * NAME_MALUS;
  return prosaic;
}
