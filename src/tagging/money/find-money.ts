import type { MoneyMention } from '../../model/mention.js';
import { spanOf } from '../reading.js';
import type { Reading } from '../reading.js';
import { RULE_CONFIDENCE } from '../rule-confidence.js';
import type { RuleName } from '../rule-confidence.js';
import { joinsPrevious, opensPhrase } from '../token-trie.js';
import type { TokenTrie } from '../token-trie.js';
import { linkConversions } from './conversions.js';
import type { PlacedSum } from './conversions.js';
import { readCurrencyContext } from './currency-context.js';
import type { CountryAt } from './currency-context.js';
import type { CurrencyMarker } from './currency-markers.js';
import { exactAmount } from './exact-amount.js';
import { objectionToMoney } from './objection-to-money.js';
import type { FoundMoney } from './objection-to-money.js';
import { findPurpose } from './purpose.js';
import { readQualifiers } from './qualifiers.js';
import { mayOpenQuantity, readQuantity } from './quantity.js';
import { readRangeAfterQuantity, readRangeAfterSum } from './range.js';
import type { MoneyRange } from './range.js';
import { completeSum, readMarkedBefore } from './sum.js';
import type { MoneyText, Sum } from './sum.js';
import { rejectSum, rejectUnread } from './rejected-sum.js';

/**
 * Finds every sum of money in a text, left to right, each token read by at most one of them.
 *
 * @param countries - the countries said and implied: they tell whose pesos, pounds and crowns are meant
 */
export function findMoney(
  reading: Reading,
  currencies: TokenTrie<CurrencyMarker>,
  countries: readonly CountryAt[],
): MoneyMention[] {
  const { text, tokens } = reading;
  const source: MoneyText = {
    text,
    tokens,
    currencies,
    context: readCurrencyContext(tokens, currencies, countries),
    trace: reading.trace,
  };
  const sums: PlacedSum[] = [];
  let i = 0;
  while (i < tokens.length) {
    const found = reading.technical[i] !== 1 && mayOpenSum(source, i) ? findSumAt(reading, source, i) : null;
    if (found === null) {
      i++;
      continue;
    }
    reading.trace?.noteMarker(found.first, found.sum.marker.form);
    sums.push({ first: found.first, end: found.end, mention: toMention(reading, source, found) });
    i = found.end;
  }
  return linkConversions(tokens, sums);
}

function findSumAt(reading: Reading, source: MoneyText, first: number): FoundMoney | null {
  const found = readMoneyAt(source, first);
  if (found === null) {
    rejectUnread(source, first);
    return null;
  }
  const objection = objectionToMoney(reading, source.context, found);
  if (objection === null) return found;
  rejectSum(source.trace, found, objection);
  return null;
}

// Most words open neither a number nor a currency: told by one look-up.
function mayOpenSum({ tokens, currencies }: MoneyText, first: number): boolean {
  const token = tokens[first];
  if (token === undefined) return false;
  return mayOpenQuantity(token) || opensPhrase(currencies, token.key);
}

function readMoneyAt(source: MoneyText, first: number): FoundMoney | null {
  const { tokens } = source;
  const marked = joinsWord(source, first) ? null : readMarkedBefore(source, first);
  if (marked !== null) return toFound(source, marked);
  if (joinsPrevious(tokens, first)) return null;
  const quantity = readQuantity(tokens, first);
  if (quantity === null) return null;
  const range = readRangeAfterQuantity(source, first, quantity);
  if (range !== null) return toFoundRange(range);
  const sum = completeSum(source, first, quantity);
  return sum === null ? null : toFound(source, sum);
}

// A sign may stand right behind a letter ("US$5"), a code or letter may not ("XR20").
function joinsWord(source: MoneyText, first: number): boolean {
  return source.tokens[first]?.kind !== 'symbol' && joinsPrevious(source.tokens, first);
}

function toFound(source: MoneyText, sum: Sum): FoundMoney {
  const range = readRangeAfterSum(source, sum);
  if (range !== null) return toFoundRange(range);
  const exact = exactAmount(sum.amount);
  return { first: sum.first, end: sum.end, sum, amount: sum.amount.toNumber(), max: null, exact };
}

function toFoundRange({ first, end, sum, min, max }: MoneyRange): FoundMoney {
  const exact = exactAmount(min, max);
  return { first, end, sum, amount: min.toNumber(), max: max.toNumber(), exact };
}

function toMention(reading: Reading, source: MoneyText, found: FoundMoney): MoneyMention {
  const { sum, amount, max, exact } = found;
  const { start, end, text } = spanOf(reading, found);
  const { currency } = sum;
  const purpose = findPurpose(reading, found);
  const qualifiers = readQualifiers(reading, found);
  const rule = ruleOf(source, sum);
  const confidence = RULE_CONFIDENCE[rule];
  // Most sums are plain; spreading objects together costs several times as much as one written out.
  if (max === null && qualifiers === null && exact === null)
    return { start, end, text, amount, currency, purpose, rule, confidence };
  const range = max === null ? { amount } : { amount, min: amount, max };
  const digits = exact === null ? null : { exact };
  return { start, end, text, ...range, ...digits, currency, purpose, ...qualifiers, rule, confidence };
}

function ruleOf({ context }: MoneyText, { marker, currency }: Sum): RuleName {
  if (marker.form === '$' && currency === 'USD' && context.isDollarDoubtful()) return 'money/doubtful-dollar';
  if (marker.family !== null && !context.isAtHome(marker)) return 'money/shared';
  return marker.ambiguous ? 'money/ambiguous' : `money/${marker.kind}`;
}
