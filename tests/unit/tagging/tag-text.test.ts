import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

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

  it.each([
    ['countries that have namesakes', 'Georgia, '],
    ['states', 'Lebanon, Tenn. '],
    ['pounds', '5 pounds '],
    ['pesos among countries', 'Mexico 5 pesos '],
    ['conversions', '$5 (£4), '],
    ['groups of digits', '100 000 '],
    ['bare symbols', '$ '],
    ['fractions', 'three-quarters of a '],
    ['adjectives', 'Sino-Russian '],
  ])('takes time linear in the length: %s', (_, piece) => {
    const timeOf = (times: number): number => {
      const text = piece.repeat(times);
      const { user } = process.cpuUsage();
      tagText(text);
      return process.cpuUsage().user - user;
    };
    timeOf(2_000);
    const small = Math.max(timeOf(2_000), 2_000);
    // Ten times the text in a hundred times the time would be quadratic.
    expect(timeOf(20_000) / small).toBeLessThan(45);
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
