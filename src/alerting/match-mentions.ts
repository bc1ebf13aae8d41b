import type { AlertReason, SavedSearch } from '../model/alert.js';
import type { MoneyMention, MoneyPurpose } from '../model/mention.js';
import { evidenceFor, SUBJECT_RANK, type ConditionMatch } from './condition-match.js';
import { describeSearch, formatAmount } from './describe-condition.js';
import { countryName } from './rule-codes.js';
import type { TaggingEvent } from './tagging-event.js';

/** Watched countries: one match each. */
export function matchCountry(
  condition: { readonly country: readonly string[]; readonly implied?: boolean },
  { article, tags }: TaggingEvent,
): ConditionMatch[] {
  return condition.country.flatMap((code): ConditionMatch[] => {
    const said = tags.countries.find((mention) => mention.code === code);
    const place =
      condition.implied === true ? tags.places.find((mention) => mention.code === code) : undefined;
    const mention = said ?? place;
    if (mention === undefined) return [];
    const name = countryName(code);
    const text = said === undefined ? `${name} implied by ${mention.text}` : `${name} said`;
    return [
      {
        subject: {
          key: `country:${code}`,
          scope: 'story',
          name,
          kind: 'country',
          unverified: false,
          headline: `${name} is mentioned`,
          rank: SUBJECT_RANK.country,
        },
        reasons: [{ condition: 'country', text, evidence: evidenceFor(article, mention, code) }],
      },
    ];
  });
}

/** Sums of at least so much: one match, whose reasons are the largest of them. */
export function matchMoney(
  condition: {
    readonly min: number;
    readonly currency: string;
    readonly purposes?: readonly MoneyPurpose[];
  },
  { article, tags }: TaggingEvent,
): ConditionMatch[] {
  const { min, currency, purposes } = condition;
  const sums = tags.money
    .filter((sum) => sum.currency === currency && largest(sum) >= min)
    .filter((sum) => purposes === undefined || (sum.purpose !== undefined && purposes.includes(sum.purpose)))
    .sort((a, b) => largest(b) - largest(a) || a.start - b.start);
  const [top] = sums;
  if (top === undefined) return [];
  const others = sums.length === 1 ? '' : `, and ${sums.length - 1} more such sums`;
  const value = `${formatAmount(largest(top))} ${currency}`;
  const text = `${value}${top.purpose === undefined ? '' : ` as ${top.purpose}`}, where at least ${formatAmount(min)} ${currency} was asked for${others}`;
  return [
    {
      subject: {
        key: `money:${currency}`,
        scope: 'story',
        name: value,
        kind: 'money',
        unverified: false,
        headline: top.purpose === undefined ? value : `${value}: ${top.purpose}`,
        rank: SUBJECT_RANK.money,
      },
      reasons: [{ condition: 'money', text, evidence: evidenceFor(article, top, value) }],
    },
  ];
}

/** A saved search that the database says finds the article. */
export function matchSearch(search: SavedSearch, { facts }: TaggingEvent): ConditionMatch[] {
  if (!facts.searches.has(JSON.stringify(search))) return [];
  const words = describeSearch(search);
  const reason: AlertReason = {
    condition: 'search',
    text: `found by the search for ${words}`,
    evidence: null,
  };
  return [
    {
      subject: {
        key: 'search',
        scope: 'story',
        name: words,
        kind: 'topic',
        unverified: false,
        headline: `Found by the search for ${words}`,
        rank: SUBJECT_RANK.search,
      },
      reasons: [reason],
    },
  ];
}

/** A range counts by its upper end. */
function largest(sum: MoneyMention): number {
  return sum.max ?? sum.amount;
}
