import type { AlertCondition, SavedSearch } from '../model/alert.js';
import { countryName } from './rule-codes.js';

/** A condition in words for a list: "first mention of a threat-actor, and (South Korea or Japan)". */
export function describeCondition(condition: AlertCondition): string {
  if ('all' in condition) return condition.all.map(describePart).join(' and ');
  if ('any' in condition) return condition.any.map(describePart).join(' or ');
  if ('not' in condition) return `not ${describePart(condition.not)}`;
  if ('firstMention' in condition) {
    const { kinds, countries } = condition.firstMention;
    const beside = countries === undefined ? '' : ` beside ${orList(countries.map(countryName))}`;
    return `first mention of ${kinds === undefined ? 'any actor' : orList(kinds)}${beside}`;
  }
  if ('actor' in condition) return `actor ${orList(condition.actor)}`;
  if ('country' in condition) {
    const names = orList(condition.country.map(countryName));
    return `country ${names}${condition.implied === true ? ', said or implied' : ''}`;
  }
  if ('topic' in condition) return `words ${orList(condition.topic.map((words) => `“${words}”`))}`;
  if ('money' in condition) {
    const { min, currency, purposes } = condition.money;
    return `at least ${formatAmount(min)} ${currency}${purposes === undefined ? '' : ` as ${orList(purposes)}`}`;
  }
  if ('surge' in condition) {
    const { kinds, actors } = condition.surge;
    return `surge of ${orList(actors ?? kinds ?? ['any actor'])}`;
  }
  if ('silence' in condition) return `silence of ${orList(condition.silence.feeds ?? ['any feed'])}`;
  return `search for ${describeSearch(condition.search)}`;
}

/** The filters of a search in words: "lang en, text dams". */
export function describeSearch(search: SavedSearch): string {
  return Object.entries(search)
    .map(([filter, value]) => (filter === 'text' ? `“${String(value)}”` : `${filter} ${String(value)}`))
    .join(', ');
}

/** `1000000` → `1,000,000`. */
export function formatAmount(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 8 });
}

function describePart(part: AlertCondition): string {
  const text = describeCondition(part);
  return 'all' in part || 'any' in part ? `(${text})` : text;
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
