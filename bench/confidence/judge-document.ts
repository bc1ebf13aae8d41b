import { createHash } from 'node:crypto';
import type { Tags } from '../../src/model/mention.js';

/** The kinds of mentions that labels exist for. Places are not among them: no set labels what a city implies. */
export const JUDGED_KINDS = ['country', 'threat-actor', 'person', 'organisation', 'money'] as const;
export type JudgedKind = (typeof JUDGED_KINDS)[number];

/** A mention of a kind that its document is labelled for, and whether the labels have it. */
export interface JudgedMention {
  /** The id of its document. */
  readonly documentId: string;
  readonly kind: JudgedKind;
  readonly rule: string;
  readonly confidence: number;
  readonly isRight: boolean;
  /** Which of two halves its document belongs to, by a hash of the id: one is estimated on, the other checked. */
  readonly half: 0 | 1;
}

interface Label {
  readonly opt?: boolean;
}

/** A document of the kit; see the kit's README. */
export interface LabelledDocument {
  readonly id: string;
  readonly text: string;
  readonly gold: {
    readonly countries?: boolean;
    readonly actors?: readonly string[];
    readonly money?: boolean;
  };
  readonly countries?: readonly Label[];
  readonly actors?: readonly Label[];
  readonly money?: readonly Label[];
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** The kit's own scorer for one document: it notes the tags that it counts as wrong at its level `partial`. */
export type ScoreDocument = (
  document: LabelledDocument,
  tags: Tags,
  note: (kind: string, verdict: string, tag: Placed) => void,
) => unknown;

/**
 * Judges the mentions of a document as the kit's scorer does: by overlap and value. Kinds that the document is not
 * labelled for are left out, and so are mentions on optional labels, where either answer is right.
 */
export function judgeDocument(
  scoreDocument: ScoreDocument,
  document: LabelledDocument,
  tags: Tags,
): JudgedMention[] {
  const wrong = findWrong(scoreDocument, document, tags);
  // What is wrong only when nothing is optional is neither right nor wrong.
  const unmatched = findWrong(scoreDocument, withoutOptional(document), tags);
  const half = halfOf(document.id);
  return labelledMentions(document, tags).flatMap(({ kind, mention }) => {
    const key = keyOf(mention);
    if (unmatched.has(key) && !wrong.has(key)) return [];
    const { rule, confidence } = mention;
    return [{ documentId: document.id, kind, rule, confidence, isRight: !wrong.has(key), half }];
  });
}

function labelledMentions(
  { gold }: LabelledDocument,
  tags: Tags,
): { readonly kind: JudgedKind; readonly mention: Placed & { readonly confidence: number } }[] {
  const countries = gold.countries === true ? tags.countries : [];
  const actors = tags.actors.filter(({ type }) => gold.actors?.includes(type) === true);
  const money = gold.money === true ? tags.money : [];
  return [
    ...countries.map((mention) => ({ kind: 'country' as const, mention })),
    ...actors.map((mention) => ({ kind: mention.type, mention })),
    ...money.map((mention) => ({ kind: 'money' as const, mention })),
  ];
}

function findWrong(
  scoreDocument: ScoreDocument,
  document: LabelledDocument,
  tags: Tags,
): ReadonlySet<string> {
  const wrong = new Set<string>();
  scoreDocument(document, tags, (_kind, verdict, tag) => {
    if (verdict === 'wrong') wrong.add(keyOf(tag));
  });
  return wrong;
}

function withoutOptional(document: LabelledDocument): LabelledDocument {
  const required = (labels: readonly Label[] = []) => labels.filter(({ opt }) => opt !== true);
  return {
    ...document,
    countries: required(document.countries),
    actors: required(document.actors),
    money: required(document.money),
  };
}

function keyOf({ start, end, rule }: Placed): string {
  return `${start}-${end} ${rule}`;
}

// The kit itself was divided by the first byte.
function halfOf(id: string): 0 | 1 {
  const [, second = 0] = createHash('sha256').update(id).digest();
  return second % 2 === 0 ? 0 : 1;
}
