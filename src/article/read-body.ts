import type { ExtractionMethod } from '../model/article.js';
import { findJunk, type Cleaning, type Cuts } from './clean-dom.js';
import { weighText } from './clean-text.js';
import type { Document } from './dom.js';
import { embeddedBody } from './embedded-body.js';
import { judgeBlocks, type PageFacts, type Verdict } from './filter-blocks.js';
import { findBody, type FoundBody } from './find-body.js';
import { findLead } from './find-lead.js';
import { measureText, NOTHING_CUT } from './measure-text.js';
import type { JsonObject } from './read-json-ld.js';
import { renderBlocks } from './render-blocks.js';

/** What a body is read from. */
export interface BodySource {
  readonly document: Document;
  readonly jsonLd: readonly JsonObject[];
  readonly facts: PageFacts;
}

/** One attempt at the body, with everything that was decided on the way. */
export interface BodyAttempt {
  readonly name: 'careful' | 'json-ld' | 'lenient';
  readonly text: string;
  readonly method: ExtractionMethod;
  /** Of attempts on the page's tree. */
  readonly tree: TreeEvidence | null;
}

export interface TreeEvidence {
  readonly cuts: Cuts;
  readonly found: FoundBody | null;
  readonly verdicts: readonly Verdict[];
}

export interface BodyReading {
  readonly body: BodyAttempt;
  /** All attempts that were made, in order. */
  readonly attempts: readonly BodyAttempt[];
}

/** A body with fewer weighed letters may be a teaser, a notice, or the only part that survived the cleaning. */
const MIN_BODY = 350;
/** A later attempt must bring this many times the text: the careful attempts are the precise ones. */
const MIN_RESCUE_GAIN = 2;

/**
 * Reads the body of a page. The cascade: each attempt is made only when those before it under-delivered, and must do
 * much better.
 */
export function readBody(source: BodySource): BodyReading {
  let body = readTree(source, 'careful');
  const attempts = [body];
  const later = [() => readEmbedded(source), () => readTree(source, 'lenient')];
  for (const attempt of later) {
    if (weighText(body.text) >= MIN_BODY) break;
    const next = attempt();
    attempts.push(next);
    if (weighText(next.text) > weighText(body.text) * MIN_RESCUE_GAIN) body = next;
  }
  return { body, attempts };
}

function readTree({ document, facts }: BodySource, cleaning: Cleaning): BodyAttempt {
  const cuts = findJunk(document, measureText(document, NOTHING_CUT), cleaning);
  const found = findBody(document, cuts, measureText(document, cuts));
  if (found === null) return { name: cleaning, text: '', method: 'scored', tree: { cuts, found, verdicts: [] } };
  const blocks = renderBlocks(found.elements, cuts);
  const lead = findLead(document, found.elements, cuts, blocks, facts.titles);
  const verdicts = judgeBlocks([...lead, ...blocks], facts);
  const text = verdicts.flatMap(({ block, rule }) => (rule === null ? [block.text] : [])).join('\n\n');
  return { name: cleaning, text, method: found.method, tree: { cuts, found, verdicts } };
}

function readEmbedded({ jsonLd }: BodySource): BodyAttempt {
  return { name: 'json-ld', ...embeddedBody(jsonLd), tree: null };
}
