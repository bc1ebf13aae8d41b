import type { ExtractionMethod } from '../model/article.js';
import { findJunk, type Cleaning, type Cuts } from './clean-dom.js';
import { weighText } from './clean-text.js';
import { compareWithDeclared, type Agreement } from './compare-declared.js';
import type { Document, Element } from './dom.js';
import { embeddedBody } from './embedded-body.js';
import { embeddedState } from './embedded-state.js';
import { judgeBlocks, type PageFacts, type Verdict } from './filter-blocks.js';
import { findBody, type FoundBody } from './find-body.js';
import { findLead } from './find-lead.js';
import { measureText, NOTHING_CUT, type PageMeasure } from './measure-text.js';
import { readFragment, textOf } from './read-fragment.js';
import type { JsonObject } from './read-json-ld.js';
import { renderBlocks } from './render-blocks.js';

/** What a body is read from. */
export interface BodySource {
  readonly document: Document;
  readonly jsonLd: readonly JsonObject[];
  readonly facts: PageFacts;
  /** The page's markup. */
  readonly html: string;
  /** The body's containers where a rule of the site names them. */
  readonly kept: readonly Element[];
}

/** One attempt at the body, with everything that was decided on the way. */
export interface BodyAttempt {
  readonly name: Cleaning | 'declared' | 'embedded' | 'site rule';
  readonly text: string;
  readonly method: ExtractionMethod;
  /** Of attempts on the page's tree. */
  readonly tree: TreeEvidence | null;
}

/** How an attempt on the page's tree came to its text. */
export interface TreeEvidence {
  readonly cuts: Cuts;
  /** Of the page with the cuts left out. */
  readonly measure: PageMeasure;
  /** null when the page has no prose. */
  readonly found: FoundBody | null;
  readonly verdicts: readonly Verdict[];
  /** null when the page declares no text. */
  readonly agreement: Agreement | null;
}

export interface BodyReading {
  readonly body: BodyAttempt;
  /** All attempts that were made, in order. */
  readonly attempts: readonly BodyAttempt[];
}

/** A body with fewer weighed letters may be a teaser, a notice, or the only part that survived the cleaning: … */
const MIN_BODY = 350;
/** … a later attempt must bring this many times the text. The careful attempt is the precise one. */
const MIN_RESCUE_GAIN = 2;
/** A body with fewer may be a banner on a page that scripts draw: … */
const MIN_SURE_BODY = 1_200;
/** … then the page's data must bring this many times the text. */
const MIN_DATA_GAIN = 4;
/** The declared text is the body's own when so much of each stands in the other: what it lacks is furniture. */
const MIN_IN_DECLARED = 0.8;
const MIN_OF_DECLARED = 0.95;
/** Text that is hardly any of the declared one is a rail, when it is the shorter one. */
const MAX_IN_OTHER = 0.1;
/** The page shows only the beginning of the declared text: so little of it, and little else. */
const MAX_SHOWN_OF_DECLARED = 0.6;

/**
 * Reads the body of a page. The cascade: each attempt is made only when those before it under-delivered, and must do
 * much better, or when the page shows only the beginning of the text that it declares.
 */
export function readBody(source: BodySource): BodyReading {
  const ruled = readKept(source);
  if (ruled.text !== '') return { body: ruled, attempts: [ruled] };
  const declared = embeddedBody(source.jsonLd);
  let body = readTree(source, 'careful', declared);
  const attempts = [body];
  const rescues: (readonly [below: number, attempt: () => BodyAttempt])[] = [
    [MIN_SURE_BODY, () => readDeclared(declared)],
    [MIN_SURE_BODY, () => readState(source)],
    [MIN_BODY, () => readTree(source, 'lenient', declared)],
  ];
  for (const [below, attemptRescue] of rescues) {
    const weight = weighText(body.text);
    if (weight >= below && !isBeginning(body)) continue;
    const attempt = attemptRescue();
    attempts.push(attempt);
    const gain = weight < MIN_BODY ? MIN_RESCUE_GAIN : MIN_DATA_GAIN;
    const isBetter = weighText(attempt.text) > weight * gain || replacesOther(body, attempt);
    if (isBeginning(body) || isBetter) body = attempt;
  }
  return { body, attempts };
}

function readTree({ document, facts }: BodySource, cleaning: Cleaning, declared: string): BodyAttempt {
  const cuts = findJunk(document, measureText(document, NOTHING_CUT), cleaning);
  const measure = measureText(document, cuts);
  const found = findBody(document, cuts, measure, facts.titles);
  if (found === null) {
    const tree = { cuts, measure, found, verdicts: [], agreement: null };
    return { name: cleaning, text: '', method: 'none', tree };
  }
  const blocks = renderBlocks(found.elements, cuts);
  const lead = findLead(document, found.elements, cuts, blocks, facts.titles);
  const judged = judgeBlocks([...lead, ...blocks], facts);
  const agreement = compareWithDeclared(keptBlocks(judged.slice(lead.length)), declared);
  const verdicts = judged.map((verdict) => judgeByDeclared(verdict, agreement));
  return {
    name: cleaning,
    text: textOf(verdicts),
    method: found.method,
    tree: { cuts, measure, found, verdicts, agreement },
  };
}

/** Of doubtful parts in the containers that a rule names only what the rule drops is left out. */
function readKept({ document, facts, kept }: BodySource): BodyAttempt {
  if (kept.length === 0) return { name: 'site rule', text: '', method: 'none', tree: null };
  const cuts = findJunk(document, measureText(document, NOTHING_CUT), 'lenient');
  const text = textOf(judgeBlocks(renderBlocks(kept, cuts), facts));
  return { name: 'site rule', text, method: 'site-rules', tree: null };
}

function readDeclared(declared: string): BodyAttempt {
  return { name: 'declared', text: declared, method: 'json-ld', tree: null };
}

function readState({ html, facts }: BodySource): BodyAttempt {
  const markup = embeddedState(html);
  const text = markup === '' ? '' : textOf(readFragment(markup, facts));
  return { name: 'embedded', text, method: 'embedded', tree: null };
}

/** Publishers leave subheads out of the declared text, and little else. */
function judgeByDeclared(verdict: Verdict, agreement: Agreement | null): Verdict {
  if (verdict.rule !== null || agreement === null || verdict.block.kind === 'heading') return verdict;
  const isSame = agreement.inDeclared >= MIN_IN_DECLARED && agreement.ofDeclared >= MIN_OF_DECLARED;
  return isSame && agreement.strangers.has(verdict.block)
    ? { ...verdict, rule: 'not in the declared text' }
    : verdict;
}

function isBeginning({ tree }: BodyAttempt): boolean {
  const agreement = tree?.agreement ?? null;
  return (
    agreement !== null &&
    agreement.inDeclared >= MIN_IN_DECLARED &&
    agreement.ofDeclared <= MAX_SHOWN_OF_DECLARED
  );
}

/** Whether the page shows another text than the declared one, and less of it: the article is drawn by scripts. */
function replacesOther({ text, tree }: BodyAttempt, attempt: BodyAttempt): boolean {
  const agreement = tree?.agreement ?? null;
  return (
    attempt.name === 'declared' &&
    agreement !== null &&
    agreement.inDeclared <= MAX_IN_OTHER &&
    weighText(attempt.text) > weighText(text)
  );
}

function keptBlocks(verdicts: readonly Verdict[]) {
  return verdicts.flatMap(({ block, rule }) => (rule === null ? [block] : []));
}
