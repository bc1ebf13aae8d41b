import { Big } from 'big.js';
import type { MoneyPurpose } from '../../../src/model/mention.js';
import { isWritableIn, type Charset } from '../charset.js';
import type { Random } from '../random.js';
import type { MoneyTruth } from '../truth.js';
import { CRYPTO_CURRENCIES, CURRENCY_STYLES, type CurrencyStyle } from './data/currencies.js';

/** What sums of a purpose usually come to, in dollars. Rough figures: they only have to look likely. */
const USUAL_DOLLARS: Readonly<Record<MoneyPurpose, readonly [low: number, high: number]>> = {
  ransom: [150_000, 40_000_000],
  loss: [80_000, 900_000_000],
  theft: [200_000, 600_000_000],
  fine: [50_000, 300_000_000],
  funding: [2_000_000, 400_000_000],
  budget: [3_000_000, 9_000_000_000],
  deal: [20_000_000, 12_000_000_000],
  revenue: [30_000_000, 8_000_000_000],
  reward: [50_000, 10_000_000],
  other: [20_000, 50_000_000],
};

/** What a sum is to be. */
export interface SumOrder {
  readonly purpose: MoneyPurpose;
  /** `usual` is the home currency, dollars or euros; `crypto` one of the crypto currencies. */
  readonly unit: 'usual' | 'crypto';
  readonly shape: 'exact' | 'range';
  /** ISO 4217 of the country that the story plays in. */
  readonly homeCurrency: string;
  readonly charset: Charset;
}

/** Invents a sum, writes it in one of its currency's forms and says exactly what it amounts to. */
export function inventSum(random: Random, order: SumOrder): MoneyTruth {
  const currency = pickCurrency(random, order);
  const style = styleOf(currency);
  const form = pickForm(random, style, order.charset);
  const [low, high] = USUAL_DOLLARS[order.purpose];
  const min = roundAmount(random, low * style.unitsPerDollar, high * style.unitsPerDollar);
  if (order.shape === 'exact') {
    return { amount: min.toNumber(), currency, purpose: order.purpose, text: writeSum(form, min) };
  }
  const max = min.times(random.pick(['1.2', '1.5', '2', '3']));
  const [from, to] = [writeSum(form, min), writeSum(form, max)];
  const text = random.pick([`between ${from} and ${to}`, `from ${from} to ${to}`, `${from} to ${to}`]);
  const amount = min.toNumber();
  return { amount, min: amount, max: max.toNumber(), currency, purpose: order.purpose, text };
}

function pickCurrency(random: Random, { unit, homeCurrency }: SumOrder): string {
  if (unit === 'crypto') return random.pick(CRYPTO_CURRENCIES);
  const home = homeCurrency in CURRENCY_STYLES ? homeCurrency : 'USD';
  return random.pick([home, home, home, 'USD', 'USD', 'EUR']);
}

function styleOf(currency: string): CurrencyStyle {
  const style = CURRENCY_STYLES[currency];
  if (style === undefined) throw new RangeError(`no style for ${currency}: add it to currencies.ts`);
  return style;
}

function pickForm(random: Random, style: CurrencyStyle, charset: Charset): string {
  return random.pick(style.forms.filter((form) => isWritableIn(charset, form)));
}

/** An amount between the bounds, evenly over the magnitudes, with one to three digits that matter. */
function roundAmount(random: Random, low: number, high: number): Big {
  const raw = Math.exp(Math.log(low) + random.next() * (Math.log(high) - Math.log(low)));
  return new Big(raw).prec(random.pick([1, 2, 2, 2, 3])).round();
}

function writeSum(form: string, amount: Big): string {
  return form
    .replace('#', () => withMagnitude(amount, [' million', ' billion', ' trillion']))
    .replace('~', () => withMagnitude(amount, ['m', 'bn', 'tn']))
    .replace('@', () => groupDigits(amount))
    .replace('%', () => inCrores(amount));
}

/** "4.5 million"; sums under a million are written out, for "300 thousand" is hardly ever printed. */
function withMagnitude(amount: Big, [million, billion, trillion]: readonly [string, string, string]): string {
  if (amount.gte('1e12')) return `${plain(amount.div('1e12'))}${trillion}`;
  if (amount.gte('1e9')) return `${plain(amount.div('1e9'))}${billion}`;
  if (amount.gte('1e6')) return `${plain(amount.div('1e6'))}${million}`;
  return groupDigits(amount);
}

/** A crore is ten million, a lakh a hundred thousand. */
function inCrores(amount: Big): string {
  if (amount.gte('1e7')) return `${groupDigits(amount.div('1e7'))} crore`;
  return `${plain(amount.div('1e5'))} lakh`;
}

/** Without an exponent and without needless zeros. */
function plain(amount: Big): string {
  return amount.toFixed();
}

function groupDigits(amount: Big): string {
  const [whole = '', fraction] = plain(amount).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
