import { describe, expect, it } from 'vitest';
import { isCountryCode, isCurrencyCode } from '../../../src/alerting/rule-codes.js';
import { parseRule } from '../../../src/alerting/parse-rule.js';
import { parseRulesYaml, renderRulesYaml } from '../../../src/alerting/rules-yaml.js';
import currencies from '../../../src/tagging/gazetteer/currencies.json' with { type: 'json' };
import { listCountryForms } from '../../../src/tagging/country-names.js';

const rule = (condition: unknown, more: object = {}) => ({ name: 'r', condition, ...more });

function deep(levels: number): unknown {
  return levels === 0 ? { topic: ['dam'] } : { all: [deep(levels - 1)] };
}

describe('parseRule', () => {
  it('fills in what is left out, and reads single entries as lists and codes in any case', () => {
    expect(parseRule(rule({ country: 'kp' }))).toEqual({
      name: 'r',
      condition: { country: ['KP'] },
      corroboration: { voices: 1, trusted: [] },
      channels: [],
      includePast: false,
    });
    const money = { money: { min: 1, currency: 'usd', purposes: 'ransom' } };
    expect(parseRule(rule(money)).condition).toEqual({
      money: { min: 1, currency: 'USD', purposes: ['ransom'] },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['an unknown country', { country: ['US', 'XX'] }, /^condition\.country\[1\] "XX" is not known.*ISO 3166/],
    ['a country that YAML reads as false', { country: [false] }, /^condition\.country\[0\] .*in quotes/],
    [
      'an unknown currency',
      { money: { min: 1, currency: 'DOLLARS' } },
      /^condition\.money\.currency "DOLLARS".*ISO 4217/,
    ],
    [
      'an unknown purpose',
      { money: { min: 1, currency: 'USD', purposes: ['bribe'] } },
      /purposes\[0\] must be one of ransom/,
    ],
    ['an unknown kind', { firstMention: { kinds: ['group'] } }, /kinds\[0\] must be one of threat-actor/],
    ['an empty list', { firstMention: { kinds: [] } }, /kinds is an empty list/],
    ['an empty any', { any: [] }, /^condition\.any is empty/],
    ['words without a letter', { topic: ['--'] }, /topic\[0\] holds no letter/],
    ['a search without filters', { search: {} }, /^condition\.search has no filter/],
    [
      'a condition that is not known',
      { mention: ['x'] },
      /no condition named "mention": use one of firstMention/,
    ],
    ['two conditions in one', { actor: ['x'], topic: ['y'] }, /"topic" beside "actor"/],
    [
      'a key that is not known',
      { actor: ['x'], kinds: ['person'] },
      /^condition has a key that is not known, "kinds"/,
    ],
    ['something beside an all', { all: [{ topic: ['x'] }], topic: ['y'] }, /"topic" beside "all"/],
    ['no object', 'topic', /^condition must be a condition/],
    ['nothing', {}, /^condition is empty/],
    ['a not alone', { not: { topic: ['x'] } }, /only says what must not be there/],
    [
      'a not as one of an any',
      { any: [{ topic: ['x'] }, { not: { topic: ['y'] } }] },
      /only says what must not be/,
    ],
    ['a not of a not', { not: { not: { topic: ['x'] } } }, /only says what must not be there/],
    ['a contradiction', { all: [{ topic: ['x'] }, { not: { topic: ['x'] } }] }, /all\[1\] denies all\[0\]/],
    [
      'a first mention and a silence',
      { all: [{ firstMention: {} }, { silence: {} }] },
      /never come together/,
    ],
    ['the absence of silence', { all: [{ topic: ['x'] }, { not: { silence: {} } }] }, /never come together/],
    ['too deep a rule', deep(9), /deeper than 8 levels/],
    [
      'too long a rule',
      { any: Array.from({ length: 101 }, () => ({ topic: ['x'] })) },
      /comes after 100 others/,
    ],
  ])('refuses %s and says what to do', (_, condition, message) => {
    expect(() => parseRule(rule(condition))).toThrow(message);
    expect(() => parseRule(rule(condition))).toThrow(
      expect.objectContaining({ code: 'rule_invalid' }) as Error,
    );
  });

  it.each<[object, RegExp]>([
    [{ name: '' }, /^name is empty/],
    [{ name: 'a/b' }, /^name must not hold slashes/],
    [
      { name: 'r', condition: { topic: 'x' }, corroboration: { voices: 0 } },
      /^corroboration\.voices must be 1 or more/,
    ],
    [
      { name: 'r', condition: { topic: 'x' }, corroboration: { trusted: ['https://reuters.com/'] } },
      /trusted\[0\] must be a publisher such as/,
    ],
    [{ name: 'r', condition: { topic: 'x' }, secret: 'x' }, /not known, "secret"/],
  ])('refuses %j', (value, message) => {
    expect(() => parseRule(value)).toThrow(message);
  });

  it('takes silence by itself and beside others in an any', () => {
    expect(parseRule(rule({ silence: {} })).condition).toEqual({ silence: {} });
    expect(() => parseRule(rule({ any: [{ silence: { feeds: 'cisa' } }, { topic: 'x' }] }))).not.toThrow();
  });

  it('knows every code that articles are tagged with', () => {
    const codes = [
      ...currencies.markers.map(({ code }) => code),
      ...Object.values(currencies.families).flatMap((family) => Object.values(family)),
    ];
    expect([...new Set(codes)].filter((code) => code !== '' && !isCurrencyCode(code))).toEqual([]);
    expect(
      [...new Set(listCountryForms().map(({ code }) => code))].filter((code) => !isCountryCode(code)),
    ).toEqual([]);
  });
});

describe('rules as YAML', () => {
  const RULES = [
    {
      name: 'new groups: 2 voices',
      condition: {
        all: [
          { firstMention: { kinds: ['threat-actor' as const], countries: ['NO', 'KP'] } },
          { any: [{ topic: ['zero-day', '"quoted"'] }, { country: ['NO'], implied: true }] },
          { not: { search: { text: '-x "y z"', source: 'a: b', lang: 'no' } } },
        ],
      },
      corroboration: { voices: 2, trusted: ['reuters.com'] },
      channels: ['desk', 'no'],
      includePast: true,
    },
    {
      name: 'sums',
      condition: { money: { min: 0.5, currency: 'BTC', purposes: ['ransom' as const] } },
      corroboration: { voices: 1, trusted: [] },
      channels: [],
      includePast: false,
    },
  ];

  it('come back as they were written', () => {
    expect(parseRulesYaml(renderRulesYaml(RULES), 'rules.yml')).toEqual(RULES);
  });

  it('may be one rule by itself', () => {
    const [only] = parseRulesYaml('name: dams\ncondition: { topic: dam }\n', 'rule.yml');
    expect(only).toMatchObject({ name: 'dams', condition: { topic: ['dam'] } });
  });

  it.each([
    ['rules: [', /rules\.yml is not valid YAML/],
    ['rules: {}', /must hold a list of rules/],
    [
      'rules:\n  - name: a\n    condition: { topic: [] }',
      /rules\.yml has a mistake in rule a: condition\.topic is an empty/,
    ],
    ['rules:\n  - condition: { topic: x }', /mistake in rule no\. 1: name must be text/],
    [
      'rules:\n  - { name: a, condition: { topic: x } }\n  - { name: a, condition: { topic: x } }',
      /two rules named a/,
    ],
    ['just words', /mistake in rule no\. 1/],
  ])('are refused with the file and the rule: %j', (text, message) => {
    expect(() => parseRulesYaml(text, 'rules.yml')).toThrow(message);
  });
});
