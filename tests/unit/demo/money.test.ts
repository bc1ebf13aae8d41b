import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../demo/newsroom/random.js';
import { CURRENCY_STYLES } from '../../../demo/newsroom/stories/data/currencies.js';
import { inventSum, type SumOrder } from '../../../demo/newsroom/stories/money.js';

const MAGNITUDES: Readonly<Record<string, number>> = {
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
  lakh: 1e5,
  crore: 1e7,
};

/** Every amount in a text, read back in the simplest way. */
function readAmounts(text: string): number[] {
  return [...text.matchAll(/([\d,]+(?:\.\d+)?)\s?(million|billion|trillion|lakh|crore|bn|tn|m\b)?/g)].map(
    ([, digits = '', magnitude = '']) =>
      Math.round(Number(digits.replaceAll(',', '')) * (MAGNITUDES[magnitude] ?? 1) * 100) / 100,
  );
}

describe('inventSum', () => {
  it.each(Object.keys(CURRENCY_STYLES))('writes what it says in %s', (homeCurrency) => {
    const random = createRandom(homeCurrency);
    for (let i = 0; i < 200; i++) {
      const order: SumOrder = {
        purpose: random.pick(['ransom', 'deal', 'fine', 'reward']),
        unit: random.pick(['usual', 'crypto']),
        shape: random.pick(['exact', 'range']),
        homeCurrency,
        charset: 'utf-8',
      };
      const sum = inventSum(random, order);
      expect(readAmounts(sum.text), sum.text).toEqual(
        order.shape === 'exact' ? [sum.amount] : [sum.min, sum.max],
      );
      if (order.shape === 'range') expect(sum.amount).toBe(sum.min);
    }
  });

  it('takes a form without the euro sign where the charset has none', () => {
    const random = createRandom('latin');
    const texts = Array.from({ length: 200 }, () =>
      inventSum(random, {
        purpose: 'loss',
        unit: 'usual',
        shape: 'exact',
        homeCurrency: 'EUR',
        charset: 'iso-8859-1',
      }),
    );
    expect(texts.some(({ currency }) => currency === 'EUR')).toBe(true);
    expect(texts.filter(({ text }) => text.includes('€'))).toEqual([]);
  });
});
