import { describe, expect, it } from 'vitest';

import { moneyIn, tagText } from './tag-with.js';

const SUMS: readonly [string, string[]][] = [
  ['paid $5 million', ['$5 million = 5000000 USD']],
  ['paid $4.52m and £3k', ['$4.52m = 4520000 USD', '£3k = 3000 GBP']],
  ['EUR 20, 20€ and €20', ['EUR 20 = 20 EUR', '20€ = 20 EUR', '€20 = 20 EUR']],
  [
    'S$10, A$11, HK$12, C$13, R$14 and US$15',
    ['S$10 = 10 SGD', 'A$11 = 11 AUD', 'HK$12 = 12 HKD', 'C$13 = 13 CAD', 'R$14 = 14 BRL', 'US$15 = 15 USD'],
  ],
  ['Rs 20, Rs20 and RM 42', ['Rs 20 = 20 INR', 'Rs20 = 20 INR', 'RM 42 = 42 MYR']],
  ['five million yen', ['five million yen = 5000000 JPY']],
  ['half a billion dollars', ['half a billion dollars = 500000000 USD']],
  ['two and a half million euros', ['two and a half million euros = 2500000 EUR']],
  ['four crore rupees and 3 lakh rupees', ['four crore rupees = 40000000 INR', '3 lakh rupees = 300000 INR']],
  ['75 USD million', ['75 USD million = 75000000 USD']],
  ['€ 12 Mio. and 3 Mrd. Euro', ['€ 12 Mio. = 12000000 EUR', '3 Mrd. Euro = 3000000000 EUR']],
  ['$3 million to $5 million', ['$3 million to $5 million = 3000000..5000000 USD']],
  ['€3-5m', ['€3-5m = 3000000..5000000 EUR']],
  ['between $10 and $20', ['$10 and $20 = 10..20 USD']],
  ['10 to 20 dollars', ['10 to 20 dollars = 10..20 USD']],
  ['rose from $3 million to $5 million', ['$3 million = 3000000 USD', '$5 million = 5000000 USD']],
  ['50 cents and 197 pence', ['50 cents = 0.5 USD', '197 pence = 1.97 GBP']],
  ['thirteen dollars and forty-five cents', ['thirteen dollars and forty-five cents = 13.45 USD']],
  ['2.5 BTC, 40 bitcoin and 3 Monero', ['2.5 BTC = 2.5 BTC', '40 bitcoin = 40 BTC', '3 Monero = 3 XMR']],
  ['$1,234,567.89 and 1.234.567,89 €', ['$1,234,567.89 = 1234567.89 USD', '1.234.567,89 € = 1234567.89 EUR']],
  ['$0.1 million and $1.1 billion', ['$0.1 million = 100000 USD', '$1.1 billion = 1100000000 USD']],
  ['$50 million (£38 million)', ['$50 million = 50000000 USD', '£38 million = 38000000 GBP']],
  ['a fine of 300 pounds', ['300 pounds = 300 GBP']],
];

describe('money', () => {
  it.each(SUMS)('is read exactly: %s', (text, expected) => {
    expect(moneyIn(text)).toEqual(expected);
  });

  it.each([
    'In 2016 he won 3 medals.',
    'The team of 70 won; 2016 won nothing.',
    'It rose 4.5 percent to 1,200 points.',
    'The fish weighs 300 pounds.',
    'APT10 used CVE-2019-2725 on port 443.',
    'All 20 of them met at Euro 2016.',
    'Real Madrid beat 11 real rivals.',
  ])('is not in: %s', (text) => {
    expect(moneyIn(text)).toEqual([]);
  });

  it.each([
    ['The gang demanded a ransom of $4 million.', 'ransom'],
    ['Hackers stole $4 million in crypto.', 'theft'],
    ['The outage cost the firm $4 million.', 'loss'],
    ['The regulator fined the bank $4 million.', 'fine'],
    ['The startup raised $4 million.', 'funding'],
    ['The government allocated $4 million for cyber units.', 'budget'],
    ['It will acquire the rival for $4 million.', 'deal'],
    ['Revenue reached $4 million.', 'revenue'],
    ['A bounty of $4 million was announced.', 'reward'],
    ['There is $4 million.', 'other'],
  ])('has a purpose: %s', (text, purpose) => {
    expect(tagText(text).money.map((sum) => sum.purpose)).toEqual([purpose]);
  });

  it.each(['nearly $5', 'more than $5', 'up to $5', 'an estimated $5'])('is approximate: %s', (text) => {
    expect(tagText(text).money[0]?.approx).toBe(true);
  });

  it('is exact where the text is', () => {
    expect(tagText('for $5').money[0]).not.toHaveProperty('approx');
  });
});
