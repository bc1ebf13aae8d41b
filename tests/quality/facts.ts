import { MONEY_PURPOSES } from '../../src/model/mention.js';
import type { MoneyMention, MoneyPurpose, Tags } from '../../src/model/mention.js';
import type { Mark } from './read-marks.js';

/** What is counted, each on its own. A sum gives a fact of money, one of purpose and one for each qualifier. */
export const KINDS = [
  'countries',
  'places',
  'threat actors',
  'persons',
  'organisations',
  'money',
  'purposes',
  'qualifiers',
] as const;

export type Kind = (typeof KINDS)[number];

/** One thing that is said of a stretch of text. */
export interface Fact {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** Any of these values is right; a tagger gives one. */
  readonly values: readonly string[];
  /** True where either choice is right: never counted, and no error where it is tagged. */
  readonly optional?: true;
}

const MAGNITUDES: Readonly<Record<string, string>> = { k: 'e3', m: 'e6', bn: 'e9', tn: 'e12' };

/**
 * The facts that a text's marks state. A label is a kind and its value:
 * `country CN`, `place FR`, `threat APT28 G0007`, `new Brass Lantern` (a group that no catalogue knows), `person`, `org`
 * (each with the canonical name, where that is not what is marked), `money 5m USD theft`. A range is `3m..5m`; behind the
 * purpose, or several that are right (`loss/theft`), stand `about`, `min`, `max`, `per:month` and `converts`. A `?` before
 * the kind makes it optional.
 *
 * @throws SyntaxError for a label that is none of these
 */
export function goldFacts(text: string, marks: readonly Mark[]): Fact[] {
  let converted = 0;
  return marks.flatMap(({ start, end, label }) => {
    const [, question, word = '', rest = ''] = /^(\?)?([a-z]+)(?: (.+))?$/.exec(label) ?? [];
    const span = { start, end, ...(question === undefined ? {} : { optional: true as const }) };
    const name = rest === '' ? text.slice(start, end) : rest;
    if (word === 'country') return [{ ...span, kind: 'countries', values: [readCode(rest, label)] }];
    if (word === 'place') return [{ ...span, kind: 'places', values: [readCode(rest, label)] }];
    if (word === 'threat') return [{ ...span, kind: 'threat actors', values: [name, unverified(name)] }];
    if (word === 'new') return [{ ...span, kind: 'threat actors', values: [unverified(name)] }];
    if (word === 'person') return [{ ...span, kind: 'persons', values: [name] }];
    if (word === 'org') return [{ ...span, kind: 'organisations', values: [name] }];
    if (word !== 'money') throw new SyntaxError(`an unknown label: "${label}"`);
    if (!rest.includes('converts')) converted = start;
    return readMoney(rest, converted).map((fact): Fact => ({ ...span, ...fact }));
  });
}

function readCode(code: string, label: string): string {
  if (!/^[A-Z]{2}$/.test(code)) throw new SyntaxError(`no code of a country: "${label}"`);
  return code;
}

function unverified(name: string): string {
  return `${name} (unverified)`;
}

function readMoney(label: string, converted: number): Pick<Fact, 'kind' | 'values'>[] {
  const [sum = '', currency = '', purpose = '', ...qualifiers] = label.split(' ');
  const [amount = '', max] = sum.split('..');
  const purposes = purpose.split('/');
  const isWellFormed =
    /^[A-Z]{3}$/.test(currency) &&
    purposes.every((one) => MONEY_PURPOSES.includes(one as MoneyPurpose)) &&
    qualifiers.every((one) => /^(about|min|max|per:[a-z]+|converts)$/.test(one));
  if (!isWellFormed) throw new SyntaxError(`no sum of money: "${label}"`);
  const figure = { amount: readAmount(amount), ...(max === undefined ? {} : { max: readAmount(max) }) };
  return [
    { kind: 'money', values: [moneyValue({ ...figure, currency })] },
    { kind: 'purposes', values: purposes },
    ...qualifiers.map((one): Pick<Fact, 'kind' | 'values'> => ({
      kind: 'qualifiers',
      values: [one === 'converts' ? `converts ${converted}` : one],
    })),
  ];
}

function readAmount(amount: string): number {
  const [, figure, magnitude = ''] = /^(\d+(?:\.\d+)?)(k|m|bn|tn)?$/.exec(amount) ?? [];
  if (figure === undefined) throw new SyntaxError(`no amount: "${amount}"`);
  return Number(`${figure}${MAGNITUDES[magnitude] ?? ''}`);
}

function moneyValue({ amount, max, currency }: Pick<MoneyMention, 'amount' | 'max' | 'currency'>): string {
  return `${max === undefined ? amount : `${amount}..${max}`} ${currency}`;
}

/** The facts that a tagger's answer states. */
export function taggedFacts(tags: Tags): Fact[] {
  const of = (kind: Kind, { start, end }: { start: number; end: number }, value: string): Fact => ({
    kind,
    start,
    end,
    values: [value],
  });
  return [
    ...tags.countries.map((country) => of('countries', country, country.code)),
    ...tags.places.map((place) => of('places', place, place.code)),
    ...tags.actors.map((actor) => {
      if (actor.type === 'person') return of('persons', actor, actor.name);
      if (actor.type === 'organisation') return of('organisations', actor, actor.name);
      const name = actor.id === null ? actor.name : `${actor.name} ${actor.id}`;
      return of('threat actors', actor, actor.unverified === true ? unverified(name) : name);
    }),
    ...tags.money.flatMap((sum) => [
      of('money', sum, moneyValue(sum)),
      of('purposes', sum, sum.purpose ?? 'other'),
      ...qualifiersOf(sum).map((qualifier) => of('qualifiers', sum, qualifier)),
    ]),
  ];
}

function qualifiersOf({ approx, bound, per, conversionOf }: MoneyMention): string[] {
  return [
    // A bound is an estimate too and says so itself.
    ...(bound !== undefined ? [bound] : approx === true ? ['about'] : []),
    ...(per === undefined ? [] : [`per:${per}`]),
    ...(conversionOf === undefined ? [] : [`converts ${conversionOf}`]),
  ];
}
