import { weighText } from './clean-text.js';
import { isWithin } from './dom.js';
import type { Verdict } from './filter-blocks.js';
import type { FoundBody } from './find-body.js';
import type { BodyAttempt, TreeEvidence } from './read-body.js';

/** Something seen on the page that speaks against a body, and the share of the confidence that it leaves. */
export interface Doubt {
  readonly reason: string;
  readonly factor: number;
}

export interface BodyRating {
  /** 0 to 1; see `ExtractedArticle.confidence`. */
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
}

/** No page proves that nothing is missing; a text that the page declares itself comes near. */
const UNPROVED: Doubt = { reason: 'the page declares no text to compare with', factor: 0.95 };
/** The text agrees with the declared one when so much of each stands in the other. */
const MIN_AGREEMENT = 0.9;
/** Much of the found element was furniture: some more may be left. The doubt grows from here, … */
const FILTERED_FROM = 0.05;
/** … by this much per share filtered, … */
const FILTERED_SLOPE = 2;
/** … and leaves this at the worst. */
const MIN_FILTERED_FACTOR = 0.4;

/**
 * Rates a body by what can be seen: every doubt takes its share. The factors follow how much the bodies of real pages
 * fell behind where the doubt applied.
 */
export function rateBody(body: BodyAttempt): BodyRating {
  if (body.text === '') return { confidence: 0, doubts: [{ reason: 'no text', factor: 0 }] };
  const doubts = [
    ...doubtsOfAttempt(body),
    ...doubtsOfLength(weighText(body.text)),
    ...(body.tree === null ? [] : doubtsOfTree(body.tree)),
  ];
  const confidence = doubts.reduce((left, { factor }) => left * factor, 1);
  return { confidence: Math.round(confidence * 100) / 100, doubts };
}

function doubtsOfAttempt({ name }: BodyAttempt): Doubt[] {
  switch (name) {
    case 'careful':
    case 'site rule':
      return [];
    case 'declared':
      return [{ reason: 'only the declared text, which publishers shorten', factor: 0.8 }];
    case 'embedded':
      return [{ reason: 'read from a script', factor: 0.7 }];
    case 'lenient':
      return [{ reason: 'names and styles were not trusted', factor: 0.5 }];
  }
}

/** Weighed letters: a short text may be a teaser, a very long one may hold several stories. */
function doubtsOfLength(weight: number): Doubt[] {
  if (weight < 350) return [{ reason: 'very short', factor: 0.5 }];
  if (weight < 800) return [{ reason: 'short', factor: 0.85 }];
  return weight > 12_000 ? [{ reason: 'very long', factor: 0.95 }] : [];
}

function doubtsOfTree({ found, measure, verdicts, agreement }: TreeEvidence): Doubt[] {
  const doubts: Doubt[] = [];
  const kept = sumWeights(verdicts.filter(({ rule }) => rule === null));
  if (agreement === null) doubts.push(UNPROVED);
  else if (Math.min(agreement.inDeclared, agreement.ofDeclared) < MIN_AGREEMENT) {
    doubts.push({ reason: 'differs from the declared text', factor: 0.85 });
  }
  const filtered = 1 - kept / Math.max(sumWeights(verdicts), 1);
  if (filtered > FILTERED_FROM) {
    const factor = Math.max(MIN_FILTERED_FACTOR, 1 - (filtered - FILTERED_FROM) * FILTERED_SLOPE);
    doubts.push({ reason: `${Math.round(filtered * 100)} % of the body was filtered`, factor });
  }
  const share = kept / Math.max(measure.total.prose, 1);
  if (share < 0.9) doubts.push({ reason: 'other prose on the page', factor: share < 0.6 ? 0.8 : 0.9 });
  if (linkedShare(verdicts) > 0.2) doubts.push({ reason: 'many links', factor: 0.85 });
  if (found !== null && rivalShare(found) > 0.15)
    doubts.push({ reason: 'another part scored well', factor: 0.95 });
  return doubts;
}

function sumWeights(verdicts: readonly Verdict[]): number {
  return verdicts.reduce((sum, { block }) => sum + weighText(block.text), 0);
}

function linkedShare(verdicts: readonly Verdict[]): number {
  const kept = verdicts.filter(({ rule }) => rule === null);
  const linked = kept.reduce((sum, { block }) => sum + weighText(block.text) * block.linkShare, 0);
  return linked / Math.max(sumWeights(kept), 1);
}

/** Candidates further down are no rivals. */
const MAX_RIVALS = 50;

/** Score of the best candidate apart from the body, in relation to the body's best. */
function rivalShare({ elements, candidates }: FoundBody): number {
  const body = new Set(elements);
  const first = candidates.slice(0, MAX_RIVALS);
  const best = first.find(({ element }) => isWithin(element, body));
  const rival = first.find(({ element }) => {
    return !isWithin(element, body) && !elements.some((part) => isWithin(part, new Set([element])));
  });
  return best === undefined || rival === undefined ? 0 : rival.score / best.score;
}
