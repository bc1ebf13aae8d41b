import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { TAGGER_VERSION } from '../../../src/tagging/tag-text.js';
import { tagText } from './tag-with.js';

// Pieces that the grammars react to, mixed with anything at all.
const PIECES = fc.constantFrom(
  ...[
    '$5 million',
    ' to ',
    '€3-5m',
    'U.S.',
    '-led ',
    "China's ",
    'North and South Korea',
    'Lazarus Group',
    ' (CISA) ',
  ],
  ...[
    'Ministry of ',
    'Bank of ',
    'Mr. ',
    'Ana Ruiz',
    ' said',
    '. ',
    ', ',
    '\n\n',
    'APT',
    '28',
    '\ud800',
    'İ',
    '\u0301',
  ],
  ...[
    'half a ',
    'billion ',
    'dollars',
    ' and ',
    'Jordan',
    'Play ransomware',
    '’',
    '日本',
    '(',
    ')',
    '-',
    '/',
    '.com',
  ],
);
const TEXT = fc
  .array(fc.oneof({ weight: 3, arbitrary: PIECES }, fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

describe('tagText', () => {
  it('answers any text with offsets that reproduce the surface, sorted, without overlaps in a kind', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
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

  it('answers the same twice', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(tagText(text)).toEqual(tagText(text));
      }),
      { numRuns: 50 },
    );
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
