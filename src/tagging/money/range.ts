import type Big from 'big.js';

import words from '../gazetteer/money-words.json' with { type: 'json' };
import { readQuantity } from './quantity.js';
import type { Quantity } from './quantity.js';
import { completeSum, inUnits, readSum } from './sum.js';
import type { MoneyText, Sum } from './sum.js';

const CHANGES: ReadonlySet<string> = new Set(words.changes);

const AND_WORDS: ReadonlySet<string> = new Set(words.rangeWords.and);
const BETWEEN_WORDS: ReadonlySet<string> = new Set(words.rangeWords.between);
const TO_WORDS: ReadonlySet<string> = new Set(words.rangeWords.to);

/** How many words before "from" a verb of change may stand ("rose sharply in May from $3 to $5"). */
const CHANGE_REACH = 6;

/** Two sums that are the ends of one range. */
export interface MoneyRange {
  readonly first: number;
  readonly end: number;
  readonly min: Big;
  readonly max: Big;
  readonly sum: Sum;
}

/** Reads a range whose lower end is a sum: "$25 to $50", "$3-5 million", "€3-5m". */
export function readRangeAfterSum(source: MoneyText, low: Sum): MoneyRange | null {
  const connector = readConnector(source, low.first, low.end);
  if (connector === null) return null;
  const high = readSum(source, connector.end);
  if (high !== null && high.currency === low.currency) return toRange(low.first, low.quantity, low, high);
  const bare = readQuantity(source.tokens, connector.end);
  if (typeof bare?.raw !== 'string' || (connector.isWord && bare.magnitude === null)) return null;
  return toRange(low.first, low.quantity, low, {
    ...low,
    end: bare.end,
    amount: inUnits(bare.value, low.marker),
    quantity: bare,
  });
}

/** Reads a range whose lower end is a bare quantity: "10-20 dollars", "from 10 to 20 million euros". */
export function readRangeAfterQuantity(source: MoneyText, first: number, low: Quantity): MoneyRange | null {
  const connector = readConnector(source, first, low.end);
  if (connector === null) return null;
  const bare = readQuantity(source.tokens, connector.end);
  const high = bare === null ? null : completeSum(source, connector.end, bare);
  if (high === null) return null;
  const lowSum: Sum = { ...high, first, quantity: low, amount: low.value.times(high.marker.unit) };
  return toRange(first, low, lowSum, high);
}

function readConnector(
  source: MoneyText,
  first: number,
  at: number,
): { end: number; isWord: boolean } | null {
  const token = source.tokens[at];
  if (token === undefined || token.opensLine) return null;
  if (token.key === '-') return { end: at + 1, isWord: false };
  const opener = source.tokens[first - 1]?.key;
  if (AND_WORDS.has(token.key)) return BETWEEN_WORDS.has(opener ?? '') ? { end: at + 1, isWord: true } : null;
  if (!TO_WORDS.has(token.key)) return null;
  return opener === 'from' && isChange(source, first - 1) ? null : { end: at + 1, isWord: true };
}

// "rose from $3 million to $5 million" tells two sums, not a range.
function isChange(source: MoneyText, from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - CHANGE_REACH; i--) {
    if (CHANGES.has(source.tokens[i]?.key ?? '')) return true;
  }
  return false;
}

// The lower end takes the magnitude of the upper one when it has none and would be the smaller: "$3-5 million".
function toRange(first: number, quantity: Quantity, low: Sum, high: Sum): MoneyRange | null {
  const factor = high.quantity.magnitude;
  const inherits =
    factor !== null && quantity.magnitude === null && quantity.value.lt(high.quantity.value.div(factor));
  const min = inherits ? low.amount.times(factor) : low.amount.times(omittedGroup(quantity, high));
  if (min.gte(high.amount)) return null;
  return { first, end: high.end, min, max: high.amount, sum: high };
}

// "15-20,000 euros" leaves the thousands of the lower end out.
function omittedGroup({ raw, value, magnitude }: Quantity, high: Sum): number {
  const isShort = magnitude === null && high.quantity.magnitude === null && /^\d{1,3}$/.test(raw ?? '');
  return isShort && /^\d{1,3},000$/.test(high.quantity.raw ?? '') && value.times(1000).lt(high.quantity.value)
    ? 1000
    : 1;
}
