import { describe, expect, it } from 'vitest';
import { describeManners } from '../../../src/alerting/describe-manners.js';
import { parseQuietHours, parseTimeZone, toManners, toTarget } from '../../../src/cli/channel-options.js';

describe('toTarget', () => {
  it('knows every kind of channel', () => {
    const url = 'https://hooks.example/x';
    expect(toTarget('webhook', [url], 's')).toEqual({ type: 'webhook', url, secret: 's' });
    expect(toTarget('teams', [url], 's')).toEqual({ type: 'chat', flavour: 'teams', url });
    expect(toTarget('email', ['a@x.example', 'b+c@y.example'], 's')).toEqual({
      type: 'email',
      to: ['a@x.example', 'b+c@y.example'],
    });
  });

  it.each([
    ['webhook', ['hooks.example/x']],
    ['slack', ['ftp://hooks.example/x']],
    ['slack', ['https://a.example/', 'https://b.example/']],
    ['email', ['a@x.example\nBcc: b@y.example']],
    ['email', ['Name <a@x.example>']],
    ['email', ['a@x.example,b@y.example']],
    ['email', ['nobody']],
  ] as const)('refuses %s %j', (type, receivers) => {
    expect(() => toTarget(type, receivers, 's')).toThrow(/Give one address|full http|no mail address/);
  });
});

describe('manners', () => {
  it('come from the options, and are said in words', () => {
    const quietHours = parseQuietHours('22:00-07:00');
    const manners = toManners({
      digest: 'weekly',
      digestAt: '07:30',
      quietHours,
      timeZone: 'Europe/Berlin',
      maxPerHour: 5,
    });
    expect(manners).toEqual({
      digest: 'weekly',
      digestAt: '07:30',
      quietHours,
      timeZone: 'Europe/Berlin',
      maxPerHour: 5,
    });
    expect(describeManners(manners)).toBe(
      'weekly on Mondays at 07:30, quiet 22:00–07:00 (Europe/Berlin), at most 5 an hour',
    );
    expect(describeManners(toManners({ digest: 'immediately' }))).toBe('immediately');
  });

  it.each(['22:00', '22-07', '22:00-22:00', '24:00-07:00', '22:00-07:00-08:00'])(
    'have no quiet hours %s',
    (value) => {
      expect(() => parseQuietHours(value)).toThrow('Give two different times');
    },
  );

  it('know the time zones of the world only', () => {
    expect(parseTimeZone('europe/berlin')).toBe('Europe/Berlin');
    expect(() => parseTimeZone('Mars/Olympus')).toThrow('Europe/Berlin');
  });
});
