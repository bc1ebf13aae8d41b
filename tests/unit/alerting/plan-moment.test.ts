import { describe, expect, it } from 'vitest';
import { planMoment } from '../../../src/alerting/plan-moment.js';
import type { ChannelManners } from '../../../src/model/alert.js';
import type { MessageFacts } from '../../../src/model/delivery.js';

const NOW = new Date('2026-06-03T10:20:30.400Z'); // a Wednesday

function plan(manners: Partial<ChannelManners>, facts: Partial<MessageFacts> = {}, now = NOW): string | null {
  const moment = planMoment(
    {
      manners: { digest: 'immediately', quietHours: null, maxPerHour: null, ...manners },
      createdAt: now,
      isCollected: false,
      attempts: 0,
      recentStarts: [],
      ...facts,
    },
    now,
  );
  return moment === null ? null : moment.toISOString();
}

const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe('a channel without manners', () => {
  it('speaks at once', () => {
    expect(plan({})).toBeNull();
  });
});

describe('a digest', () => {
  it.each<[string, Partial<ChannelManners>, string]>([
    ['hourly', { digest: 'hourly' }, '2026-06-03T11:00:00.000Z'],
    [
      'hourly, where the hours begin at half past',
      { digest: 'hourly', timeZone: 'Asia/Kolkata' },
      '2026-06-03T10:30:00.000Z',
    ],
    ['daily', { digest: 'daily' }, '2026-06-04T08:00:00.000Z'],
    ['daily, later today', { digest: 'daily', digestAt: '18:30' }, '2026-06-03T18:30:00.000Z'],
    ['daily elsewhere', { digest: 'daily', timeZone: 'America/New_York' }, '2026-06-03T12:00:00.000Z'],
    ['weekly', { digest: 'weekly' }, '2026-06-08T08:00:00.000Z'],
  ])('%s ends at', (_, manners, expected) => {
    expect(plan(manners)).toBe(expected);
  });

  it('of Monday is on Monday itself while its time is to come', () => {
    const monday = (time: string) => new Date(`2026-06-08T${time}Z`);
    expect(plan({ digest: 'weekly' }, {}, monday('07:59:00'))).toBe('2026-06-08T08:00:00.000Z');
    expect(plan({ digest: 'weekly' }, {}, monday('08:00:00'))).toBe('2026-06-15T08:00:00.000Z');
  });

  it('is sent when the period is over in which it was begun', () => {
    const bundle = { isCollected: true };
    expect(plan({ digest: 'hourly' }, { ...bundle, createdAt: before(30) })).toBeNull();
    expect(plan({ digest: 'hourly' }, { ...bundle, createdAt: before(10) })).toBe('2026-06-03T11:00:00.000Z');
  });

  it('takes what was late for the last one', () => {
    expect(plan({ digest: 'hourly' }, { createdAt: before(30) })).toBe('2026-06-03T11:00:00.000Z');
  });

  it('comes at the same local time when the clocks change', () => {
    const berlin = { digest: 'daily', timeZone: 'Europe/Berlin' } as const;
    expect(plan(berlin, {}, new Date('2026-03-28T12:00:00Z'))).toBe('2026-03-29T06:00:00.000Z');
    expect(plan(berlin, {}, new Date('2026-10-24T12:00:00Z'))).toBe('2026-10-25T07:00:00.000Z');
  });

  it('comes every hour of the night in which one comes twice', () => {
    const berlin = { digest: 'hourly', timeZone: 'Europe/Berlin' } as const;
    expect(plan(berlin, {}, new Date('2026-10-25T00:10:00Z'))).toBe('2026-10-25T01:00:00.000Z');
    expect(plan(berlin, {}, new Date('2026-10-25T01:10:00Z'))).toBe('2026-10-25T02:00:00.000Z');
  });
});

describe('quiet hours', () => {
  const night = (timeZone: string): Partial<ChannelManners> => ({
    quietHours: { from: '22:00', to: '07:00' },
    timeZone,
  });

  it.each([
    ['in the day', '2026-06-03T19:59:59Z', null],
    ['when they begin', '2026-06-03T20:00:00Z', '2026-06-04T05:00:00.000Z'],
    ['past midnight', '2026-06-04T00:30:00Z', '2026-06-04T05:00:00.000Z'],
    ['when they end', '2026-06-04T05:00:00Z', null],
    ['in the night in which an hour is skipped', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['in the night in which an hour comes twice', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_, now, expected) => {
    expect(plan(night('Europe/Berlin'), {}, new Date(now))).toBe(expected);
  });

  it('may lie within one day', () => {
    const lunch = { quietHours: { from: '12:00', to: '13:00' } };
    expect(plan(lunch, {}, new Date('2026-06-03T12:30:00Z'))).toBe('2026-06-03T13:00:00.000Z');
    expect(plan(lunch, {}, new Date('2026-06-03T13:00:00Z'))).toBeNull();
    expect(plan(lunch, {}, new Date('2026-06-03T11:59:00Z'))).toBeNull();
  });

  it('end after the gap when the clocks skip their end', () => {
    const odd = { quietHours: { from: '23:00', to: '02:30' }, timeZone: 'Europe/Berlin' };
    expect(plan(odd, {}, new Date('2026-03-29T00:10:00Z'))).toBe('2026-03-29T01:30:00.000Z');
  });

  it('end once when their end comes twice', () => {
    const odd = { quietHours: { from: '23:00', to: '02:30' }, timeZone: 'Europe/Berlin' };
    expect(plan(odd, {}, new Date('2026-10-25T00:10:00Z'))).toBe('2026-10-25T00:30:00.000Z');
    expect(plan(odd, {}, new Date('2026-10-25T01:10:00Z'))).toBeNull();
  });

  it('hold a digest that ends in them', () => {
    const manners = { digest: 'hourly', quietHours: { from: '10:30', to: '14:15' } } as const;
    expect(plan(manners)).toBe('2026-06-03T14:15:00.000Z');
  });

  it('hold what was tried already as well', () => {
    const quiet = { quietHours: { from: '10:00', to: '11:00' } };
    expect(plan(quiet, { attempts: 3 })).toBe('2026-06-03T11:00:00.000Z');
  });
});

describe('a cap', () => {
  const recentStarts = [before(50), before(40), before(5)];

  it('leaves room for so many messages an hour', () => {
    expect(plan({ maxPerHour: 4 }, { recentStarts })).toBeNull();
    expect(plan({ maxPerHour: 3 }, { recentStarts })).toBe(
      new Date(before(50).getTime() + 3_600_000).toISOString(),
    );
    expect(plan({ maxPerHour: 1 }, { recentStarts })).toBe(
      new Date(before(5).getTime() + 3_600_000).toISOString(),
    );
  });

  it('and a digest wait for the later of both', () => {
    expect(plan({ maxPerHour: 1, digest: 'hourly' }, { recentStarts })).toBe(
      new Date(before(5).getTime() + 3_600_000).toISOString(),
    );
  });

  it('does not count what was tried already once more', () => {
    expect(plan({ maxPerHour: 1, digest: 'daily' }, { recentStarts, attempts: 1 })).toBeNull();
  });
});
