import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedDate } from '../../../src/feeds/feed-date.js';

describe('parseFeedDate', () => {
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
  ])('reads %s', (written, expected) => {
    expect(parseFeedDate(written)).toBe(expected);
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
      '2026-01-01T00:00:00+00:xx',
      '0',
    ],
    '1'.repeat(200),
  ])('takes %j for no date', (written) => {
    expect(parseFeedDate(written)).toBeNull();
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
        expect(parseFeedDate(seconds.toUTCString())).toBe(seconds.toISOString());
        expect(parseFeedDate(value.toISOString())).toBe(value.toISOString());
      }),
    );
  });

  it('returns a date in range or null for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = parseFeedDate(text);
        expect(date === null || /^(?:19[7-9]\d|2[01]\d\d|2200)-/.test(date)).toBe(true);
      }),
    );
  });
});
