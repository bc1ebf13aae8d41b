import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandKeys } from '../../../src/stories/band-keys.js';
import { minHash, resemblance } from '../../../src/stories/min-hash.js';
import { shinglesOf } from '../../../src/stories/shingles.js';
import { splitWords } from '../../../src/stories/split-words.js';

const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  const common = [...a].filter((value) => b.has(value)).length;
  return common / (a.size + b.size - common);
};

describe('splitWords', () => {
  it.each([
    ['“Don’t,” she said — twice!', ['don', 't', 'she', 'said', 'twice']],
    ['CAFÉ Zürich', ['cafe', 'zurich']],
    ['$1,200.50 on 3.5', ['1,200.50', 'on', '3.5']],
    ['東京で地震', ['東', '京', 'で', '地', '震']],
    ['AI企業', ['ai', '企', '業']],
    ['землетрясение в Чили', ['землетрясение', 'в', 'чили']],
    ['', []],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual(words.map((word) => word.normalize('NFKD')));
  });

  it('gives the same words for both ways to write a letter with marks', () => {
    for (const text of ['東京で地震', 'แผ่นดินไหว', 'Zürich', '한국'])
      expect(splitWords(text.normalize('NFD'))).toEqual(splitWords(text.normalize('NFC')));
    expect(splitWords('แผ่นดิน').length).toBeGreaterThan(2);
  });
});

describe('shinglesOf', () => {
  it('gives one for each stretch of four words, none twice', () => {
    expect(shinglesOf(['a', 'b', 'c', 'd', 'e']).size).toBe(2);
    expect(shinglesOf(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']).size).toBe(2);
    expect(shinglesOf(['a', 'b']).size).toBe(1);
    expect(shinglesOf([]).size).toBe(0);
  });

  it('tells other words and another order apart', () => {
    const [one] = shinglesOf(['a', 'b', 'c', 'd']);
    expect(shinglesOf(['b', 'a', 'c', 'd']).has(one ?? 0)).toBe(false);
  });
});

describe('minHash', () => {
  const shingles = fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), {
    minLength: 1,
    maxLength: 200,
  });

  it('does not hang on the order of the shingles, so neither on where boilerplate stands', () => {
    fc.assert(
      fc.property(shingles, shingles, (body, boilerplate) => {
        expect(minHash([...body, ...boilerplate])).toEqual(minHash([...boilerplate, ...body]));
      }),
    );
  });

  it('is symmetric, and 1 for the same set', () => {
    fc.assert(
      fc.property(shingles, shingles, (a, b) => {
        const [left, right] = [minHash(a), minHash(b)];
        expect(resemblance(left, right)).toBe(resemblance(right, left));
        expect(resemblance(left, minHash(a.toReversed()))).toBe(1);
      }),
    );
  });

  it('estimates how much two sets share', () => {
    for (const share of [0.1, 0.3, 0.5, 0.8]) {
      const errors = Array.from({ length: 20 }, (_, round) => {
        const words = (from: number, count: number) =>
          Array.from({ length: count }, (__, index) => `${round} ${from + index}`);
        const size = 400;
        const common = Math.round((2 * size * share) / (1 + share));
        const a = shinglesOf(words(0, size));
        const b = shinglesOf([...words(0, common), ...words(10_000, size - common)]);
        return resemblance(minHash(a), minHash(b)) - jaccard(a, b);
      });
      const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      // Four standard errors of twenty estimates.
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 128 / 20));
    }
  });
});

describe('bandKeys', () => {
  it('are shared by texts that are alike, and not by others', () => {
    const words = Array.from({ length: 400 }, (_, index) => `word ${index}`);
    const keysOf = (list: readonly string[]) => bandKeys(minHash(shinglesOf(list)), 32, 1);
    const shared = (list: readonly string[]) => {
      const keys = new Set(keysOf(list));
      return keysOf(words).filter((key) => keys.has(key)).length;
    };
    expect(shared(words)).toBe(32);
    expect(shared(words.slice(0, 250))).toBeGreaterThan(2);
    expect(shared(words.map((word) => `other ${word}`))).toBe(0);
  });
});
