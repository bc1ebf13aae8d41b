import { attribute, isElement, parentOf, walkElements, type Document, type Element } from './dom.js';
import type { Cuts } from './clean-dom.js';
import type { PageMeasure } from './measure-text.js';
import { scoreCandidates } from './score-candidate.js';
import type { ExtractionMethod } from '../model/article.js';

/** The elements that hold the body, in document order, and how they were found. */
export interface FoundBody {
  readonly elements: readonly Element[];
  readonly method: ExtractionMethod;
}

/** A declared body with less of the scored candidate's prose than this is a lead, a card, a mistake. */
const MIN_DECLARED_SHARE = 0.6;
/** An ancestor takes over when it holds this many times the prose, and few links: rails and teasers are linked. */
const CLIMB_GAIN = 1.5;
const MAX_CLIMB_LINK_SHARE = 0.15;
/** A sibling joins when it brings this share of the body's prose, … */
const MIN_SIBLING_SHARE = 0.04;
/** … and is not mostly links. */
const MAX_SIBLING_LINK_SHARE = 0.3;

/**
 * Finds the body: what the page declares as such, else the best scored candidate with its kin.
 *
 * @param measure - of the page with `cuts` left out
 * @returns null when the page has no prose
 */
export function findBody(document: Document, cuts: Cuts, measure: PageMeasure): FoundBody | null {
  const best = scoreCandidates(measure)[0]?.element;
  if (best === undefined) return null;
  const declared = declaredBodies(document, cuts);
  const declaredProse = sumProse(declared, measure);
  if (declaredProse > 0 && declaredProse >= measure.of(best).prose * MIN_DECLARED_SHARE) {
    return { elements: declared.filter((element) => measure.of(element).text > 0), method: 'semantic' };
  }
  return { elements: withKin(climb(best, measure), measure), method: 'scored' };
}

/** Elements marked as an article's body with microdata or RDFa, outermost only. */
function declaredBodies(document: Document, cuts: Cuts): Element[] {
  const found: Element[] = [];
  walkElements(document, (element) => {
    if (cuts.has(element)) return 'skip';
    const property = `${attribute(element, 'itemprop')} ${attribute(element, 'property')}`;
    if (!/\barticleBody\b/i.test(property)) return undefined;
    found.push(element);
    return 'skip';
  });
  return found;
}

function sumProse(elements: readonly Element[], measure: PageMeasure): number {
  return elements.reduce((sum, element) => sum + measure.of(element).prose, 0);
}

/** Goes up to the highest element that adds much prose and few links: bodies are often split by boxes and wrappers. */
function climb(from: Element, measure: PageMeasure): Element {
  let current = from;
  for (let parent = parentOf(from); parent !== null && !isPageFrame(parent); parent = parentOf(parent)) {
    const { prose, text, linkText } = measure.of(parent);
    const gain = prose / Math.max(measure.of(current).prose, 1);
    if (gain >= CLIMB_GAIN && linkText < text * MAX_CLIMB_LINK_SHARE) current = parent;
  }
  return current;
}

function isPageFrame(element: Element): boolean {
  return element.name === 'body' || element.name === 'html';
}

/** The body with the siblings that look like parts of it, in document order. */
function withKin(body: Element, measure: PageMeasure): Element[] {
  const parent = parentOf(body);
  if (parent === null) return [body];
  const { prose } = measure.of(body);
  return parent.children.filter((sibling): sibling is Element => {
    if (sibling === body) return true;
    if (!isElement(sibling)) return false;
    const own = measure.of(sibling);
    return (
      own.prose > prose * MIN_SIBLING_SHARE &&
      own.linkText < own.text * MAX_SIBLING_LINK_SHARE &&
      sameKind(sibling, body)
    );
  });
}

function sameKind(a: Element, b: Element): boolean {
  return a.name === 'p' || (a.name === b.name && attribute(a, 'class') === attribute(b, 'class'));
}
