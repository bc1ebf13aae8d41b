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
  [
    "10 000 €, 1 234 567,89 EUR and CHF 12'500",
    ['10 000 € = 10000 EUR', '1 234 567,89 EUR = 1234567.89 EUR', "CHF 12'500 = 12500 CHF"],
  ],
  ['1.500 Euro, $1.500 million', ['1.500 Euro = 1500 EUR', '$1.500 million = 1500000 USD']],
  ['20,- euro, $.50', ['20,- euro = 20 EUR', '$.50 = 0.5 USD']],
  [
    '1,5 Milliarden Euro, fünf Millionen Dollar',
    ['1,5 Milliarden Euro = 1500000000 EUR', 'fünf Millionen Dollar = 5000000 USD'],
  ],
  [
    "2,5 millions d'euros, trois milliards de dollars",
    ["2,5 millions d'euros = 2500000 EUR", 'trois milliards de dollars = 3000000000 USD'],
  ],
  [
    'mil millones de dólares, 1.500 millones de euros',
    ['mil millones de dólares = 1000000000 USD', '1.500 millones de euros = 1500000000 EUR'],
  ],
  [
    '1,2 miliardi di euro e 30 mila euro',
    ['1,2 miliardi di euro = 1200000000 EUR', '30 mila euro = 30000 EUR'],
  ],
  [
    'R$ 1,2 bilhão, 5 milhões de reais, R$ 300 mil',
    ['R$ 1,2 bilhão = 1200000000 BRL', '5 milhões de reais = 5000000 BRL', 'R$ 300 mil = 300000 BRL'],
  ],
  ['1,5 miljard euro, 3 miljoen euro', ['1,5 miljard euro = 1500000000 EUR', '3 miljoen euro = 3000000 EUR']],
  ['3 mil dollars', ['3 mil dollars = 3000000 USD']],
  [
    '$2½ million, 1 1/2 million dollars',
    ['$2½ million = 2500000 USD', '1 1/2 million dollars = 1500000 USD'],
  ],
  ['a million and a half dollars', ['a million and a half dollars = 1500000 USD']],
  ['three-quarters of a billion dollars', ['three-quarters of a billion dollars = 750000000 USD']],
  ['15-20,000 euros', ['15-20,000 euros = 15000..20000 EUR']],
  [
    '₹1.2 lakh crore, Rs. 2,50,000, INR 20 cr',
    ['₹1.2 lakh crore = 1200000000000 INR', 'Rs. 2,50,000 = 250000 INR', 'INR 20 cr = 200000000 INR'],
  ],
  [
    '5,000 satoshis, 20 kopecks, 5¢',
    ['5,000 satoshis = 0.00005 BTC', '20 kopecks = 0.2 RUB', '5¢ = 0.05 USD'],
  ],
  [
    'EC$20, N$30, KSh 500, S/ 500, 3 млн руб.',
    ['EC$20 = 20 XCD', 'N$30 = 30 NAD', 'KSh 500 = 500 KES', 'S/ 500 = 500 PEN', '3 млн руб. = 3000000 RUB'],
  ],
  ['£0.1 + £0.2', ['£0.1 = 0.1 GBP', '£0.2 = 0.2 GBP']],
  ['$0.07 million, $1.15 billion', ['$0.07 million = 70000 USD', '$1.15 billion = 1150000000 USD']],
];

/** A shared word or sign, and the country that tells whose it is. */
const BY_CONTEXT: readonly [string, string][] = [
  ['Mexico paid 5 million pesos.', 'MXN'],
  ['The Philippines paid 5 million pesos.', 'PHP'],
  ['Chile owes Argentina nothing; Argentina paid 300 pesos.', 'ARS'],
  ['Officials in Tokyo spent ¥500 million.', 'JPY'],
  ['China spent ¥500 million.', 'CNY'],
  ['Denmark gave 300 million kroner.', 'DKK'],
  ['Norway gave 300 million kroner.', 'NOK'],
  ['Kenya lost 40 million shillings.', 'KES'],
  ['Egypt will pay 5 million pounds.', 'EGP'],
  ['Pakistan fined him Rs 5,000.', 'PKR'],
  ['Manila: they must pay P500,000.', 'PHP'],
  ['He lost 5 million pesos; all figures in Canadian dollars. It cost $5.', 'CAD'],
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
    'Nurses wore N95 masks; the P5 met; R2 units failed.',
    'COP 26 was held in Glasgow, and she was in the TOP 10.',
    'They won 40 million votes and 3 crowns.',
    'Somebody owes 300 dinars.',
    'He shot 10 bucks and bagged 200 pounds of venison.',
  ])('is not in: %s', (text) => {
    expect(moneyIn(text)).toEqual([]);
  });

  it.each(BY_CONTEXT)('takes its currency from the context: %s', (text, currency) => {
    expect(tagText(text).money.at(-1)?.currency).toBe(currency);
  });

  it('doubts a bare dollar where another country of dollars is spoken of', () => {
    const [doubtful] = tagText('A shop in Sydney, Australia, lost $500.').money;
    const [sure] = tagText('A shop lost $500.').money;
    expect(doubtful?.currency).toBe('USD');
    expect(doubtful?.confidence).toBeLessThan(sure?.confidence ?? 0);
  });

  it.each([
    ['over $5', 'min'],
    ['at least $5', 'min'],
    ['no less than $5', 'min'],
    ['$5 million-plus', 'min'],
    ['$5 or more', 'min'],
    ['up to $5', 'max'],
    ['as much as $5', 'max'],
    ['no more than $5', 'max'],
    ['nearly $5', undefined],
  ])('is a bound: %s (%s)', (text, bound) => {
    expect(tagText(text).money[0]?.bound).toBe(bound);
    expect(tagText(text).money[0]?.approx).toBe(true);
  });

  it.each([
    ['$10,000 a month', 'month'],
    ['€50 per barrel', 'barrel'],
    ['$3/month', 'month'],
    ['a $200,000-a-year post', 'year'],
    ['$5 each', 'item'],
    ['£9 monthly', 'month'],
    ['$5 a shame', undefined],
  ])('is a rate: %s (%s)', (text, per) => {
    expect(tagText(text).money[0]?.per).toBe(per);
  });

  it.each([
    ['$50 million (£38 million)', [undefined, 0]],
    ['€3bn ($3.2bn; £2.6bn)', [undefined, 0, 0]],
    ['5 million rand, or about $270,000', [undefined, 0]],
    ['$50 million (in £38 million)', [undefined, undefined]],
    ['$5 and £6', [undefined, undefined]],
  ])('is one figure with its conversions: %s', (text, expected) => {
    expect(tagText(text).money.map(({ conversionOf }) => conversionOf)).toEqual(expected);
  });

  it.each(['nearly $5', 'more than $5', 'up to $5', 'an estimated $5', '~$5'])(
    'is approximate: %s',
    (text) => {
      expect(tagText(text).money[0]?.approx).toBe(true);
    },
  );

  it('is exact where the text is', () => {
    expect(tagText('for $5').money[0]).not.toHaveProperty('approx');
  });
});
