import { KINDS } from './facts.js';
import type { Fact, Kind } from './facts.js';

/** Strict: the same stretch and a right value. Partial: a stretch that overlaps and a right value. */
export const LEVELS = ['strict', 'partial'] as const;

export type Level = (typeof LEVELS)[number];

/** How many facts were found, made up and missed. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Precision, recall and their harmonic mean in percent, one decimal. 100 where there was nothing to find. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What is wrong with an answer: facts missed and facts made up. */
export interface Comparison extends Counts {
  readonly missedFacts: readonly Fact[];
  readonly wrongFacts: readonly Fact[];
}

/** Compares the facts of one kind that a text holds with those that were found; each is used once. */
export function compareFacts(gold: readonly Fact[], given: readonly Fact[], level: Level): Comparison {
  const unused = new Set(given);
  const missedFacts: Fact[] = [];
  let right = 0;
  // What must be found comes first, so that an optional fact never takes its match.
  for (const expected of [...gold].sort(
    (a, b) => Number(a.optional ?? false) - Number(b.optional ?? false),
  )) {
    const match = [...unused].find((fact) => isMatch(expected, fact, level));
    if (match !== undefined) unused.delete(match);
    if (expected.optional === true) continue;
    if (match === undefined) missedFacts.push(expected);
    else right++;
  }
  const optional = gold.filter((fact) => fact.optional === true);
  const wrongFacts = [...unused].filter((fact) => !optional.some((other) => overlaps(other, fact)));
  return { right, wrong: wrongFacts.length, missed: missedFacts.length, missedFacts, wrongFacts };
}

function isMatch(expected: Fact, given: Fact, level: Level): boolean {
  if (!given.values.some((value) => expected.values.includes(value))) return false;
  return level === 'strict'
    ? expected.start === given.start && expected.end === given.end
    : overlaps(expected, given);
}

function overlaps(one: Fact, other: Fact): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Adds up counts. */
export function sumCounts(all: readonly Counts[]): Counts {
  const total = (of: (counts: Counts) => number) => all.reduce((sum, counts) => sum + of(counts), 0);
  return {
    right: total(({ right }) => right),
    wrong: total(({ wrong }) => wrong),
    missed: total(({ missed }) => missed),
  };
}

/** Precision, recall and F1 of counts. */
export function figuresOf({ right, wrong, missed }: Counts): Figures {
  return {
    precision: percent(right, right + wrong),
    recall: percent(right, right + missed),
    f1: percent(2 * right, 2 * right + wrong + missed),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((part / whole) * 1_000) / 10;
}

/** The facts of one kind, or of any where the kind is null. */
export function ofKind(facts: readonly Fact[], kind: Kind): Fact[] {
  return facts.filter((fact) => fact.kind === kind);
}

/** Compares two sets of facts kind by kind. */
export function compareByKind(
  gold: readonly Fact[],
  given: readonly Fact[],
  level: Level,
): ReadonlyMap<Kind, Comparison> {
  return new Map(KINDS.map((kind) => [kind, compareFacts(ofKind(gold, kind), ofKind(given, kind), level)]));
}
