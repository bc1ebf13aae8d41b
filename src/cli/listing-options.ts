import { InvalidArgumentError, Option, type Command } from 'commander';
import { ACTOR_KINDS, type ActorKind } from '../model/mention.js';
import type { MentionFilter } from '../model/article-record.js';

export interface LimitOption {
  readonly limit: number;
}

/** The options that all listings share. */
export interface ListingOptions extends LimitOption {
  readonly country?: string;
  readonly actor?: string;
  readonly kind?: ActorKind;
  readonly currency?: string;
  readonly min?: number;
  readonly since?: Date;
  readonly source?: string;
  readonly search?: string;
  readonly format: ListingFormat;
}

export const LISTING_FORMATS = ['table', 'json', 'ndjson', 'csv', 'stix', 'rss', 'json-feed'] as const;
export type ListingFormat = (typeof LISTING_FORMATS)[number];

const MAX_ROWS = 10_000;

/** Adds the filters to a command. */
export function addListingOptions(command: Command, formats: readonly ListingFormat[]): Command {
  return command
    .option('--country <code>', 'said in the text: two letters (ISO 3166), such as KP', parseCountry)
    .option('--actor <name>', 'mentions this actor, by name or alias')
    .addOption(new Option('--kind <kind>', 'mentions an actor of this kind').choices(ACTOR_KINDS))
    .option('--currency <code>', 'has a sum in this currency (ISO 4217 or BTC …)', parseCurrency)
    .option('--min <amount>', 'has a sum of at least this much', parseAmount)
    .option('--since <time>', 'since then: 7d, 24h, 30m or a date', parseSince)
    .option('--source <text>', 'from a feed whose title or address holds this')
    .option('--search <words>', 'full-text search: words, "a phrase", or, -not')
    .option('--limit <n>', 'most rows', parseLimit, 50)
    .addOption(new Option('--format <format>', 'how to print').choices(formats).default('table'));
}

/** The filter that the options ask for. */
export function toMentionFilter(options: ListingOptions): MentionFilter {
  const { country, actor, kind, currency, min, since, source, search, limit } = options;
  return {
    limit,
    ...(country === undefined ? {} : { country }),
    ...(actor === undefined ? {} : { actor }),
    ...(kind === undefined ? {} : { kind }),
    ...(currency === undefined ? {} : { currency }),
    ...(min === undefined ? {} : { minAmount: min }),
    ...(since === undefined ? {} : { since }),
    ...(source === undefined ? {} : { source }),
    ...(search === undefined ? {} : { search }),
  };
}

/** `50` → 50. */
export function parseLimit(value: string): number {
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_ROWS) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_ROWS}.`);
  }
  return limit;
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `7d`, `24h`, `30m`, `2w` before now, or a date (ISO 8601). */
export function parseSince(value: string): Date {
  const [, count, unit] = /^(\d{1,5})([mhdw])$/.exec(value) ?? [];
  const unitMs = unit === undefined ? undefined : UNIT_MS[unit];
  if (count !== undefined && unitMs !== undefined) return new Date(Date.now() - Number(count) * unitMs);
  const date = new Date(value);
  if (!isCalendarDay(value.slice(0, 10)) || Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError('Give 7d, 24h, 30m or a date such as 2026-01-31.');
  }
  return date;
}

/** JavaScript itself takes February 30 for March 2. */
function isCalendarDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === day;
}

function parseCountry(value: string): string {
  if (!/^[a-z]{2}$/i.test(value)) throw new InvalidArgumentError('Give two letters, such as KP or US.');
  return value.toUpperCase();
}

/** `usd` → USD. */
export function parseCurrency(value: string): string {
  if (!/^[a-z]{3,5}$/i.test(value)) throw new InvalidArgumentError('Give a code, such as USD or BTC.');
  return value.toUpperCase();
}

/** `1_000_000` → 1000000. */
export function parseAmount(value: string): number {
  const amount = value.trim() === '' ? Number.NaN : Number(value.replaceAll('_', ''));
  if (!Number.isFinite(amount) || amount < 0)
    throw new InvalidArgumentError('Give a number, such as 1000000.');
  return amount;
}
