import type { ExtractedArticle } from '../model/article.js';
import type { SiteRule } from '../model/site-rules.js';
import { isWithin, parentOf, rawTextOf, type Element } from './dom.js';
import { cleanLine, weighText } from './clean-text.js';
import { extractWithEvidence, type PageInput } from './extract-article.js';
import type { Doubt } from './rate-body.js';
import type { BodyAttempt, TreeEvidence } from './read-body.js';

/** An element that was weighed as the body. Letters are weighed (see `weighText`). */
export interface ExplainedCandidate {
  readonly path: string;
  readonly score: number;
  readonly letters: number;
  readonly linkLetters: number;
  /** Whether the body is this element, or holds it. */
  readonly isChosen: boolean;
}

/** An element that was cut before the search, and the rule that cut it: a tag, a role, `hidden` or a word of its name. */
export interface ExplainedCut {
  readonly path: string;
  readonly rule: string;
  /** How its text begins. */
  readonly text: string;
}

/** A block of the body, and the rule that filtered it; null when it stays. */
export interface ExplainedBlock {
  readonly kind: string;
  readonly rule: string | null;
  readonly text: string;
}

export interface ExplainedAttempt {
  readonly name: string;
  readonly method: string;
  /** Weighed letters of its text. */
  readonly letters: number;
  readonly isChosen: boolean;
  readonly body: readonly string[];
  readonly candidates: readonly ExplainedCandidate[];
  readonly cuts: readonly ExplainedCut[];
  readonly blocks: readonly ExplainedBlock[];
}

/** Why an article reads as it does. */
export interface Explanation {
  readonly article: ExtractedArticle;
  /** What took its share of the confidence. */
  readonly doubts: readonly Doubt[];
  readonly attempts: readonly ExplainedAttempt[];
}

/** More candidates are of no interest. */
const MAX_CANDIDATES = 8;
/** Innermost names of an element's path. */
const MAX_PATH = 3;
const MAX_NAME_LENGTH = 50;
const MAX_CUT_TEXT = 80;

/**
 * Extracts an article as `extractArticle` does, by the same code, and tells what was decided on the way.
 *
 * @param page - URL and decoded markup
 * @param rule - what the user wrote for the page's site, if anything
 * @throws PermanentError `html_unparseable` when the markup is larger than any page can be
 */
export function explainArticle(page: PageInput, rule: SiteRule | null = null): Explanation {
  const { article, reading, rating } = extractWithEvidence(page, rule);
  return {
    article,
    doubts: rating.doubts,
    attempts: reading.attempts.map((attempt) => explainAttempt(attempt, attempt === reading.body)),
  };
}

function explainAttempt(attempt: BodyAttempt, isChosen: boolean): ExplainedAttempt {
  const { name, method, text, tree } = attempt;
  return {
    name,
    method,
    letters: weighText(text),
    isChosen,
    body: (tree?.found?.elements ?? []).map(pathOf),
    candidates: tree === null ? [] : explainCandidates(tree),
    cuts: tree === null ? [] : explainCuts(tree),
    blocks: (tree?.verdicts ?? []).map(({ block, rule }) => ({ kind: block.kind, rule, text: block.text })),
  };
}

function explainCandidates({ found, measure }: TreeEvidence): ExplainedCandidate[] {
  const body = new Set(found?.elements);
  return (found?.candidates ?? []).slice(0, MAX_CANDIDATES).map(({ element, score }) => ({
    path: pathOf(element),
    score,
    letters: measure.of(element).text,
    linkLetters: measure.of(element).linkText,
    isChosen: isWithin(element, body),
  }));
}

/** Cuts with text, in document order: empty elements and the page's head explain nothing. */
function explainCuts({ cuts }: TreeEvidence): ExplainedCut[] {
  return [...cuts].flatMap(([element, rule]) => {
    if (element.name === 'head' || element.name === 'script') return [];
    const text = cleanLine(rawTextOf(element)).slice(0, MAX_CUT_TEXT);
    return text === ''
      ? []
      : [{ path: pathOf(element), rule: isWord(rule) ? `named “${rule}”` : rule, text }];
  });
}

/** A word of the element's name, rather than its tag, its role or that it is hidden. */
function isWord(rule: string): boolean {
  return !rule.startsWith('<') && rule !== 'role' && rule !== 'hidden';
}

/** "main > div.page > article#story". */
function pathOf(element: Element): string {
  const names: string[] = [];
  for (let at: Element | null = element; at !== null && names.length < MAX_PATH; at = parentOf(at)) {
    names.unshift(nameOf(at));
  }
  return names.join(' > ');
}

function nameOf({ name, attribs }: Element): string {
  const id = attribs.id === undefined ? '' : `#${attribs.id}`;
  const classes = (attribs.class ?? '').split(/\s+/).filter((word) => word !== '');
  return `${name}${id}${classes.map((word) => `.${word}`).join('')}`.slice(0, MAX_NAME_LENGTH);
}
