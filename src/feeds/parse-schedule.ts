import { CronExpressionParser } from 'cron-parser';
import { PermanentError } from '../errors.js';

/** When a feed is polled, as its owner wishes. Cron expressions are read in UTC. */
export type Schedule =
  | { readonly kind: 'cron'; readonly expression: string }
  | { readonly kind: 'every'; readonly intervalMs: number };

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Polling a publisher more often than this is not polite. */
const MIN_INTERVAL_MS = 60_000;
const MAX_INTERVAL_MS = 30 * 86_400_000;

/** Long enough for any list of minutes. */
const MAX_LENGTH = 200;

/**
 * Reads a feed's own schedule: a cron expression of five fields in UTC (`0 6 * * 1`), or `every` with a
 * number and a unit (`every 30m`, `every 2 hours`).
 *
 * @param text - as a person wrote it
 * @throws PermanentError `bad_input` for anything else, and for intervals under a minute or over 30 days
 */
export function parseSchedule(text: string): Schedule {
  const written = text.trim().replace(/\s+/g, ' ');
  const every = /^every (\d{1,6}) ?(s|m|h|d)(?:ec(?:ond)?s?|in(?:ute)?s?|ours?|ays?)?$/i.exec(written);
  if (every !== null) return everyInterval(Number(every[1]), every[2]?.toLowerCase() ?? '', written);
  const isCron =
    written.length <= MAX_LENGTH && /^[\d*,/\-A-Za-z?#]+(?: [\d*,/\-A-Za-z?#]+){4}$/.test(written);
  // `H` stands for a random value, and a schedule should mean the same every time.
  if (!isCron || /(?:^|[ ,])H/.test(written)) throw badSchedule(written);
  try {
    nextCronTime(written, new Date(0));
  } catch (cause) {
    throw badSchedule(written, cause);
  }
  return { kind: 'cron', expression: written };
}

/**
 * The first time after `now` that a cron expression names, in UTC.
 *
 * @throws Error of cron-parser for an expression that parseSchedule would refuse
 */
export function nextCronTime(expression: string, now: Date): Date {
  return CronExpressionParser.parse(expression, { currentDate: now, tz: 'UTC' }).next().toDate();
}

function everyInterval(count: number, unit: string, written: string): Schedule {
  const intervalMs = count * (UNIT_MS[unit] ?? 0);
  if (intervalMs < MIN_INTERVAL_MS || intervalMs > MAX_INTERVAL_MS) {
    throw new PermanentError('bad_input', `The interval "${written}" is not between 1 minute and 30 days.`);
  }
  return { kind: 'every', intervalMs };
}

function badSchedule(written: string, cause?: unknown): PermanentError {
  return new PermanentError(
    'bad_input',
    `"${written.slice(0, 60)}" is no schedule. Write "every 30m" or a cron expression of five fields in UTC, as in "0 6 * * 1".`,
    { cause },
  );
}
