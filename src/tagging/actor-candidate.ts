import type { ActorKind, ActorMention } from '../model/mention.js';
import { spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import { RULE_CONFIDENCE } from './rule-confidence.js';
import type { RuleName } from './rule-confidence.js';

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
  const { start, end, text } = spanOf(reading, candidate);
  const { name, kind: type, id, rule } = candidate;
  const confidence = RULE_CONFIDENCE[rule];
  // Written out: a text may hold tens of thousands, and spreading objects together costs several times as much.
  return UNVERIFIED_RULES.has(rule)
    ? { start, end, text, name, type, id, unverified: true, rule, confidence }
    : { start, end, text, name, type, id, rule, confidence };
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
 * Keeps candidates that do not overlap: the longer name wins, then the surer rule, then the earlier one.
 *
 * @returns the kept ones in order of position
 */
export function chooseActors(candidates: readonly ActorCandidate[], tokenCount: number): ActorCandidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.end - b.first - (a.end - a.first) ||
      RULE_CONFIDENCE[b.rule] - RULE_CONFIDENCE[a.rule] ||
      a.first - b.first,
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
