import { describe, expect, it } from 'vitest';

import { tagText } from './tag-with.js';

/** The decimals that are stored: those that are given apart, else those of the number. */
function storedAmount(text: string): string | undefined {
  const [sum] = tagText(text).money;
  return sum && (sum.exact?.amount ?? String(sum.amount));
}

describe('amounts', () => {
  it.each([
    ['paid $0.1 million and 200,000 dollars', '100000'],
    ['paid $4.35 million', '4350000'],
    ['paid $1.1 billion', '1100000000'],
    ['paid $0.29', '0.29'],
    ['paid three dollars and thirty cents', '3.3'],
    ['paid $123,456,789,012.34', '123456789012.34'],
  ])('are the decimals that %j says, without help', (text, amount) => {
    expect(storedAmount(text)).toBe(amount);
    expect(tagText(text).money[0]).not.toHaveProperty('exact');
  });

  it.each([
    ['owed $123,456,789,012,345,678.91', '123456789012345678.91'],
    ['owed $9,007,199,254,740,993', '9007199254740993'],
    ['moved 0.12345678901234567 BTC', '0.12345678901234567'],
    ['owed $90,071,992,547,409.93 million', '90071992547409930000'],
  ])('are given as text where a number would change them: %j', (text, amount) => {
    expect(storedAmount(text)).toBe(amount);
  });

  it('of a range are both given', () => {
    const [sum] = tagText('from $9,007,199,254,740,993 to $9,007,199,254,740,995').money;
    expect(sum?.exact).toEqual({ amount: '9007199254740993', max: '9007199254740995' });
  });

  it('do not pretend that a third has decimals', () => {
    expect(tagText('spent 1 1/3 million dollars').money[0]).not.toHaveProperty('exact');
  });
});
