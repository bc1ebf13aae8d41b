import type { ActorKind, ActorMention } from '../model/mention.js';
import { evidenceOf, spanOf } from './reading.js';
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

/** Turns an accepted candidate into a mention. */
export function toActorMention(reading: Reading, candidate: ActorCandidate): ActorMention {
  const { name, kind: type, id, rule } = candidate;
  return { ...spanOf(reading, candidate), name, type, id, ...evidenceOf(rule) };
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
