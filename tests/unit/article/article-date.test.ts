import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findArticleDate, formatArticleDate, parseArticleDate } from '../../../src/article/article-date.js';
import type { DayOrder } from '../../../src/article/day-in-text.js';

function read(text: string, order?: DayOrder): string | null {
  const date = parseArticleDate(text, order);
  return date === null ? null : formatArticleDate(date);
}

describe('parseArticleDate', () => {
  it.each([
    ['2024-04-22', '2024-04-22T00:00:00.000Z'],
    ['2024-04-22T18:05:09Z', '2024-04-22T18:05:09.000Z'],
    ['2024-04-22T18:05:09.123+02:00', '2024-04-22T18:05:09.000+02:00'],
    ['2024-04-22 18:05', '2024-04-22T18:05:00.000Z'],
    ['2024-04-22T01:05:00-0500', '2024-04-22T01:05:00.000-05:00'],
    ['20240422', '2024-04-22T00:00:00.000Z'],
    ['20240422T180509Z', '2024-04-22T18:05:09.000Z'],
    ['1713809109', '2024-04-22T18:05:09.000Z'],
    ['1713809109000', '2024-04-22T18:05:09.000Z'],
    ['Mon, 22 Apr 2024 18:05:09 GMT', '2024-04-22T18:05:09.000Z'],
    ['Mon, 22 Apr 2024 18:05:09 +0200', '2024-04-22T18:05:09.000+02:00'],
    ['April 22, 2024 at 6:05 PM EDT', '2024-04-22T18:05:00.000-04:00'],
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
    ['23.04.24', '2024-04-23T00:00:00.000Z'],
    ['Mon Apr 22 18:05:09 CEST 2024', '2024-04-22T18:05:09.000+02:00'],
    ['20240422180509', '2024-04-22T18:05:09.000Z'],
    ['18:05 22.04.2024', '2024-04-22T18:05:00.000Z'],
    ['22/abr/2024 18h05', '2024-04-22T18:05:00.000Z'],
    ['April 22, 2024, 6 PM', '2024-04-22T18:00:00.000Z'],
    ['2024-04-22|00h23', '2024-04-22T00:23:00.000Z'],
    ['2024. április 22.', '2024-04-22T00:00:00.000Z'],
    ['2024 m. balandžio 22 d.', '2024-04-22T00:00:00.000Z'],
    ['2024. gada 22. aprīlis', '2024-04-22T00:00:00.000Z'],
    ['22 tháng 4, 2024', '2024-04-22T00:00:00.000Z'],
    ['22. travnja 2024.', '2024-04-22T00:00:00.000Z'],
    ['22 Απριλίου 2024', '2024-04-22T00:00:00.000Z'],
    ['22 באפריל 2024', '2024-04-22T00:00:00.000Z'],
    ['٢٢ أبريل ٢٠٢٤', '2024-04-22T00:00:00.000Z'],
    ['22 نيسان 2024', '2024-04-22T00:00:00.000Z'],
    ['२२ अप्रैल २०२४', '2024-04-22T00:00:00.000Z'],
    ['২২ এপ্রিল ২০২৪', '2024-04-22T00:00:00.000Z'],
    ['22 เม.ย. 2567', '2024-04-22T00:00:00.000Z'],
    ['۳ اردیبهشت ۱۴۰۳', '2024-04-22T00:00:00.000Z'],
    ['1399/12/30', '2021-03-20T00:00:00.000Z'],
  ])('%s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it('reads an ambiguous day in the order given', () => {
    expect(read('04/05/2024', 'day-first')).toBe('2024-05-04T00:00:00.000Z');
    expect(read('04/05/2024', 'month-first')).toBe('2024-04-05T00:00:00.000Z');
    expect(read('04.05.2024', 'month-first')).toBe('2024-05-04T00:00:00.000Z');
  });

  it('says where the first day of a text stands', () => {
    expect(findArticleDate('Updated May 5, 2024, first on 2024-05-03')).toMatchObject({ start: 8, end: 19 });
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
    '1.2.23.4',
    '5/9/14/16',
  ])('is null for %j', (text) => {
    expect(parseArticleDate(text)).toBeNull();
  });

  it('reads back every instant of its range', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        date.setUTCMilliseconds(0);
        expect(read(date.toISOString())).toBe(date.toISOString());
        expect(read(date.toUTCString())).toBe(date.toISOString());
      }),
    );
  });

  it('gives an instant or null for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = read(text);
        expect(date === null || !Number.isNaN(Date.parse(date))).toBe(true);
      }),
    );
  });
});
