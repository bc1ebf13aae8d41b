import type { RuleName } from './rule-confidence.js';

/**
 * The rules for actors, those first whose proposal is kept where two of equal length overlap. Apart from confidence,
 * so that a new measurement changes no answer: what is known by name goes before what its own words tell, that before
 * what stands beside it, and a guess from its shape comes last.
 */
const ACTOR_RULES: readonly RuleName[] = [
  'threat-actor/catalogue',
  'threat-actor/designator',
  'organisation/catalogue',
  'person/catalogue',
  'person/title',
  'person/first-name',
  'organisation/suffix',
  'organisation/head',
  'person/surname',
  'person/deed',
  'organisation/acronym',
  'person/reporting-verb',
  'person/apposition',
  'person/list',
  'threat-actor/catalogue-context',
  'organisation/list',
  'threat-actor/family',
  'threat-actor/also-known-as',
  'threat-actor/acronym',
  'organisation/catalogue-context',
  'organisation/government',
  'organisation/members',
  'organisation/acronym-context',
  'threat-actor/unverified',
  'organisation/role',
  'person/parts-of-speech',
  'person/name-shape',
  'threat-actor/ambiguous',
];

const RANKS: ReadonlyMap<RuleName, number> = new Map(ACTOR_RULES.map((rule, rank) => [rule, rank]));

/** Where a rule stands in the order of precedence: 0 for the first; behind all others when it is no actor's. */
export function rankOfRule(rule: RuleName): number {
  return RANKS.get(rule) ?? ACTOR_RULES.length;
}
