import { describe, expect, it } from 'vitest';
import { PermanentError } from '../../../src/errors.js';
import { nextCronTime, parseSchedule } from '../../../src/feeds/parse-schedule.js';

describe('parseSchedule', () => {
  it.each([
    ['every 30m', 30 * 60_000],
    ['every 90s', 90_000],
    ['Every 2 hours', 7_200_000],
    [' every  1 day ', 86_400_000],
  ])('reads %s', (text, intervalMs) => {
    expect(parseSchedule(text)).toEqual({ kind: 'every', intervalMs });
  });

  it('reads cron expressions in UTC', () => {
    expect(parseSchedule('*/15  6-20 * * MON-FRI')).toEqual({
      kind: 'cron',
      expression: '*/15 6-20 * * MON-FRI',
    });
    expect(nextCronTime('0 6 * * 1', new Date('2026-03-04T12:00:00Z')).toISOString()).toBe(
      '2026-03-09T06:00:00.000Z',
    );
  });

  it.each([
    ...['', 'every', 'every 0m', 'every 10s', 'every 90d', 'hourly', '* * * *', '* * * * * *', '61 * * * *'],
    ...['0 0 30 2 *', 'H * * * *', `${'1,'.repeat(500)}1 * * * *`],
  ])('refuses %j', (text) => {
    expect(() => parseSchedule(text)).toThrow(PermanentError);
    expect(() => parseSchedule(text)).toThrow(expect.objectContaining({ code: 'bad_input' }) as Error);
  });
});
