import type { ExactAmount } from '../../model/mention.js';
import words from '../gazetteer/money-words.json' with { type: 'json' };
import { hasCueNear, isTechnical } from '../reading.js';
import type { Reading } from '../reading.js';
import type { RejectionReason } from '../rejection.js';
import type { CurrencyContext } from './currency-context.js';
import type { Sum } from './sum.js';

/** A sum or range that the grammar read. */
export interface FoundMoney {
  readonly first: number;
  readonly end: number;
  readonly sum: Sum;
  readonly amount: number;
  /** The upper end of a range, null for a single sum. */
  readonly max: number | null;
  /** The decimals where numbers can't hold them, else null. */
  readonly exact: ExactAmount | null;
}

const WEIGHT_WORDS: ReadonlySet<string> = new Set(words.weights);
const MONEY_WORDS: ReadonlySet<string> = new Set([
  ...Object.values(words.purposes).flatMap(({ strong, weak }) => [...strong, ...weak]),
  ...words.moneyWords,
]);
/** About half a euro. */
const SMALLEST_WON = 1000;
/** Below, an everyday word behind a number ("3 rand", "TOP 10") needs a word of money near. */
const PLAIN_SUM = 50;
const PLAIN_CODE_SUM = 1000;
const CUE_REACH = { before: 12, after: 8 } as const;

/** Why what reads like a sum is none ("Euro 2016", pounds of weight, "70 won", "N95"); null where it is one. */
export function objectionToMoney(
  reading: Reading,
  context: CurrencyContext,
  found: FoundMoney,
): RejectionReason | null {
  const { marker, quantity } = found.sum;
  if (isTechnical(reading, found)) return 'technical';
  if (!Number.isFinite(found.amount)) return 'too-large';
  if (isTournament(found)) return 'tournament';
  if (/^\p{L}$/u.test(marker.form) && marker.kind === 'symbol')
    return isLetterSum(context, found) ? null : 'letter-code';
  if (marker.form === 'pound' || marker.form === 'pounds')
    return isPoundOfMoney(reading, context, found) ? null : 'weight';
  if (!marker.ambiguous) return null;
  if (quantity.magnitude?.gte(1e5) === true) return null;
  if (quantity.raw !== null && isYear(found.amount)) return 'year';
  if (marker.kind === 'subunit') return null;
  if (marker.form === 'won') return quantity.value.gte(SMALLEST_WON) ? null : 'small-sum';
  const plain = marker.kind === 'code' ? PLAIN_CODE_SUM : PLAIN_SUM;
  return found.amount >= plain || hasCueNear(reading, found, MONEY_WORDS, CUE_REACH) ? null : 'small-sum';
}

// "N95", "P5", "R2": a letter before a figure is a currency where its country is spoken of, or before a large sum.
function isLetterSum(context: CurrencyContext, { sum }: FoundMoney): boolean {
  const { magnitude, raw } = sum.quantity;
  return context.isAtHome(sum.marker) || magnitude?.gte(1e6) === true || /,\d{3}$/.test(raw ?? '');
}

// "the 2016 Euro" is a tournament.
function isTournament(found: FoundMoney): boolean {
  return found.sum.marker.form === 'euro' && isYear(found.amount);
}

function isYear(amount: number): boolean {
  return Number.isInteger(amount) && amount >= 1900 && amount <= 2099;
}

function isPoundOfMoney(reading: Reading, context: CurrencyContext, found: FoundMoney): boolean {
  if (found.sum.quantity.magnitude?.gte(1e5) === true) return true;
  if (hasCueNear(reading, found, WEIGHT_WORDS, CUE_REACH) || reading.tokens[found.end]?.key === 'of')
    return false;
  if (context.hasPoundSign() || hasCueNear(reading, found, MONEY_WORDS, { before: 6, after: 4 })) return true;
  return context.isAtHome(found.sum.marker) && found.sum.quantity.value.gte(PLAIN_SUM);
}
