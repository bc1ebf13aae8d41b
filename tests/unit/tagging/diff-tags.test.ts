import { describe, expect, it } from 'vitest';

import type { ActorMention, CountryMention, MoneyMention, Tags } from '../../../src/model/mention.js';
import { diffTags, type ComparedMention, type TagsDiff } from '../../../src/tagging/diff-tags.js';
import { tagText } from './tag-with.js';

const NOTHING: Tags = { countries: [], places: [], actors: [], money: [], taggerVersion: '1' };

const RUSSIA: CountryMention = {
  ...{ code: 'RU', via: 'name', start: 0, end: 6, text: 'Russia' },
  ...{ confidence: 0.9, rule: 'country/name' },
};
const HERON: ActorMention = {
  ...{ name: 'Quiet Heron', type: 'threat-actor', id: null, start: 10, end: 21, text: 'Quiet Heron' },
  ...{ confidence: 0.6, rule: 'threat-actor/catalogue' },
};
const SUM: MoneyMention = {
  ...{ amount: 5_000_000, currency: 'USD', start: 30, end: 40, text: '$5 million' },
  ...{ confidence: 0.9, rule: 'money/symbol' },
};

const withActor = (changes: Partial<ActorMention>): Tags => ({
  ...NOTHING,
  actors: [{ ...HERON, ...changes }],
});
const withSum = (changes: Partial<MoneyMention>): Tags => ({ ...NOTHING, money: [{ ...SUM, ...changes }] });

/** Every list as lines: `kind text: value`, a change as `kind text: was → value`. */
function lines({ kept, gained, lost, changed }: TagsDiff) {
  const line = ({ kind, text, value }: ComparedMention) => `${kind} ${text}: ${value}`;
  return {
    kept: kept.map(line),
    gained: gained.map(line),
    lost: lost.map(line),
    changed: changed.map(({ kind, text, was, value }) => `${kind} ${text}: ${was} → ${value}`),
  };
}

const NO_LINES = { kept: [], gained: [], lost: [], changed: [] };

describe('diffTags', () => {
  it('keeps what says the same, whatever found it', () => {
    const before: Tags = { ...NOTHING, countries: [RUSSIA], actors: [HERON], money: [SUM] };
    const after: Tags = {
      ...before,
      taggerVersion: '2',
      countries: [{ ...RUSSIA, via: 'code', rule: 'country/code', confidence: 0.1 }],
      money: [{ ...SUM, exact: { amount: '5000000.00' } }],
    };
    expect(lines(diffTags(before, after))).toEqual({
      ...NO_LINES,
      kept: ['country Russia: RU', 'threat-actor Quiet Heron: Quiet Heron', 'money $5 million: USD 5000000'],
    });
    expect(diffTags(before, after).kept[0]?.rule).toBe('country/code');
  });

  it('takes a name in another case for the same identity', () => {
    expect(lines(diffTags(withActor({}), withActor({ name: 'QUIET HERON' }))).changed).toEqual([]);
  });

  it('tells gained from lost', () => {
    const before: Tags = { ...NOTHING, countries: [RUSSIA] };
    expect(lines(diffTags(before, withSum({})))).toEqual({
      ...NO_LINES,
      gained: ['money $5 million: USD 5000000'],
      lost: ['country Russia: RU'],
    });
  });

  it('calls a longer mention another one', () => {
    expect(lines(diffTags(withSum({}), withSum({ end: 45, text: '$5 million more' })))).toEqual({
      ...NO_LINES,
      gained: ['money $5 million more: USD 5000000'],
      lost: ['money $5 million: USD 5000000'],
    });
  });

  it('calls an actor of another kind another one', () => {
    expect(lines(diffTags(withActor({}), withActor({ type: 'organisation' })))).toEqual({
      ...NO_LINES,
      gained: ['organisation Quiet Heron: Quiet Heron'],
      lost: ['threat-actor Quiet Heron: Quiet Heron'],
    });
  });

  it.each<[string, Tags, Tags, string]>([
    ['name', withActor({}), withActor({ name: 'APT99' }), 'threat-actor Quiet Heron: Quiet Heron → APT99'],
    [
      'state',
      withActor({ unverified: true }),
      withActor({}),
      'threat-actor Quiet Heron: Quiet Heron (unverified) → Quiet Heron',
    ],
    ['amount', withSum({}), withSum({ amount: 5 }), 'money $5 million: USD 5000000 → USD 5'],
    [
      'last digit',
      withSum({ amount: 2 ** 53, exact: { amount: '9007199254740992' } }),
      withSum({ amount: 2 ** 53, exact: { amount: '9007199254740993' } }),
      'money $5 million: USD 9007199254740992 → USD 9007199254740993',
    ],
    ['currency', withSum({}), withSum({ currency: 'AUD' }), 'money $5 million: USD 5000000 → AUD 5000000'],
    [
      'range',
      withSum({}),
      withSum({ min: 5_000_000, max: 6_000_000 }),
      'money $5 million: USD 5000000 → USD 5000000-6000000',
    ],
    [
      'purpose',
      withSum({ purpose: 'loss' }),
      withSum({ purpose: 'ransom' }),
      'money $5 million: USD 5000000 (loss) → USD 5000000 (ransom)',
    ],
    [
      'meaning',
      withSum({ approx: true }),
      withSum({ approx: true, bound: 'min', per: 'month', conversionOf: 3 }),
      'money $5 million: USD 5000000 (approx) → USD 5000000 (min, per month, converted)',
    ],
  ])('sees another %s in the same place as a change', (_, before, after, line) => {
    expect(lines(diffTags(before, after))).toEqual({ ...NO_LINES, changed: [line] });
  });

  it('pairs several mentions of one place by what they say', () => {
    const china = { ...RUSSIA, code: 'CN' };
    const peru = { ...RUSSIA, code: 'PE' };
    const before: Tags = { ...NOTHING, countries: [RUSSIA, china] };
    expect(lines(diffTags(before, { ...NOTHING, countries: [china, peru] }))).toMatchObject({
      kept: ['country Russia: CN'],
      changed: ['country Russia: RU → PE'],
    });
    expect(lines(diffTags(before, { ...NOTHING, countries: [china] }))).toEqual({
      ...NO_LINES,
      kept: ['country Russia: CN'],
      lost: ['country Russia: RU'],
    });
  });

  it('finds no difference between a text tagged twice', () => {
    const text =
      'The ransomware gang calling itself Gloomy Otter took up to $5 million (£4 million) a month from Peru, said ' +
      'Ana Ruiz of Acme Corp. in Tokyo.';
    const { kept, ...others } = diffTags(tagText(text), tagText(text));
    expect(kept.length).toBeGreaterThan(5);
    expect(others).toEqual({ gained: [], lost: [], changed: [] });
  });
});
