import { describe, expect, it } from 'vitest';
import { instantOf, minuteOf, wallTimeAt } from '../../../src/alerting/local-time.js';

const at = (iso: string) => new Date(iso);

describe('wallTimeAt', () => {
  it.each([
    // Central Europe: clocks go from 02:00 to 03:00 at 01:00 UTC on 29 March 2026, back on 25 October.
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', [2026, 3, 29, 119]],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', [2026, 3, 29, 180]],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', [2026, 10, 25, 150]],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', [2026, 10, 25, 150]],
    ['2026-01-01T00:00:00Z', 'America/New_York', [2025, 12, 31, 1140]],
    ['2026-06-01T00:00:00Z', 'Asia/Kolkata', [2026, 6, 1, 330]],
    ['2026-06-01T23:59:59.999Z', 'UTC', [2026, 6, 1, 1439]],
  ])('%s in %s', (iso, timeZone, expected) => {
    const { year, month, day, minute } = wallTimeAt(at(iso), timeZone);
    expect([year, month, day, minute]).toEqual(expected);
  });
});

describe('instantOf', () => {
  it.each([
    ['on a plain day', [2026, 6, 1, 480], 'Europe/Berlin', '2026-06-01T06:00:00.000Z'],
    ['that is skipped: moved by the hour', [2026, 3, 29, 150], 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['that comes twice: the first', [2026, 10, 25, 150], 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['that comes twice in the west', [2026, 11, 1, 90], 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['behind the end of the month', [2026, 1, 32, 0], 'UTC', '2026-02-01T00:00:00.000Z'],
    ['with a change of half an hour', [2026, 10, 4, 150], 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
  ])('a time %s', (_, [year = 0, month = 0, day = 0, minute = 0], timeZone, expected) => {
    expect(instantOf({ year, month, day, minute }, timeZone).toISOString()).toBe(expected);
  });

  it('is what wallTimeAt shows, every quarter of an hour of a year', () => {
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 900_000 * 13) {
      const shown = instantOf(wallTimeAt(new Date(ms), 'America/Sao_Paulo'), 'America/Sao_Paulo');
      expect(shown.getTime()).toBe(ms);
    }
  });
});

describe('minuteOf', () => {
  it('reads times of day and nothing else', () => {
    expect(minuteOf('07:30')).toBe(450);
    for (const wrong of ['24:00', '7:30', '07:60', '', '07:30:00']) {
      expect(() => minuteOf(wrong), wrong).toThrow(RangeError);
    }
  });
});
