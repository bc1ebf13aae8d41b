import { estimatePrecision, precisionOf, tally } from './calibration.js';
import type { Tally } from './calibration.js';
import { JUDGED_KINDS } from './judge-document.js';
import type { JudgedKind, JudgedMention } from './judge-document.js';

/** How often a rule was right, and what its confidence should be. */
export interface RuleMeasure extends Tally {
  readonly kind: JudgedKind;
  readonly rule: string;
  /** What its mentions carry, 0 to 1. */
  readonly confidence: number;
  /** Precision, drawn towards that of the kind where mentions are few, 0 to 1. */
  readonly estimate: number;
}

/** Measures each rule on the mentions that it made, by kind; within a kind the frequent rules come first. */
export function measureRules(judged: readonly JudgedMention[]): RuleMeasure[] {
  return JUDGED_KINDS.flatMap((kind) => {
    const ofKind = judged.filter((mention) => mention.kind === kind);
    const kindPrecision = precisionOf(tally(ofKind));
    const byRule = groupByRule(ofKind);
    return [...byRule]
      .map(([rule, mentions]) => {
        const counted = tally(mentions);
        const confidence = mentions[0]?.confidence ?? 0;
        return { kind, rule, confidence, estimate: estimatePrecision(counted, kindPrecision), ...counted };
      })
      .sort((a, b) => b.mentions - a.mentions);
  });
}

function groupByRule(mentions: readonly JudgedMention[]): Map<string, JudgedMention[]> {
  const byRule = new Map<string, JudgedMention[]>();
  for (const mention of mentions) {
    const known = byRule.get(mention.rule);
    if (known === undefined) byRule.set(mention.rule, [mention]);
    else known.push(mention);
  }
  return byRule;
}

/**
 * Gives the mentions of one half the confidences that the other half tells: what the way of estimating is worth on
 * texts that it has not seen.
 */
export function crossEstimate(judged: readonly JudgedMention[]): JudgedMention[] {
  return ([0, 1] as const).flatMap((half) => {
    const seen = judged.filter((mention) => mention.half !== half);
    const estimates = new Map(measureRules(seen).map(({ rule, estimate }) => [rule, estimate]));
    return judged
      .filter((mention) => mention.half === half)
      .map((mention) => {
        const ofKind = seen.filter(({ kind }) => kind === mention.kind);
        const confidence = estimates.get(mention.rule) ?? precisionOf(tally(ofKind));
        return { ...mention, confidence };
      });
  });
}
