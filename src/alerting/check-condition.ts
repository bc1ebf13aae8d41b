import type { AlertCondition } from '../model/alert.js';
import { refuse } from './parse-condition.js';

/**
 * Refuses conditions that are well-formed and can never speak of anything.
 *
 * @throws PermanentError `rule_invalid` that names the part at fault and what to do
 */
export function checkCondition(condition: AlertCondition, path = 'condition'): void {
  checkSilence(condition, path);
  checkContradictions(condition, path);
  if (!hasSubject(condition)) {
    refuse(
      path,
      'only says what must not be there, which nearly every article fulfils: put it into an "all" beside what to look for',
    );
  }
}

/** Whether what matches gives an alert something to speak of: a `not` has nothing, and with an `any` one part may be it. */
function hasSubject(condition: AlertCondition): boolean {
  if ('all' in condition) return condition.all.some(hasSubject);
  if ('any' in condition) return condition.any.every(hasSubject);
  return !('not' in condition);
}

/** Silence is seen by the clock, everything else in an article: the two never come together. */
function checkSilence(condition: AlertCondition, path: string): void {
  if ('any' in condition) {
    for (const [index, part] of condition.any.entries()) checkSilence(part, `${path}.any[${index}]`);
    return;
  }
  if ('silence' in condition || !holdsSilence(condition)) return;
  const key = 'all' in condition ? 'all' : 'not';
  refuse(
    path,
    `has a silence inside "${key}", but a silence is about a feed and not about an article, so they never come together: give it a rule of its own or an "any"`,
  );
}

function holdsSilence(condition: AlertCondition): boolean {
  if ('all' in condition) return condition.all.some(holdsSilence);
  if ('any' in condition) return condition.any.some(holdsSilence);
  if ('not' in condition) return holdsSilence(condition.not);
  return 'silence' in condition;
}

function checkContradictions(condition: AlertCondition, path: string): void {
  if ('all' in condition) {
    const parts = new Map(condition.all.map((part, index) => [JSON.stringify(part), index]));
    for (const [index, part] of condition.all.entries()) {
      const denied = 'not' in part ? parts.get(JSON.stringify(part.not)) : undefined;
      if (denied !== undefined) {
        refuse(`${path}.all[${index}]`, `denies all[${denied}], so nothing can match both: remove one`);
      }
      checkContradictions(part, `${path}.all[${index}]`);
    }
  } else if ('any' in condition) {
    for (const [index, part] of condition.any.entries()) checkContradictions(part, `${path}.any[${index}]`);
  } else if ('not' in condition) {
    checkContradictions(condition.not, `${path}.not`);
  }
}
