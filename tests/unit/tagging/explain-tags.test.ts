import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import type { Evidence, Span, Tags } from '../../../src/model/mention.js';
import type { Candidate } from '../../../src/tagging/explain-tags.js';
import { createTagger } from '../../../src/tagging/tag-text.js';
import { ANY_TEXT } from './any-text.js';

const tagger = createTagger();
const candidatesIn = (text: string) => tagger.explain({ text }).candidates;

/** "kind surface" of what was turned down for a reason. */
function refused(text: string, reason: string): string[] {
  return candidatesIn(text).flatMap((candidate) =>
    candidate.verdict === 'rejected' && candidate.reason === reason
      ? [`${candidate.kind} ${candidate.text}`]
      : [],
  );
}

/** What tags and accepted candidates have in common, one line each, in any order. */
function flatten({ countries, places, actors, money }: Tags): string[] {
  const line = (kind: string, tag: Span & Evidence, ...values: unknown[]) =>
    JSON.stringify([kind, tag.start, tag.end, tag.text, tag.rule, tag.confidence, ...values]);
  return [
    ...countries.map((country) => line('country', country, country.code)),
    ...places.map((place) => line('place', place, place.code, place.name)),
    ...actors.map((actor) => line(actor.type, actor, actor.name, actor.id)),
    ...money.map((sum) => line('money', sum, sum.amount, sum.max, sum.currency)),
  ].sort();
}

function accepted(candidates: readonly Candidate[]): string[] {
  return candidates
    .flatMap((candidate) => {
      if (candidate.verdict === 'rejected') return [];
      const { kind, start, end, text, rule, confidence } = candidate;
      return [JSON.stringify([kind, start, end, text, rule, confidence, ...valuesOf(candidate)])];
    })
    .sort();
}

function valuesOf(candidate: Candidate): unknown[] {
  if (candidate.kind === 'country') return [candidate.code];
  if (candidate.kind === 'place') return [candidate.code, candidate.name];
  if (candidate.kind === 'money') return [candidate.amount, candidate.max, candidate.currency];
  return [candidate.name, candidate.id];
}

describe('explain', () => {
  it('accepts exactly what is tagged, whatever the text, and shows where everything stands', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const explanation = tagger.explain({ text });
        const tags = tagger.tag({ text });
        expect(explanation.tags).toEqual(tags);
        expect(accepted(explanation.candidates)).toEqual(flatten(tags));
        let previousStart = 0;
        for (const { start, end, text: surface } of explanation.candidates) {
          expect(text.slice(start, end)).toBe(surface);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(previousStart);
          previousStart = start;
        }
        expect(tagger.explain({ text })).toEqual(explanation);
      }),
      { numRuns: 200 },
    );
  });

  it('lists what was turned down once', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const keys = candidatesIn(text).map((candidate) =>
          JSON.stringify({ ...candidate, verdict: '', reason: '', message: '', rule: '' }),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 100 },
    );
  });

  it('says by which rule and name something was found', () => {
    const text = 'Fancy Bear took €3 million from a German bank in Munich, said Ana Ruiz.';
    expect(accepted(candidatesIn(text))).toHaveLength(5);
    expect(candidatesIn(text)).toMatchObject([
      {
        kind: 'threat-actor',
        name: 'APT28',
        id: 'G0007',
        rule: 'threat-actor/catalogue',
        alias: 'Fancy Bear',
      },
      { kind: 'money', amount: 3_000_000, currency: 'EUR', rule: 'money/symbol', alias: '€' },
      { kind: 'country', code: 'DE', rule: 'country/demonym', alias: 'German' },
      { kind: 'place', code: 'DE', name: 'Munich', rule: 'place/city', alias: 'Munich' },
      { kind: 'person', name: 'Ana Ruiz', rule: 'person/first-name', alias: null },
    ]);
  });

  it('names what is in the way', () => {
    const [bank, china] = candidatesIn('Bank of China raised its rates.');
    expect(bank).toMatchObject({ verdict: 'accepted', name: 'Bank of China' });
    expect(china).toMatchObject({
      ...{ verdict: 'rejected', kind: 'country', code: 'CN', alias: 'China', rule: null },
      ...{ reason: 'inside-other', message: 'Inside another mention: "Bank of China" (organisation)' },
    });
    expect(candidatesIn('Ships crossed the Gulf of Mexico.')).toMatchObject([
      { code: 'MX', message: 'Part of a longer name: "Gulf of Mexico"' },
    ]);
  });

  it('tells where the sentences stand and what the text was read as', () => {
    const text = 'Peru won. Chile lost.';
    const { sentences, language } = tagger.explain({ text });
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['Peru won.', 'Chile lost.']);
    expect(language).toBe('en');
  });

  it('forgets a text before the next', () => {
    candidatesIn('Ships crossed the Gulf of Mexico.');
    expect(candidatesIn('Nothing stands here.')).toEqual([]);
  });
});

