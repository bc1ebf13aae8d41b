import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { HOSTILE_PIECES, writeHostileText } from '../../../bench/tags/hostile-texts.js';
import { TAGGER_VERSION } from '../../../src/tagging/tag-text.js';
import { ANY_TEXT } from './any-text.js';
import { tagText } from './tag-with.js';

const PARAGRAPHS = [
  'Lazarus Group, a North Korean crew, stole $1.5 billion (£1.2 billion) from Bybit, the FBI said.',
  'Police in Lebanon, Tenn., held a Lebanon man over a $300 theft.',
  'The Norwegian National Security Authority lost 5 million kroner, said Ana Ruiz in Oslo.',
  'Mexico paid 5 million pesos a month; Birmingham, England, paid nothing.',
];

describe('tagText', () => {
  it('answers any text with offsets that reproduce the surface, sorted, without overlaps in a kind', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const tags = tagText(text);
        for (const mentions of [tags.countries, tags.places, tags.actors, tags.money]) {
          let previousEnd = 0;
          for (const { start, end, text: surface, confidence } of mentions) {
            expect(text.slice(start, end)).toBe(surface);
            expect(start).toBeGreaterThanOrEqual(previousEnd);
            expect(end).toBeGreaterThan(start);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
            previousEnd = end;
          }
        }
        for (const { amount, min, max } of tags.money) {
          expect(Number.isFinite(amount)).toBe(true);
          if (min !== undefined) expect(min).toBe(amount);
          if (max !== undefined) expect(max).toBeGreaterThan(amount);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['words', 'said China paid $5 million to Ana Ruiz of Lazarus Group '],
    ['one word', 'a'],
    ['capitals', 'Ab'],
    ['digits', '1'],
    ['points', 'U.'],
    ['lone surrogates', '\ud800'],
    ['joined emoji', '👩🏽‍🚀'],
    ['right-to-left', 'إيران'],
    ['opening brackets', '('],
  ])('answers a line of 100,000 characters: %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const { countries, places, actors, money } = tagText(text);
    const mentions = [...countries, ...places, ...actors, ...money];
    for (const { start, end, text: surface } of mentions) expect(text.slice(start, end)).toBe(surface);
    expect(mentions.length > 0).toBe(piece.includes('China'));
  });

  it('answers the same twice', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        expect(tagText(text)).toEqual(tagText(text));
      }),
      { numRuns: 50 },
    );
  });

  it('answers the same with paragraphs around that speak of nothing', () => {
    const before = 'The weather stayed as it was.\n\n';
    fc.assert(
      fc.property(fc.constantFrom(...PARAGRAPHS), fc.integer({ min: 1, max: 30 }), (text, times) => {
        const around = before.repeat(times);
        const alone = tagText(text);
        const inside = tagText(`${around}${text}\n\n${before}`);
        const shift = around.length;
        for (const kind of ['countries', 'places', 'actors', 'money'] as const) {
          const moved = alone[kind].map((mention) => ({
            ...mention,
            start: mention.start + shift,
            end: mention.end + shift,
            ...('conversionOf' in mention ? { conversionOf: mention.conversionOf + shift } : {}),
          }));
          expect(inside[kind]).toEqual(moved);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.keys(HOSTILE_PIECES))('answers texts that are made to take long: %s', (piece) => {
    const text = writeHostileText(piece, 20_000);
    const { countries, places, actors, money } = tagText(text);
    for (const { start, end, text: surface } of [...countries, ...places, ...actors, ...money])
      expect(text.slice(start, end)).toBe(surface);
  });

  it.each([
    ['sums', { money: 1_000 }],
    ['conversions', { money: 2_000 }],
    ['pesos among countries', { countries: 1_000, money: 1_000 }],
    ['numbered groups', { actors: 1_000 }],
    ['names in a list', { actors: 1_000 }],
    ['a body and its acronym', { actors: 2_000 }],
    ['cities and countries', { countries: 1_000, places: 1_000 }],
    ['of the of the', {}],
    ['groups of digits', {}],
    ['newlines', {}],
  ])('misses none of a thousand %s', (piece, expected) => {
    const tags = tagText(HOSTILE_PIECES[piece]?.repeat(1_000) ?? '');
    const counts = { countries: 0, places: 0, actors: 0, money: 0, ...expected };
    for (const kind of ['countries', 'places', 'actors', 'money'] as const)
      expect([kind, tags[kind].length]).toEqual([kind, counts[kind]]);
  });

  it('says which version answered', () => {
    expect(tagText('').taggerVersion).toBe(TAGGER_VERSION);
  });

  it('tags all kinds of one sentence', () => {
    const tags = tagText('Lazarus Group, a North Korean crew, stole $1.5 billion from Bybit, the FBI said.');
    expect(tags.countries.map(({ code }) => code)).toEqual(['KP']);
    expect(tags.actors.map(({ name, type, id }) => [name, type, id])).toEqual([
      ['Lazarus Group', 'threat-actor', 'G0032'],
      ['Bybit', 'organisation', null],
      ['FBI', 'organisation', null],
    ]);
    expect(tags.money).toMatchObject([{ amount: 1_500_000_000, currency: 'USD', purpose: 'theft' }]);
  });
});
