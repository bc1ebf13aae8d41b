import type { AlertCondition, AlertReason } from '../model/alert.js';
import type { ConditionMatch } from './condition-match.js';
import { describeCondition } from './describe-condition.js';
import { matchActor, matchFirstMention, matchSurge } from './match-actors.js';
import { matchCountry, matchMoney, matchSearch } from './match-mentions.js';
import { matchTopic } from './match-topic.js';
import type { TaggingEvent } from './tagging-event.js';

/** Why a condition holds. */
export interface ConditionResult {
  /** What it found; each may become an alert. */
  readonly matches: readonly ConditionMatch[];
  /** Reasons that speak of nothing by themselves: what is not there. */
  readonly support: readonly AlertReason[];
}

/** What one condition adds to a card that speaks of another's subject. */
const MOST_SUPPORTING_MATCHES = 3;

/**
 * Evaluates a condition against one article.
 *
 * @returns null when it does not hold
 */
export function evaluateCondition(condition: AlertCondition, event: TaggingEvent): ConditionResult | null {
  if ('all' in condition) return evaluateAll(condition.all, event);
  if ('any' in condition) return evaluateAny(condition.any, event);
  if ('not' in condition) {
    if (evaluateCondition(condition.not, event) !== null) return null;
    const text = `does not hold: ${describeCondition(condition.not)}`;
    return { matches: [], support: [{ condition: 'not', text, evidence: null }] };
  }
  const matches = matchLeaf(condition, event);
  return matches.length === 0 ? null : { matches, support: [] };
}

type Leaf = Exclude<
  AlertCondition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

function matchLeaf(condition: Leaf, event: TaggingEvent): ConditionMatch[] {
  if ('firstMention' in condition) return matchFirstMention(condition.firstMention, event);
  if ('actor' in condition) return matchActor(condition.actor, event);
  if ('country' in condition) return matchCountry(condition, event);
  if ('topic' in condition) return matchTopic(condition.topic, event);
  if ('money' in condition) return matchMoney(condition.money, event);
  if ('surge' in condition) return matchSurge(condition.surge, event);
  if ('search' in condition) return matchSearch(condition.search, event);
  // A silence is seen by the clock, in no article.
  return [];
}

function evaluateAny(parts: readonly AlertCondition[], event: TaggingEvent): ConditionResult | null {
  const results = parts.flatMap((part) => evaluateCondition(part, event) ?? []);
  if (results.length === 0) return null;
  return {
    matches: mergeByKey(results.flatMap(({ matches }) => matches)),
    support: results.flatMap(({ support }) => support),
  };
}

/** The alerts speak of what the leading part found; the other parts say why that matters. */
function evaluateAll(parts: readonly AlertCondition[], event: TaggingEvent): ConditionResult | null {
  const results: ConditionResult[] = [];
  for (const part of parts) {
    const result = evaluateCondition(part, event);
    if (result === null) return null;
    results.push(result);
  }
  const support = results.flatMap((result) => result.support);
  const leading = results.reduce((best, result) => (rankOf(result) < rankOf(best) ? result : best));
  const others = results.filter((result) => result !== leading);
  const matches = leading.matches.map(({ subject, reasons }) => ({
    subject,
    reasons: dropRepeated([
      ...reasons,
      ...others.flatMap((other) => reasonsBeside(subject, other.matches)),
      ...support,
    ]),
  }));
  return { matches, support };
}

function rankOf({ matches }: ConditionResult): number {
  return Math.min(...matches.map(({ subject }) => subject.rank));
}

/** What another part says of the same actor; else of what it found, shortened. */
function reasonsBeside(
  subject: ConditionMatch['subject'],
  matches: readonly ConditionMatch[],
): readonly AlertReason[] {
  const same = matches.filter((match) => match.subject.name === subject.name);
  const chosen = same.length > 0 ? same : matches.slice(0, MOST_SUPPORTING_MATCHES);
  return chosen.flatMap(({ reasons }) => reasons);
}

/** Where several parts of an `any` speak of the same, it is one alert with the reasons of all. */
function mergeByKey(matches: readonly ConditionMatch[]): ConditionMatch[] {
  const byKey = new Map<string, ConditionMatch>();
  for (const match of matches) {
    const key = `${match.subject.scope} ${match.subject.key}`;
    const known = byKey.get(key);
    byKey.set(
      key,
      known === undefined ? match : { ...known, reasons: dropRepeated([...known.reasons, ...match.reasons]) },
    );
  }
  return [...byKey.values()];
}

function dropRepeated(reasons: readonly AlertReason[]): AlertReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
