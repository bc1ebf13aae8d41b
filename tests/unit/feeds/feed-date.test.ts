import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedDate } from '../../../src/feeds/feed-date.js';

const dateOf = (text: string): string | null => {
  const reading = readFeedDate(text);
  return reading.kind === 'date' ? reading.at : null;
};

describe('readFeedDate', () => {
  it.each([
    ['Wed, 04 Mar 2026 10:11:12 GMT', '2026-03-04T10:11:12.000Z'],
    ['Wed, 04 Mar 2026 10:11:12 -0330', '2026-03-04T13:41:12.000Z'],
    ['Wed, 4 Mar 26 10:11 EST', '2026-03-04T15:11:00.000Z'],
    ['Wednesday, 4 March 2026 10:11:12 CEST', '2026-03-04T08:11:12.000Z'],
    ['Mon, 04 Mar 2026 10:11:12 +05:30', '2026-03-04T04:41:12.000Z'],
    ['04 Mar 2026 10:11:12 GMT+0200 (Eastern European Time)', '2026-03-04T08:11:12.000Z'],
    ['Wed Mar  4 10:11:12 2026', '2026-03-04T10:11:12.000Z'],
    ['Wed Mar 04 10:11:12 +0100 2026', '2026-03-04T09:11:12.000Z'],
    ['Mar 4, 2026 1:05 PM', '2026-03-04T13:05:00.000Z'],
    ['2026-03-04T10:11:12.345Z', '2026-03-04T10:11:12.345Z'],
    ['2026-03-04T10:11:12', '2026-03-04T10:11:12.000Z'],
    ['2026-03-04 10:11:12 +01', '2026-03-04T09:11:12.000Z'],
    ['20260304T101112Z', '2026-03-04T10:11:12.000Z'],
    ['2026-03-04T24:00:00Z', '2026-03-05T00:00:00.000Z'],
    ['2026-03', '2026-03-01T00:00:00.000Z'],
    ['2026-063', '2026-03-04T00:00:00.000Z'],
    ['2026-W10-3', '2026-03-04T00:00:00.000Z'],
    ['1772619072', '2026-03-04T10:11:12.000Z'],
    ['1772619072345', '2026-03-04T10:11:12.345Z'],
    ['3/4/2026', '2026-03-04T00:00:00.000Z'],
    ['31/12/2025 08:00', '2025-12-31T08:00:00.000Z'],
    ['04.03.2026', '2026-03-04T00:00:00.000Z'],
    ['4. März 2026 10:11', '2026-03-04T10:11:00.000Z'],
    ['4 марта 2026', '2026-03-04T00:00:00.000Z'],
    ['mer. 4 févr. 2026 10:11:12 +0100', '2026-02-04T09:11:12.000Z'],
    ['Wed, 04 Mar 2026 10:11:12 XYZ', '2026-03-04T10:11:12.000Z'],
    ['Wed, 04 Mar 2026 10:11:12 -0800 PST', '2026-03-04T18:11:12.000Z'],
    ['2026-03-04T10:11:12-07:00:00', '2026-03-04T17:11:12.000Z'],
    ['2026-003-04T10:11:12Z', '2026-03-04T10:11:12.000Z'],
    ['20260304101112', '2026-03-04T10:11:12.000Z'],
    ['10:11 04.03.2026 -0700', '2026-03-04T17:11:00.000Z'],
    ['Wed, 4 Mar 2026 3:04:05 p. m.', '2026-03-04T15:04:05.000Z'],
    ['4 mars 2026 à 10h11', '2026-03-04T10:11:00.000Z'],
    ['St, 04 bře 2026 10:11:12 +0100', '2026-03-04T09:11:12.000Z'],
    ['4 مارس 2026', '2026-03-04T00:00:00.000Z'],
    ['٤ مارس ٢٠٢٦', '2026-03-04T00:00:00.000Z'],
    ['2026-03-04 오후 1:02:03', '2026-03-04T04:02:03.000Z'],
    ['2026년 3월 4일 (수) 오전 12:30', '2026-03-03T15:30:00.000Z'],
    ['2026년 3월 4일 10:11 +0000', '2026-03-04T10:11:00.000Z'],
    ['2026년 3월 4일', '2026-03-04T00:00:00.000Z'],
    ['2026年3月4日 下午3:05', '2026-03-04T15:05:00.000Z'],
    ['2026年3月4日(水) 15時05分', '2026-03-04T15:05:00.000Z'],
    ['2026年３月４日 星期三 10:11', '2026-03-04T10:11:00.000Z'],
  ])('reads %s', (written, expected) => {
    expect(dateOf(written)).toBe(expected);
  });

  it.each([
    ...[
      '',
      'yesterday',
      'TBD',
      'Wed, 04 Zzz 2026',
      '2026-13-01',
      '2026-02-30',
      '30 Feb 2026',
      '2026-01-01T25:00Z',
    ],
    ...[
      '0001-01-01T00:00:00',
      '9999-12-31T23:59:59Z',
      '2026-01-01T10:xx:00Z',
      '2026-01-01Txx:10:00Z',
      'Sun, xx Mar 2026 10:11:12 GMT',
      'Sun, 08 Mar 2026 10:xx:12 GMT',
      'Sun, 08 Mar 2026 xx:11:12 GMT',
      '2026-01-01T00:00:00+00:xx',
      '0',
    ],
    '1'.repeat(200),
  ])('takes %j for no date', (written) => {
    expect(dateOf(written)).toBeNull();
  });

  it.each([
    ['0001-01-01T00:00:00Z', 'absurd'],
    ['0000-00-00 00:00:00', 'absurd'],
    ['Wed, 31 Dec 1969 23:59:59 GMT', 'absurd'],
    ['1 Jan 2999', 'absurd'],
    ['soon', 'unreadable'],
    ['2026-02-30', 'unreadable'],
  ])('tells what is wrong with %s', (written, kind) => {
    expect(readFeedDate(written)).toEqual({ kind });
  });

  it('reads what JavaScript writes, to the second, in every usual form', () => {
    const date = fc.date({
      min: new Date('1971-01-01T00:00:00Z'),
      max: new Date('2199-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (value) => {
        const seconds = new Date(Math.floor(value.getTime() / 1_000) * 1_000);
        expect(dateOf(seconds.toUTCString())).toBe(seconds.toISOString());
        expect(dateOf(value.toISOString())).toBe(value.toISOString());
      }),
    );
  });

  it('returns a date in range or null for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = dateOf(text);
        expect(date === null || /^(?:19[7-9]\d|2[01]\d\d|2200)-/.test(date)).toBe(true);
      }),
    );
  });
});
