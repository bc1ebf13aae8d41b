import type { MoneyMention } from '../../model/mention.js';
import words from '../gazetteer/money-words.json' with { type: 'json' };
import { evidenceOf, hasCueNear, isTechnical, spanOf } from '../reading.js';
import type { Reading } from '../reading.js';
import type { RuleName } from '../rule-confidence.js';
import type { TokenTrie } from '../token-trie.js';
import { joinsPrevious } from '../token-trie.js';
import type { CurrencyMarker } from './currency-markers.js';
import { findPurpose } from './purpose.js';
import { readQuantity } from './quantity.js';
import { readRangeAfterQuantity, readRangeAfterSum } from './range.js';
import { completeSum, readMarkedBefore } from './sum.js';
import type { MoneyText, Sum } from './sum.js';

const APPROXIMATIONS: ReadonlySet<string> = new Set(words.approximations);
const APPROXIMATE_PAIRS: ReadonlySet<string> = new Set(words.approximatePairs);
const WEIGHT_WORDS: ReadonlySet<string> = new Set(words.weights);
const MONEY_WORDS: ReadonlySet<string> = new Set(Object.values(words.purposes).flat());
/** About half a euro. */
const SMALLEST_WON = 1000;
const CUE_REACH = { before: 12, after: 8 } as const;

interface Found {
  readonly first: number;
  readonly end: number;
  readonly sum: Sum;
  readonly amount: number;
  readonly max?: number;
}

/**
 * Finds every sum of money in a text, left to right, each token read by at most one of them.
 */
export function findMoney(reading: Reading, currencies: TokenTrie<CurrencyMarker>): MoneyMention[] {
  const source: MoneyText = { text: reading.text, tokens: reading.tokens, currencies };
  const mentions: MoneyMention[] = [];
  let i = 0;
  while (i < reading.tokens.length) {
    const found = readMoneyAt(source, i);
    if (found === null || !isMoney(reading, found)) {
      i++;
      continue;
    }
    mentions.push(toMention(reading, found));
    i = found.end;
  }
  return mentions;
}

function readMoneyAt(source: MoneyText, first: number): Found | null {
  const { tokens } = source;
  const marked = joinsWord(source, first) ? null : readMarkedBefore(source, first);
  if (marked !== null) return toFound(source, marked);
  if (joinsPrevious(tokens, first)) return null;
  const quantity = readQuantity(tokens, first);
  if (quantity === null) return null;
  const range = readRangeAfterQuantity(source, first, quantity);
  if (range !== null) return { ...range, amount: range.min.toNumber(), max: range.max.toNumber() };
  const sum = completeSum(source, first, quantity);
  return sum === null ? null : toFound(source, sum);
}

// A sign may stand right behind a letter ("US$5"), a code or letter may not ("XR20").
function joinsWord(source: MoneyText, first: number): boolean {
  return source.tokens[first]?.kind !== 'symbol' && joinsPrevious(source.tokens, first);
}

function toFound(source: MoneyText, sum: Sum): Found {
  const range = readRangeAfterSum(source, sum);
  if (range !== null) return { ...range, amount: range.min.toNumber(), max: range.max.toNumber() };
  return { first: sum.first, end: sum.end, sum, amount: sum.amount.toNumber() };
}

function isMoney(reading: Reading, found: Found): boolean {
  const { marker, quantity } = found.sum;
  if (isTechnical(reading, found) || !Number.isFinite(found.amount)) return false;
  if (isTournament(found)) return false;
  if (!marker.ambiguous) return true;
  if (quantity.magnitude?.gte(1e5) === true) return true;
  if (quantity.digits && isYear(found.amount)) return false;
  if (marker.form === 'pound' || marker.form === 'pounds') return isPoundOfMoney(reading, found);
  if (marker.kind === 'subunit') return true;
  // Nothing costs fewer: below, "won" is the verb.
  if (marker.form === 'won') return quantity.value.gte(SMALLEST_WON);
  // "5 real", "3 rand": everyday words behind small numbers.
  return quantity.value.gte(50) || hasCueNear(reading, found, MONEY_WORDS, CUE_REACH);
}

// "the 2016 Euro" is a tournament.
function isTournament(found: Found): boolean {
  return found.sum.marker.form === 'euro' && isYear(found.amount);
}

function isYear(amount: number): boolean {
  return Number.isInteger(amount) && amount >= 1900 && amount <= 2099;
}

function isPoundOfMoney(reading: Reading, found: Found): boolean {
  if (hasCueNear(reading, found, WEIGHT_WORDS, CUE_REACH)) return false;
  if (reading.tokens[found.end]?.key === 'of') return false;
  return reading.text.includes('£') || hasCueNear(reading, found, MONEY_WORDS, { before: 6, after: 4 });
}

function toMention(reading: Reading, found: Found): MoneyMention {
  const { sum, amount, max } = found;
  return {
    ...spanOf(reading, found),
    amount,
    ...(max === undefined ? {} : { min: amount, max }),
    currency: sum.currency,
    purpose: findPurpose(reading, found),
    ...(isApproximate(reading, found.first) ? { approx: true } : {}),
    ...evidenceOf(ruleOf(sum.marker)),
  };
}

function ruleOf(marker: CurrencyMarker): RuleName {
  return marker.ambiguous ? 'money/ambiguous' : `money/${marker.kind}`;
}

function isApproximate(reading: Reading, first: number): boolean {
  const before = reading.tokens[first - 1]?.key ?? '';
  const article = before === 'a' || before === 'an' || before === 'as' ? 1 : 0;
  const last = reading.tokens[first - 1 - article]?.key ?? '';
  const pair = `${reading.tokens[first - 2 - article]?.key ?? ''} ${last}`;
  return APPROXIMATIONS.has(before) || APPROXIMATIONS.has(last) || APPROXIMATE_PAIRS.has(pair);
}
