import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedDate } from '../../../src/feeds/feed-date.js';
import { readUsualDate } from '../../../src/feeds/read-usual-date.js';

const longWay = (written: string): string | null => {
  const reading = readFeedDate(written);
  return reading.kind === 'date' ? reading.at : null;
};

describe('readUsualDate', () => {
  it.each([
    ['Mon, 05 Jan 2026 06:07:08 +0000', '2026-01-05T06:07:08.000Z'],
    ['Mon, 05 Jan 2026 06:07:08 GMT', '2026-01-05T06:07:08.000Z'],
    ['Sun, 01 Mar 2026 00:30:00 +0530', '2026-02-28T19:00:00.000Z'],
    ['2026-01-05T06:07:08Z', '2026-01-05T06:07:08.000Z'],
    ['2025-12-28T23:00:00-05:00', '2025-12-29T04:00:00.000Z'],
  ])('reads %s', (written, iso) => {
    expect(readUsualDate(written)).toBe(iso);
  });

  it.each([
    'Sat, 31 Jan 2026 06:00:00 +0000',
    'Mon, 05 Jän 2026 06:00:00 +0000',
    'Mon, 05 Jan 2026 24:00:00 +0000',
    'Mon, 05 Jan 2026 06:00:60 +0000',
    'Mon, 05 Jan 2026 06:00:00 EST',
    'Mon, 05 Jan 2026 06:00:00 +9900',
    '1970-01-01T00:00:00Z',
    '2026-13-05T06:00:00Z',
    '2026-01-05',
  ])('leaves %s to readFeedDate', (written) => {
    expect(readUsualDate(written)).toBeNull();
  });

  it('agrees with the long way, which a comment behind the date leads to', () => {
    const digits = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    const parts = fc.tuple(
      fc.integer({ min: 1969, max: 2201 }),
      digits(13),
      digits(32),
      digits(24),
      digits(60),
    );
    const zone = fc.constantFrom('+0000', '-0000', '+0100', '-0330', '+1445', '-2359', '+2500', '+0060');
    fc.assert(
      fc.property(parts, zone, ([year, month, day, hour, minute], offset) => {
        const name =
          'Xxx Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Xyz'.split(' ')[Number(month)] ?? '';
        const rfc822 = `Mon, ${day} ${name} ${year} ${hour}:${minute}:07 ${offset}`;
        const usual = readUsualDate(rfc822);
        if (usual !== null) expect(usual).toBe(longWay(`${rfc822} (a comment)`));
        const rfc3339 = `${year}-${month}-${day}T${hour}:${minute}:07${offset.slice(0, 3)}:${offset.slice(3)}`;
        const usualToo = readUsualDate(rfc3339);
        if (usualToo !== null) expect(usualToo).toBe(longWay(rfc3339.replace('T', ' ')));
      }),
    );
  });
});
