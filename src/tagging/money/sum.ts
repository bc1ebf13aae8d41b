import type Big from 'big.js';

import type { TokenTrie } from '../token-trie.js';
import type { Token } from '../tokenise.js';
import { readMarker } from './currency-markers.js';
import type { CurrencyMarker } from './currency-markers.js';
import { readMagnitude, readQuantity } from './quantity.js';
import type { Quantity } from './quantity.js';

/** What the money grammar reads from. */
export interface MoneyText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly currencies: TokenTrie<CurrencyMarker>;
}

/** A single sum: the tokens `first` up to, not including, `end`. */
export interface Sum {
  readonly first: number;
  readonly end: number;
  /** In whole units of the currency. */
  readonly amount: Big;
  readonly currency: string;
  readonly marker: CurrencyMarker;
  readonly quantity: Quantity;
}

/** Reads a sum that begins at a token: "$5 million", "USD 20", "20 euros", "75 USD million", "12-cent". */
export function readSum(source: MoneyText, first: number): Sum | null {
  return readMarkedBefore(source, first) ?? readMarkedAfter(source, first);
}

/** Reads a sum whose currency stands before the figure: "$ 5 million", "Rs20", "US$3.14", "MUSD 20". */
export function readMarkedBefore(source: MoneyText, first: number): Sum | null {
  const { text, tokens, currencies } = source;
  const before = readMarker(currencies, text, tokens, first, 'before');
  if (before === null) return null;
  const { marker } = before;
  const start = tokens[before.end];
  if (start?.kind !== 'number' || start.opensLine) return null;
  // A letter that is a currency only by the figure glued to it: "N60 million", "R250".
  if (/^[NR]$/.test(marker.form) && !start.glued) return null;
  const quantity = readQuantity(tokens, before.end);
  if (quantity === null) return null;
  const refined = readRefinement(source, marker, quantity.end);
  const code = refined?.code ?? marker.code;
  const sum: Sum = {
    first,
    end: refined?.end ?? quantity.end,
    amount: quantity.value.times(marker.unit).times(marker.factor),
    currency: code,
    marker,
    quantity,
  };
  return withSubunits(source, sum);
}

// "$5 million USD", "$20 AUD": a code after a sum that has its sign before.
function readRefinement(
  source: MoneyText,
  marker: CurrencyMarker,
  at: number,
): { code: string; end: number } | null {
  if (marker.kind !== 'symbol' || !marker.form.endsWith('$')) return null;
  const after = readMarker(source.currencies, source.text, source.tokens, at, 'after');
  const extends_ = after?.marker.kind === 'code' && after.marker.factor === '1';
  // "$5 EUR 4" are two sums.
  if (after === null || !extends_ || source.tokens[after.end]?.kind === 'number') return null;
  return { code: after.marker.code, end: after.end };
}

/** Reads a sum whose currency stands after the figure: "20 euros", "five million yen", "75 USD million". */
export function readMarkedAfter(source: MoneyText, first: number): Sum | null {
  const quantity = readQuantity(source.tokens, first);
  return quantity === null ? null : completeSum(source, first, quantity);
}

/** Reads the currency that follows a quantity already read. */
export function completeSum(source: MoneyText, first: number, quantity: Quantity): Sum | null {
  const { text, tokens, currencies } = source;
  const hyphen = tokens[quantity.end]?.text === '-' && tokens[quantity.end]?.glued === true ? 1 : 0;
  const at = quantity.end + hyphen;
  if (tokens[at] === undefined || tokens[at].opensLine) return null;
  const after = readMarker(currencies, text, tokens, at, 'after');
  if (after === null || !isSuffixInPlace(source, quantity, after.marker, at, after.end)) return null;
  const late = quantity.magnitude === null ? readMagnitude(tokens, after.end) : null;
  const amount = quantity.value
    .times(late?.factor ?? '1')
    .times(after.marker.unit)
    .times(after.marker.factor);
  const end = late?.end ?? after.end;
  return withSubunits(source, {
    first,
    end,
    amount,
    currency: after.marker.code,
    marker: after.marker,
    quantity,
  });
}

// Glued letters after a figure are part of a name ("10Cr"), but codes and signs are not ("10MNT", "20€").
function isSuffixInPlace(
  source: MoneyText,
  quantity: Quantity,
  marker: CurrencyMarker,
  at: number,
  end: number,
): boolean {
  const { tokens } = source;
  const next = tokens[end];
  if (next !== undefined && next.glued && next.kind !== 'symbol' && marker.kind !== 'symbol') return false;
  // "10 $ 30 $" closes with its sign; "5 $10" does not begin with the 5.
  if (marker.kind === 'symbol' && next?.kind === 'number' && next.glued) return false;
  if (marker.form === 'c' || marker.form === 'p') return tokens[at]?.glued === true && quantity.value.lt(100);
  return true;
}

// "thirteen dollars and forty-five cents", "$20 and 43c".
function withSubunits(source: MoneyText, sum: Sum): Sum {
  const { tokens, text, currencies } = source;
  if (sum.quantity.magnitude !== null || sum.marker.kind === 'subunit' || !sum.amount.eq(sum.amount.round()))
    return sum;
  const joined = tokens[sum.end]?.key === 'and' ? sum.end + 1 : sum.end;
  const tail = readQuantity(tokens, joined);
  if (tail?.magnitude !== null || tail.value.gte(100)) return sum;
  const part = readMarker(currencies, text, tokens, tail.end, 'after');
  if (part?.marker.kind !== 'subunit') return sum;
  return { ...sum, amount: sum.amount.plus(tail.value.times(part.marker.unit)), end: part.end };
}
