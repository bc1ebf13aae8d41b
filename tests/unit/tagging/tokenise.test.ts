import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldWord, tokenise } from '../../../src/tagging/tokenise.js';

describe('tokenise', () => {
  it.each([
    ['APT28', ['APT', '28']],
    ['$4.52m, 1,000.', ['$', '4.52', 'm', ',', '1,000', '.']],
    ["Yōko's U.S.-led", ['Yōko', "'", 's', 'U', '.', 'S', '.', '-', 'led']],
    ['e\u0301t\u00e9\u200b x', ['e\u0301t\u00e9', 'x']],
    ['', []],
  ])('cuts %s', (text, expected) => {
    expect(tokenise(text).map((token) => token.text)).toEqual(expected);
  });

  it('says what is glued and what opens a line', () => {
    const [apt, number, next] = tokenise('APT28\nnext');
    expect([apt?.glued, number?.glued, next?.glued]).toEqual([false, true, false]);
    expect([apt?.opensLine, number?.opensLine, next?.opensLine]).toEqual([true, false, true]);
  });

  it('gives tokens in order whose offsets reproduce them, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let previousEnd = 0;
        for (const { start, end, text: surface } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(previousEnd);
          expect(text.slice(start, end)).toBe(surface);
          previousEnd = end;
        }
      }),
    );
  });
});

describe('foldWord', () => {
  it.each([
    ['Yōko', 'yoko'],
    ['TÜRKİYE', 'turkiye'],
    ['\u2019', "'"],
    ['\u2013', '-'],
  ])('%s → %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});
