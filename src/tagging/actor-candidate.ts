import type { ActorKind, ActorMention } from '../model/mention.js';
import { spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RejectionReason } from './rejection.js';
import { RULE_CONFIDENCE } from './rule-confidence.js';
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
  const { start, end, text } = spanOf(reading, candidate);
  const { name, kind: type, id, rule } = candidate;
  const confidence = RULE_CONFIDENCE[rule];
  // Written out: a text may hold tens of thousands, and spreading objects together costs several times as much.
  return UNVERIFIED_RULES.has(rule)
    ? { start, end, text, name, type, id, unverified: true, rule, confidence }
    : { start, end, text, name, type, id, rule, confidence };
}

/** Notes that a proposed actor is no mention. */
export function rejectActor({ trace }: Reading, candidate: ActorCandidate, reason: RejectionReason): void {
  if (trace === null) return;
  const { first, end, kind, name, id, rule } = candidate;
  trace.reject({ first, end, value: { kind, name, id }, rule, alias: null }, reason);
}

/** Notes that words that might name an actor are no mention, before any rule proposed them. */
export function rejectName(
  reading: Reading,
  range: TokenRange,
  kind: ActorKind,
  reason: RejectionReason,
): void {
  if (reading.trace === null) return;
  const name = spanOf(reading, range).text.replace(/\s+/g, ' ');
  const value = { kind, name, id: null };
  reading.trace.reject({ first: range.first, end: range.end, value, rule: null, alias: null }, reason);
}

/** Rules that know a threat actor by its name alone. */
const SURE_THREATS: ReadonlySet<RuleName> = new Set(['threat-actor/catalogue', 'threat-actor/designator']);

/**
 * Leaves out organisations that end with a threat actor's whole name, "APT Winnti Group" is the Winnti Group, or begin
 * with that of one that no context need confirm: "Lazarus Group of North Korea", "Evil Corp." before a full stop.
 */
export function dropPadded(
  reading: Reading,
  organisations: readonly ActorCandidate[],
  actors: readonly ActorCandidate[],
): ActorCandidate[] {
  const threats = actors.filter(({ kind }) => kind === 'threat-actor');
  const startOfThreat = new Map(threats.map(({ first, end }) => [end, first]));
  const sure = threats.filter(({ rule }) => SURE_THREATS.has(rule));
  const endOfSure = new Map(sure.map(({ first, end }) => [first, end]));
  return organisations.filter((organisation) => {
    const { first, end } = organisation;
    const isPadded = (endOfSure.get(first) ?? end) < end || (startOfThreat.get(end) ?? first) > first;
    if (isPadded) rejectActor(reading, organisation, 'threat-actor-inside');
    return !isPadded;
  });
}

/**
 * Keeps candidates that do not overlap: the longer name wins, then the rule that goes before ({@link rankOfRule}), then the
 * earlier one.
 *
 * @returns the kept ones in order of position
 */
export function chooseActors(reading: Reading, candidates: readonly ActorCandidate[]): ActorCandidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.end - b.first - (a.end - a.first) || rankOfRule(a.rule) - rankOfRule(b.rule) || a.first - b.first,
  );
  const taken = new Uint8Array(reading.tokens.length);
  const kept: ActorCandidate[] = [];
  for (const candidate of ranked) {
    // A kept one is no longer than any before it: if it overlaps, one of its ends is taken.
    if (taken[candidate.first] === 1 || taken[candidate.end - 1] === 1) {
      rejectActor(reading, candidate, 'overlap');
      continue;
    }
    taken.fill(1, candidate.first, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.first - b.first);
}
