import type Big from 'big.js';

import type { TokenTrie } from '../token-trie.js';
import type { Token } from '../tokenise.js';
import type { Trace } from '../trace.js';
import data from '../gazetteer/magnitudes.json' with { type: 'json' };
import type { CurrencyContext } from './currency-context.js';
import { readMarker } from './currency-markers.js';
import type { CurrencyMarker } from './currency-markers.js';
import { readBareDecimals } from './digits.js';
import { readMagnitude } from './magnitudes.js';
import { readQuantity } from './quantity.js';
import type { Quantity } from './quantity.js';

const LINKS: ReadonlySet<string> = new Set(data.links);
const POINT_GROUPS: ReadonlySet<string> = new Set(data.pointGroups);
const ENGLISH_MAGNITUDES: ReadonlySet<string> = new Set(data.englishMagnitudes);
const ROMANCE_MARKERS: ReadonlySet<string> = new Set(data.romanceMarkers);

/** What the money grammar reads from. */
export interface MoneyText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly currencies: TokenTrie<CurrencyMarker>;
  readonly context: CurrencyContext;
  /** Where sums that are turned down are noted; null when nobody asks why. */
  readonly trace: Trace | null;
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

/** Reads a sum whose currency stands before the figure: "$ 5 million", "Rs20", "US$3.14", "MUSD 20", "$.50". */
export function readMarkedBefore(source: MoneyText, first: number): Sum | null {
  const { text, tokens, currencies } = source;
  const before = readMarker(currencies, text, tokens, first, 'before');
  if (before === null) return null;
  const { marker, end } = before;
  const quantity = readAmount(tokens, marker, end);
  if (quantity === null) return null;
  const refined = readRefinement(source, marker, quantity.end);
  return finish(source, first, {
    quantity,
    marker,
    refined: refined?.code,
    end: refined?.end ?? quantity.end,
  });
}

function readAmount(tokens: readonly Token[], marker: CurrencyMarker, at: number): Quantity | null {
  const start = tokens[at];
  if (start === undefined || start.opensLine) return null;
  const cents = readBareDecimals(tokens, at);
  if (cents !== null) return { ...cents, magnitude: null, word: null };
  if (start.kind === 'word') return null;
  // A letter that is a currency only by the figure glued to it: "N60 million", "R250".
  if (/^\p{L}$/u.test(marker.form) && !start.glued) return null;
  return readQuantity(tokens, at);
}

interface Parts {
  readonly quantity: Quantity;
  readonly marker: CurrencyMarker;
  /** The code that a second marker gives ("$5 AUD"). */
  readonly refined?: string | undefined;
  readonly end: number;
  /** A magnitude behind the marker ("75 USD million"). */
  readonly late?: Big | undefined;
}

/** Puts a sum together; null when its currency cannot be told. */
function finish(source: MoneyText, first: number, parts: Parts): Sum | null {
  const { quantity, marker, end } = parts;
  const currency = parts.refined ?? source.context.currencyOf(marker, source.tokens[first]?.start ?? 0);
  if (currency === null) {
    const value = { kind: 'money', amount: quantity.value.toNumber(), currency } as const;
    source.trace?.reject({ first, end, value, rule: null, alias: marker.form }, 'currency-unclear');
    return null;
  }
  const value = inCustomOf(quantity, marker, currency);
  const amount = inUnits(parts.late === undefined ? value : value.times(parts.late), marker);
  return withSubunits(source, { first, end, amount, currency, marker, quantity });
}

/** An amount of what the marker names, in whole units of its currency. Most markers name just that. */
export function inUnits(value: Big, { unit, factor }: CurrencyMarker): Big {
  const units = unit === '1' ? value : value.times(unit);
  return factor === '1' ? units : units.times(factor);
}

/**
 * The value by the custom of the language: "1.500 Euro" and "1.500 millones" have thousands behind the point,
 * "$1.500 million" has decimals; "4 mil euros" is Spanish for four thousand, "$4 mil" short for four million.
 */
function inCustomOf(quantity: Quantity, marker: CurrencyMarker, currency: string): Big {
  const { value, raw, word } = quantity;
  const isMil = word === 'mil' && ROMANCE_MARKERS.has(marker.form);
  const groups = /^[1-9]\d{0,2}\.\d{3}$/.test(raw ?? '');
  const isContinental = word === null ? POINT_GROUPS.has(currency) : isMil || !ENGLISH_MAGNITUDES.has(word);
  if (isMil === (groups && isContinental)) return value;
  return isMil ? value.div(1000) : value.times(1000);
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
  const at = skipJoint(tokens, quantity);
  if (tokens[at] === undefined || tokens[at].opensLine) return null;
  const after = readMarker(currencies, text, tokens, at, 'after');
  if (after === null || !isSuffixInPlace(source, quantity, after.marker, at, after.end)) return null;
  const late = quantity.magnitude === null ? readMagnitude(tokens, after.end) : null;
  return finish(source, first, {
    quantity,
    marker: after.marker,
    end: late?.end ?? after.end,
    late: late?.factor,
  });
}

// "12-cent", "20,- Euro", "millones de euros", "millions d'euros".
function skipJoint(tokens: readonly Token[], { end, magnitude }: Quantity): number {
  const [next, second] = [tokens[end], tokens[end + 1]];
  if (next?.text === '-' && next.glued) return end + 1;
  if (next?.text === ',' && next.glued && second?.key === '-' && second.glued) return end + 2;
  if (magnitude === null || !LINKS.has(next?.key ?? '')) return end;
  return next?.key === 'd' && second?.key === "'" ? end + 2 : end + 1;
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
