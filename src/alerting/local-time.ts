/** What a clock on a wall shows. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; beyond the month's end it runs on into the next one. */
  readonly day: number;
  /** Minutes since midnight, 0 to 1439. */
  readonly minute: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * What clocks show somewhere.
 *
 * @param timeZone - IANA name
 * @throws RangeError for a zone that nobody knows
 */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  const wall = new Date(Math.floor(instant.getTime() / 1_000) * 1_000 + offsetMs(instant, timeZone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}

/**
 * The moment at which clocks show a time. Of a time that comes twice, the first; a time that is skipped is moved by
 * as much as the clock is, as in the "compatible" rule of Temporal (RFC 5545, section 3.3.5, says the same).
 */
export function instantOf(wall: WallTime, timeZone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day) + wall.minute * MINUTE_MS;
  const before = asUtc - offsetMs(new Date(asUtc - DAY_MS), timeZone);
  const after = asUtc - offsetMs(new Date(asUtc + DAY_MS), timeZone);
  const showsIt = (ms: number) => ms + offsetMs(new Date(ms), timeZone) === asUtc;
  const found = [before, after].filter(showsIt);
  return new Date(found.length === 0 ? before : Math.min(...found));
}

/** "07:30" → 450. @throws RangeError for anything else than 00:00 to 23:59 */
export function minuteOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`${time} is no time of day`);
  return Number(hours) * 60 + Number(minutes);
}

/** How far the clocks of a zone are ahead of UTC. */
function offsetMs(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant.getTime() / 1_000) * 1_000;
}
