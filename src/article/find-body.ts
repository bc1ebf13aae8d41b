import type { Cuts } from './clean-dom.js';
import {
  attribute,
  isElement,
  parentOf,
  rawTextOf,
  walkElements,
  type Document,
  type Element,
} from './dom.js';
import { foldText } from './fold-text.js';
import type { PageMeasure } from './measure-text.js';
import { scoreCandidates, type Candidate } from './score-candidate.js';

/** The elements that hold the body, in document order, and how they were found. */
export interface FoundBody {
  readonly elements: readonly Element[];
  readonly method: 'semantic' | 'scored';
  /** Prose of the elements that the page declares as its body, in weighed letters; 0 when it declares none. */
  readonly declaredProse: number;
  /** All candidates, best first. */
  readonly candidates: readonly Candidate[];
}

const ARTICLE_BODY = /\barticleBody\b/i;
/** A declared body with less of the scored candidate's prose than this is a lead, a card, a mistake. */
const MIN_DECLARED_SHARE = 0.6;
/** An ancestor takes over when it holds this many times the prose, and adds few links: teasers are linked. */
const CLIMB_GAIN = 1.5;
const MAX_CLIMB_LINK_SHARE = 0.15;
/** A part of a split body brings this share of the body's prose, … */
const MIN_KIN_SHARE = 0.04;
/** … is not mostly links, … */
const MAX_KIN_LINK_SHARE = 0.3;
/** … and further up in the tree it holds little but prose. */
const MIN_DISTANT_KIN_PROSE = 0.7;

/**
 * Finds the body: what the page declares as such, else the best scored candidate with its kin.
 *
 * @param measure - of the page with `cuts` left out
 * @param titles - what the page calls the article, to find its headline by
 * @returns null when the page has no prose
 */
export function findBody(
  document: Document,
  cuts: Cuts,
  measure: PageMeasure,
  titles: readonly string[],
): FoundBody | null {
  const candidates = scoreCandidates(measure, elementsBeforeHeadline(document, titles));
  const best = candidates[0]?.element;
  if (best === undefined) return null;
  const declared = declaredBodies(document, cuts);
  const declaredProse = sumProse(declared, measure);
  const isDeclared = declaredProse > 0 && declaredProse >= measure.of(best).prose * MIN_DECLARED_SHARE;
  return {
    elements: isDeclared
      ? declared.filter((element) => measure.of(element).text > 0)
      : withKin(climb(best, measure), measure),
    method: isDeclared ? 'semantic' : 'scored',
    declaredProse,
    candidates,
  };
}

/** Elements that end before the headline begins: what stands there is seldom the article. Empty without a headline. */
function elementsBeforeHeadline(document: Document, titles: readonly string[]): ReadonlySet<Element> {
  const headlines = new Set(titles.map(foldText));
  const passed: Element[] = [];
  const end = walkElements(document, (element) => {
    passed.push(element);
    return element.name === 'h1' && headlines.has(foldText(rawTextOf(element))) ? 'stop' : undefined;
  });
  if (end === undefined) return new Set();
  const before = new Set(passed);
  for (let around = passed.at(-1) ?? null; around !== null; around = parentOf(around)) before.delete(around);
  return before;
}

/** Elements marked as an article's body with microdata or RDFa, outermost only. */
function declaredBodies(document: Document, cuts: Cuts): Element[] {
  const found: Element[] = [];
  walkElements(document, (element) => {
    if (cuts.has(element)) return 'skip';
    if (!isDeclaredBody(element)) return undefined;
    found.push(element);
    return 'skip';
  });
  return found;
}

function isDeclaredBody({ attribs: { itemprop, property } }: Element): boolean {
  if (itemprop !== undefined && ARTICLE_BODY.test(itemprop)) return true;
  return property !== undefined && ARTICLE_BODY.test(property);
}

function sumProse(elements: readonly Element[], measure: PageMeasure): number {
  return elements.reduce((sum, element) => sum + measure.of(element).prose, 0);
}

/** Goes up to the highest element that adds much prose and few links: bodies are often split by boxes and wrappers. */
function climb(from: Element, measure: PageMeasure): Element {
  let current = from;
  for (let parent = parentOf(from); parent !== null && !isPageFrame(parent); parent = parentOf(parent)) {
    const { prose, text, linkText } = measure.of(parent);
    const own = measure.of(current);
    const isLinked = linkText - own.linkText >= (text - own.text) * MAX_CLIMB_LINK_SHARE;
    if (prose >= own.prose * CLIMB_GAIN && !isLinked) current = parent;
  }
  return current;
}

function isPageFrame(element: Element): boolean {
  return element.name === 'body' || element.name === 'html';
}

/** The body with the elements beside it, and beside its ancestors, that look like parts of it; in document order. */
function withKin(body: Element, measure: PageMeasure): Element[] {
  const isPart = (element: Element, kin: Element): boolean => {
    const { prose, text, linkText } = measure.of(element);
    if (prose <= measure.of(body).prose * MIN_KIN_SHARE || linkText >= text * MAX_KIN_LINK_SHARE)
      return false;
    if (kin === body && element.name === 'p') return true;
    return isSameKind(element, kin) && (kin === body || prose >= text * MIN_DISTANT_KIN_PROSE);
  };
  let parts = [body];
  let inner = body;
  for (let parent = parentOf(body); parent !== null; parent = parentOf(parent)) {
    const kin = inner;
    const wider: Element[] = [];
    for (const child of parent.children) {
      if (child === kin) wider.push(...parts);
      else if (isElement(child) && isPart(child, kin)) wider.push(child);
    }
    parts = wider;
    inner = parent;
  }
  return parts;
}

/** Builders of pages give the parts of a text the same tag and class. */
function isSameKind(a: Element, b: Element): boolean {
  return a.name === b.name && attribute(a, 'class') === attribute(b, 'class');
}