describe('reasons', () => {
  test.each([
    // Countries and places.
    ['technical', 'The file turkey.exe was removed.', ['country turkey']],
    ['small-letters', 'The letter told us nothing.', ['country us']],
    ['longer-name', 'Ships crossed the Gulf of Mexico.', ['country Mexico']],
    ['inside-other', 'Chad Miller came late.', ['country Chad']],
    ['other-language', 'He met Polen in the hall on Monday and they talked about it.', ['country Polen']],
    ['not-said-short', 'He spoke of Islamic Republic on Monday.', ['country Islamic Republic']],
    ['currency-sign', 'It cost US$5 at the gate.', ['country US']],
    ['shouted', 'PLEASE TELL US WHAT HAPPENED THERE TODAY', ['country US']],
    ['other-place', 'The Kingdom of France was older than the treaty.', ['country France']],
    ['city-name', 'Oman City was a theme park.', ['country Oman']],
    ['language-name', 'The Spanish-language page was closed.', ['country Spanish']],
    ['thing', 'They ate a Belgian muffin.', ['country Belgian']],
    ['namesake-town', 'Police in Lebanon, Tenn., held a man.', ['country Lebanon']],
    [
      'namesake-person',
      'Chad Miller of Dallas, Texas, came late. Everyone likes Chad here.',
      ['country Chad'],
    ],
    ['ambiguous-place', 'Everyone likes Florence here.', ['place Florence']],
    // Threat actors.
    [
      'overlap',
      'Hackers of Lazarus Group stole data.',
      ['organisation Lazarus Group', 'threat-actor Lazarus'],
    ],
    ['wrong-case', 'The hackers fell into silence.', ['threat-actor silence']],
    ['scanner-name', 'Scanners call the trojan Win32.Lazarus.', ['threat-actor Lazarus']],
    ['surname', 'The poet Emma Lazarus wrote it.', ['threat-actor Lazarus']],
    ['off-subject', 'Sandworm is the title of the novel.', ['threat-actor Sandworm']],
    ['malware', 'In a cyberattack the hackers deployed Conti on the servers.', ['threat-actor Conti']],
    ['sense-unclear', 'The Conti ransomware locked the servers.', ['threat-actor Conti']],
    ['no-context', 'At the ferry Snake was there, the malware was not.', ['threat-actor Snake']],
    ['known-otherwise', 'The ransomware gang Fujitsu was a joke.', ['threat-actor Fujitsu']],
    ['plain-word', 'Notorious hacking group hits ferries.', ['threat-actor Notorious']],
    // Organisations.
    ['other-thing', 'The trojan Agent Tesla was sold.', ['organisation Tesla']],
    [
      'headline',
      'Harbour Firm Buys Northern Ferry Company',
      ['organisation Harbour Firm Buys Northern Ferry Company'],
    ],
    ['weak-head', 'They walked down Elkview Court at night.', ['organisation Elkview Court']],
    [
      'threat-actor-inside',
      'APT Winnti Group stole plans from the hackers.',
      ['organisation APT Winnti Group'],
    ],
    ['said-twice', 'It was found by Cisco Talos, officials said.', ['organisation Talos']],
    ['lone-acronym', 'The ZKB was closed at noon.', ['organisation ZKB']],
    ['known-abbreviation', 'The URL was closed at noon.', ['organisation URL']],
    ['malware-near', 'The malware infected a member of Zetra on Monday.', ['organisation Zetra']],
    ['inner-capital', 'He was a member of ZetraWare in those years.', ['organisation ZetraWare']],
    ['may-be-person', 'A member of Petrenko in those years.', ['organisation Petrenko']],
    // Persons.
    ['too-long', 'They met Zorva Belkin Quist Ralde Mosk at noon.', ['person Zorva Belkin Quist Ralde Mosk']],
    ['thing-name', 'The Ann Roe Library opened.', ['person Ann Roe Library']],
    ['after-article', 'He stood in the Zarvo Quistel at noon.', ['person Zarvo Quistel']],
    ['no-sign', 'He saw Zarvo Quistel at noon.', ['person Zarvo Quistel']],
    ['lone-name', 'Petrenko at noon.', ['person Petrenko']],
    [
      'not-english',
      'Der Minister Hans Weber sagte am Montag, dass die Firma nicht mit der Regierung gesprochen habe.',
      ['person Hans Weber'],
    ],
    // Money.
    ['no-currency', 'The leak hit two and a half million users in 2024.', ['money two and a half million']],
    ['currency-unclear', 'It cost 500 pesos at the gate.', ['money 500 pesos']],
    ['no-figure', 'They lost millions of dollars.', ['money dollars']],
    ['tournament', 'The 2016 Euro was played in June.', ['money 2016 Euro']],
    ['letter-code', 'The N95 mask.', ['money N95']],
    ['weight', 'The crate weighed 300 pounds.', ['money 300 pounds']],
    ['year', 'He went in 2016 won over.', ['money 2016 won']],
    ['small-sum', 'It took 3 rand to the finish.', ['money 3 rand']],
  ])('%s: %s', (reason, text, expected) => {
    expect(refused(text, reason)).toEqual(expected);
  });
});
