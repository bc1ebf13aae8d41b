import { Command, InvalidArgumentError } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addListingOptions,
  LISTING_FORMATS,
  parseLimit,
  parseSince,
  toMentionFilter,
  type ListingOptions,
} from '../../../src/cli/listing-options.js';

/** What a listing command makes of these arguments. */
function parse(...args: string[]): ListingOptions {
  const command = addListingOptions(new Command('list'), LISTING_FORMATS)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parse(args, { from: 'user' }).opts<ListingOptions>();
}

describe('addListingOptions', () => {
  it('asks for fifty rows in a table by default', () => {
    expect(parse()).toEqual({ limit: 50, format: 'table' });
  });

  it('reads every filter', () => {
    const options = parse(
      ...['--country', 'kp', '--actor', 'Quiet Heron', '--kind', 'threat-actor', '--currency', 'usd'],
      ...['--min', '1_500_000.5', '--since', '2026-01-31', '--source', 'Example', '--search', 'a or b'],
      ...['--limit', '7', '--format', 'csv'],
    );
    expect(options.format).toBe('csv');
    expect(toMentionFilter(options)).toEqual({
      country: 'KP',
      actor: 'Quiet Heron',
      kind: 'threat-actor',
      currency: 'USD',
      minAmount: 1_500_000.5,
      since: new Date('2026-01-31T00:00:00Z'),
      source: 'Example',
      search: 'a or b',
      limit: 7,
    });
  });

  it('leaves filters out that were not given', () => {
    expect(toMentionFilter(parse())).toEqual({ limit: 50 });
    expect(toMentionFilter(parse('--min', '0'))).toEqual({ limit: 50, minAmount: 0 });
  });

  it.each([
    ['--country', 'PRK'],
    ['--country', 'K1'],
    ['--kind', 'ghost'],
    ['--currency', '$'],
    ['--min', '-1'],
    ['--min', 'much'],
    ['--min', ''],
    ['--min', 'Infinity'],
    ['--since', 'yesterday'],
    ['--limit', '0'],
    ['--format', 'xml'],
  ])('refuses %s %j', (option, value) => {
    expect(() => parse(option, value)).toThrow(expect.objectContaining({ exitCode: 1 }));
  });

  it('offers only the formats of its command', () => {
    const command = addListingOptions(new Command('list'), ['table', 'csv']).exitOverride();
    command.configureOutput({ writeErr: () => undefined });
    expect(() => command.parse(['--format', 'stix'], { from: 'user' })).toThrow('stix');
  });
});

describe('parseLimit', () => {
  it('takes 1 to 10,000', () => {
    expect([parseLimit('1'), parseLimit('10000')]).toEqual([1, 10_000]);
  });

  it.each(['0', '-1', '10001', '1.5', '', 'all', 'NaN'])('refuses %j', (value) => {
    expect(() => parseLimit(value)).toThrow(InvalidArgumentError);
  });
});

describe('parseSince', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['30m', '2026-03-01T11:30:00.000Z'],
    ['24h', '2026-02-28T12:00:00.000Z'],
    ['7d', '2026-02-22T12:00:00.000Z'],
    ['2w', '2026-02-15T12:00:00.000Z'],
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31T10:00:00+02:00', '2026-01-31T08:00:00.000Z'],
  ])('reads %s', (value, expected) => {
    expect(parseSince(value).toISOString()).toBe(expected);
  });

  it.each([
    '',
    '7',
    'd',
    '7y',
    '-7d',
    '7 d',
    '2026',
    '31.01.2026',
    '2026-13-01',
    '2026-02-30',
    '2026-01-31x',
  ])('refuses %j', (value) => {
    expect(() => parseSince(value)).toThrow(InvalidArgumentError);
  });
});
