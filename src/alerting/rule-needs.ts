import type { AlertNeeds } from '../model/alert-facts.js';
import type { AlertCondition, AlertRule } from '../model/alert.js';

/**
 * What has to be looked up for these rules, and no more.
 *
 * @param cataloguedNames - all names that catalogues have for the actor of a name, perhaps none
 */
export function needsOfRules(
  rules: readonly Pick<AlertRule, 'condition'>[],
  cataloguedNames: (name: string) => readonly string[],
): AlertNeeds {
  const leaves = rules.flatMap(({ condition }) => leavesOf(condition));
  const asked = leaves.flatMap((leaf) => {
    if ('actor' in leaf) return leaf.actor;
    return 'surge' in leaf ? (leaf.surge.actors ?? []) : [];
  });
  const searches = leaves.flatMap((leaf) => ('search' in leaf ? [leaf.search] : []));
  return {
    watched: [...new Set(asked)].map((name) => ({
      asked: name,
      names: [...new Set([name, ...cataloguedNames(name)])],
    })),
    histories: leaves.some((leaf) => 'surge' in leaf),
    searches: [...new Map(searches.map((search) => [JSON.stringify(search), search])).values()],
  };
}

/** The conditions that look at something themselves. */
export function leavesOf(condition: AlertCondition): AlertCondition[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}
