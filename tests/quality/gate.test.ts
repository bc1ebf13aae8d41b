import { describe, expect, it } from 'vitest';
import { goldFacts, taggedFacts } from './facts.js';
import { checkFloors, raiseFloors } from './floors.js';
import { readMarks } from './read-marks.js';
import { compareFacts, figuresOf } from './score-facts.js';

function factsOf(marked: string) {
  const { text, marks } = readMarks(marked);
  return goldFacts(text, marks);
}

describe('readMarks', () => {
  it('gives the text without its marks and where they stood', () => {
    expect(readMarks('Two [Dutch|country NL] men ¶ in [the [U.S.|country US] Navy|org]')).toEqual({
      text: 'Two Dutch men\n\nin the U.S. Navy',
      marks: [
        { start: 4, end: 9, label: 'country NL' },
        { start: 18, end: 31, label: 'org' },
        { start: 22, end: 26, label: 'country US' },
      ],
    });
  });

  it('takes characters behind a backslash as they are', () => {
    expect(readMarks(String.raw`a \[b\|c\] \\ \¶`).text).toBe(String.raw`a [b|c] \ ¶`);
  });

  it.each([
    ['not closed', 'a [b|country US'],
    ['without a label', 'a [b] c'],
    ['open to the end', 'a [b c'],
    ['not opened', 'a b|country US] c'],
    ['closed twice', '[a|country US]] b'],
    ['empty', 'a [|country US] b'],
    ['around a blank', 'a [b |country US] c'],
    ['with an empty label', 'a [b|] c'],
    ['with a label that begins with a blank', 'a [b| country US] c'],
    ['with a mark in the label', 'a [b|[c|org] d] e'],
    ['with a backslash before a plain letter', String.raw`a \b`],
  ])('refuses marks %s', (_, marked) => {
    expect(() => readMarks(marked)).toThrow(SyntaxError);
  });
});

describe('goldFacts', () => {
  it('reads each kind', () => {
    const facts = factsOf(
      '[Bear|threat APT28 G0007] [Crew|new] [Lee|person Ann Lee] [UN|?org] [Rome|place IT]',
    );
    expect(facts.map(({ kind, values, optional }) => [kind, values[0], optional])).toEqual([
      ['threat actors', 'APT28 G0007', undefined],
      ['threat actors', 'Crew (unverified)', undefined],
      ['persons', 'Ann Lee', undefined],
      ['organisations', 'UN', true],
      ['places', 'IT', undefined],
    ]);
  });

  it('reads sums, ranges, purposes and qualifiers', () => {
    const facts = factsOf(
      '[€3-5m|money 3m..5m EUR loss/theft about per:year] ([$4m|money 4.1m USD loss converts])',
    );
    expect(facts.map(({ kind, start, values }) => [kind, start, ...values])).toEqual([
      ['money', 0, '3000000..5000000 EUR'],
      ['purposes', 0, 'loss', 'theft'],
      ['qualifiers', 0, 'about'],
      ['qualifiers', 0, 'per:year'],
      ['money', 7, '4100000 USD'],
      ['purposes', 7, 'loss'],
      ['qualifiers', 7, 'converts 0'],
    ]);
  });

  it.each([
    'thing',
    'country Germany',
    'money 5 USD',
    'money five USD loss',
    'money 5m usd loss',
    'money 5 USD loss !',
  ])('refuses %s', (label) => {
    expect(() => factsOf(`[x|${label}]`)).toThrow(SyntaxError);
  });
});

describe('compareFacts', () => {
  const gold = factsOf('[Ann Lee|person] of [the UN|?org]');

  it('wants the same stretch when strict, an overlap when not, and the value always', () => {
    const given = [{ kind: 'persons', start: 4, end: 7, values: ['Ann Lee'] }] as const;
    expect(compareFacts([...gold].slice(0, 1), given, 'strict')).toMatchObject({
      right: 0,
      wrong: 1,
      missed: 1,
    });
    expect(compareFacts([...gold].slice(0, 1), given, 'partial')).toMatchObject({
      right: 1,
      wrong: 0,
      missed: 0,
    });
    const other = [{ ...given[0], values: ['Lee'] }];
    expect(compareFacts([...gold].slice(0, 1), other, 'partial')).toMatchObject({
      right: 0,
      wrong: 1,
      missed: 1,
    });
  });

  it('counts an optional fact neither way', () => {
    const [, optional] = gold;
    if (optional === undefined) throw new Error('the optional fact is not there');
    const none = { right: 0, wrong: 0, missed: 0 };
    expect(compareFacts([optional], [], 'strict')).toMatchObject(none);
    expect(compareFacts([optional], [{ ...optional, values: ['UN'] }], 'strict')).toMatchObject(none);
  });

  it('uses each answer once', () => {
    const twice = factsOf('[Rome|place IT] [Oslo|place NO]');
    expect(compareFacts(twice, twice.slice(0, 1), 'partial')).toMatchObject({
      right: 1,
      wrong: 0,
      missed: 1,
    });
  });
});

describe('figuresOf', () => {
  it('gives percent', () => {
    expect(figuresOf({ right: 2, wrong: 1, missed: 2 })).toEqual({ precision: 66.7, recall: 50, f1: 57.1 });
    expect(figuresOf({ right: 0, wrong: 0, missed: 0 })).toEqual({ precision: 100, recall: 100, f1: 100 });
  });
});

describe('taggedFacts', () => {
  it('states a sum once for its value, its purpose and each qualifier', () => {
    const evidence = { confidence: 1, rule: 'money/symbol' };
    const sum = { start: 9, end: 11, text: '$5', amount: 5, currency: 'USD', ...evidence };
    const money = [{ ...sum, approx: true, bound: 'max', per: 'day', conversionOf: 3 }] as const;
    const facts = taggedFacts({ countries: [], places: [], actors: [], money, taggerVersion: '1' });
    expect(facts.map(({ values }) => values[0])).toEqual(['5 USD', 'other', 'max', 'per:day', 'converts 3']);
  });
});

describe('floors', () => {
  const figures = { precision: 90, recall: 80, f1: 84.7 };
  const measures = { kinds: { money: { strict: figures, partial: figures } }, topics: {} };
  const exact = raiseFloors(measures, {});
  const check = (change: Record<string, number>) =>
    checkFloors(measures, { ...exact, ...change }, 'kinds/money/');

  it('pass where the figures are at them or a little above', () => {
    expect(check({ 'kinds/money/strict/f1': 84 })).toEqual([]);
  });

  it('complain of a fall and of a rise that raised none', () => {
    expect(check({ 'kinds/money/strict/f1': 84.8 })).toEqual([
      expect.stringContaining('fell from 84.8 to 84.7'),
    ]);
    expect(check({ 'kinds/money/strict/f1': 80 })).toEqual([expect.stringContaining('rose from 80 to 84.7')]);
    expect(checkFloors(measures, {}, 'kinds/money/')).toHaveLength(6);
    expect(checkFloors(measures, {}, 'topics/')).toEqual([]);
  });

  it('rise, never fall, and go with their figure', () => {
    const before = {
      'kinds/money/strict/recall': 81,
      'kinds/money/partial/f1': 1,
      'kinds/gone/strict/f1': 5,
    };
    expect(raiseFloors(measures, before)).toEqual({ ...exact, 'kinds/money/strict/recall': 81 });
  });
});
