import type { ActorKind, ActorMention } from '../model/mention.js';
import { evidenceOf, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import { rankOfRule } from './rule-precedence.js';

/** An actor that a rule proposes. Where proposals overlap, {@link chooseActors} keeps one. */
export interface ActorCandidate extends TokenRange {
  readonly kind: ActorKind;
  /** The canonical name. */
  readonly name: string;
  readonly id: string | null;
  readonly rule: RuleName;
}

/** The rules by which a text alone makes a name an actor's. */
const UNVERIFIED_RULES: ReadonlySet<RuleName> = new Set([
  'threat-actor/unverified',
  'threat-actor/also-known-as',
]);

/** Turns an accepted candidate into a mention. */
export function toActorMention(reading: Reading, candidate: ActorCandidate): ActorMention {
  const { name, kind: type, id, rule } = candidate;
  const unverified = UNVERIFIED_RULES.has(rule) ? { unverified: true as const } : {};
  return { ...spanOf(reading, candidate), name, type, id, ...unverified, ...evidenceOf(rule) };
}

/**
 * Leaves out organisations that end with a threat actor's whole name: "APT Winnti Group" is the Winnti Group.
 */
export function dropPadded(
  organisations: readonly ActorCandidate[],
  actors: readonly ActorCandidate[],
): ActorCandidate[] {
  const startOfThreat = new Map(
    actors.flatMap(({ kind, first, end }) => (kind === 'threat-actor' ? [[end, first] as const] : [])),
  );
  return organisations.filter(({ first, end }) => (startOfThreat.get(end) ?? first) <= first);
}

/**
 * Keeps candidates that do not overlap: the longer name wins, then the rule that goes before ({@link rankOfRule}), then the
 * earlier one.
 *
 * @returns the kept ones in order of position
 */
export function chooseActors(candidates: readonly ActorCandidate[], tokenCount: number): ActorCandidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.end - b.first - (a.end - a.first) || rankOfRule(a.rule) - rankOfRule(b.rule) || a.first - b.first,
  );
  const taken = new Uint8Array(tokenCount);
  const kept: ActorCandidate[] = [];
  for (const candidate of ranked) {
    // A kept one is no longer than any before it: if it overlaps, one of its ends is taken.
    if (taken[candidate.first] === 1 || taken[candidate.end - 1] === 1) continue;
    taken.fill(1, candidate.first, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.first - b.first);
}
