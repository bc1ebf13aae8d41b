import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticleDate } from '../../../src/article/article-date.js';

describe('parseArticleDate', () => {
  it.each([
    ['2024-04-22', '2024-04-22T00:00:00.000Z'],
    ['2024-04-22T18:05:09Z', '2024-04-22T18:05:09.000Z'],
    ['2024-04-22T18:05:09.123+02:00', '2024-04-22T16:05:09.000Z'],
    ['2024-04-22 18:05', '2024-04-22T18:05:00.000Z'],
    ['2024-04-22T01:05:00-0500', '2024-04-22T06:05:00.000Z'],
    ['20240422', '2024-04-22T00:00:00.000Z'],
    ['20240422T180509Z', '2024-04-22T18:05:09.000Z'],
    ['1713809109', '2024-04-22T18:05:09.000Z'],
    ['1713809109000', '2024-04-22T18:05:09.000Z'],
    ['Mon, 22 Apr 2024 18:05:09 GMT', '2024-04-22T18:05:09.000Z'],
    ['Mon, 22 Apr 2024 18:05:09 +0200', '2024-04-22T16:05:09.000Z'],
    ['April 22, 2024 at 6:05 PM EDT', '2024-04-22T22:05:00.000Z'],
    ['Published: Apr. 2nd, 2024 12:30 a.m.', '2024-04-02T00:30:00.000Z'],
    ['Stand: 22.04.2024, 06:00 Uhr', '2024-04-22T06:00:00.000Z'],
    ['22. April 2024', '2024-04-22T00:00:00.000Z'],
    ['le 1er février 2024 à 9h05', '2024-02-01T09:05:00.000Z'],
    ['22 de abril de 2024', '2024-04-22T00:00:00.000Z'],
    ['22 апреля 2024, 14:30', '2024-04-22T14:30:00.000Z'],
    ['22 kwietnia 2024', '2024-04-22T00:00:00.000Z'],
    ['2024年4月22日 6時05分', '2024-04-22T06:05:00.000Z'],
    ['2024. 4. 22.', '2024-04-22T00:00:00.000Z'],
    ['23/04/2024', '2024-04-23T00:00:00.000Z'],
    ['04/23/2024', '2024-04-23T00:00:00.000Z'],
  ])('%s', (text, instant) => {
    expect(parseArticleDate(text)).toBe(instant);
  });

  it('reads an ambiguous day in the order given', () => {
    expect(parseArticleDate('04/05/2024', 'day-first')).toBe('2024-05-04T00:00:00.000Z');
    expect(parseArticleDate('04/05/2024', 'month-first')).toBe('2024-04-05T00:00:00.000Z');
  });

  it.each([
    '',
    'yesterday',
    '2024',
    '31 February 2024',
    '2024-13-01',
    '1066-10-14',
    'call 555 1234',
    '5 of 2024 users',
    '0000-00-00',
  ])('is null for %j', (text) => {
    expect(parseArticleDate(text)).toBeNull();
  });

  it('reads back every instant of its range', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        date.setUTCMilliseconds(0);
        expect(parseArticleDate(date.toISOString())).toBe(date.toISOString());
        expect(parseArticleDate(date.toUTCString())).toBe(date.toISOString());
      }),
    );
  });

  it('gives an instant or null for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = parseArticleDate(text);
        expect(date === null || new Date(date).toISOString() === date).toBe(true);
      }),
    );
  });
});
