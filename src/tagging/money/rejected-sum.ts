import type { RejectionReason } from '../rejection.js';
import type { Trace } from '../trace.js';
import { readMarker } from './currency-markers.js';
import type { FoundMoney } from './objection-to-money.js';
import { readQuantity } from './quantity.js';
import type { MoneyText } from './sum.js';

/** Notes that what reads like a sum is none. */
export function rejectSum(trace: Trace | null, found: FoundMoney, reason: RejectionReason): void {
  if (trace === null) return;
  const { first, end, amount, max, sum } = found;
  const range = max === null ? { amount } : { amount, max };
  const value = { kind: 'money', ...range, currency: sum.currency } as const;
  trace.reject({ first, end, value, rule: null, alias: sum.marker.form }, reason);
}

/**
 * Notes the half of a sum where the grammar found no whole one: a large number without a currency ("5 million users"),
 * a currency without a figure ("millions of dollars"). Plain numbers are too many to be worth a word.
 */
export function rejectUnread({ trace, tokens, text, currencies }: MoneyText, first: number): void {
  if (trace === null) return;
  const quantity = readQuantity(tokens, first);
  if (quantity !== null) {
    if (quantity.magnitude === null) return;
    const value = { kind: 'money', amount: quantity.value.toNumber(), currency: null } as const;
    trace.reject({ first, end: quantity.end, value, rule: null, alias: null }, 'no-currency');
    return;
  }
  const named = readMarker(currencies, text, tokens, first, 'after');
  if (named?.marker.kind !== 'word' || named.marker.ambiguous) return;
  const value = { kind: 'money', amount: null, currency: named.marker.code || null } as const;
  trace.reject({ first, end: named.end, value, rule: null, alias: named.marker.form }, 'no-figure');
}
