/** When a feed publishes, read from what it published: a rate for each hour of the week. */
export interface PublishingRhythm {
  /** Publications expected from one moment to another, in milliseconds since 1970; 0 or more. */
  expectedBetween(fromMs: number, toMs: number): number;
  /** The first moment by which `count` publications are expected after `fromMs`, at most `latestMs`. */
  whenExpected(count: number, fromMs: number, latestMs: number): number;
}

const HOUR_MS = 3_600_000;
const HOURS_PER_DAY = 24;
const HOURS_PER_WEEK = 168;

/** Six weeks: enough for weekdays to show, short enough to follow a feed that changes its ways. */
const MEMORY_MS = 6 * HOURS_PER_WEEK * HOUR_MS;

/** A burst is one occasion: ten items at once are one reason to poll, not ten. No feed is polled more often anyway. */
const BURST_MS = 2 * 60_000;

/** One or two occasions may stand close together by chance: they count as a day's at least, more as an hour's. */
const FEW_OCCASIONS = 3;
const FEWEST_HOURS = { few: 24, many: 1 } as const;

/**
 * How many hours of watching the less detailed rate counts for: an hour of the week leans on its hour of the day until
 * it was watched about four weeks, an hour of the day on the overall rate until it was watched for about a week. A rate
 * estimated so is the posterior mean under a gamma prior (Gelman et al., Bayesian Data Analysis, section 2.6).
 */
const HOUR_OF_WEEK_PRIOR = 4;
const HOUR_OF_DAY_PRIOR = 7;

/** Occasions are smeared over the hours beside theirs, for nobody publishes to the minute. */
const SMEAR = [0.25, 0.5, 0.25] as const;

/**
 * Reads the rhythm of a feed from the times of its items.
 *
 * @param arrivals - when items came out, ISO 8601, in any order; those after `now` are passed over
 * @param now - until when the feed was watched
 * @returns the rhythm, or null when nothing came out in the last six weeks
 */
export function readRhythm(arrivals: readonly string[], now: Date): PublishingRhythm | null {
  const nowMs = now.getTime();
  const occasions = occasionsIn(arrivals, nowMs);
  const [oldestMs] = occasions;
  if (oldestMs === undefined) return null;
  const rates = ratesByHourOfWeek(occasions, oldestMs, nowMs);
  return {
    expectedBetween: (fromMs, toMs) => integrate(rates, fromMs, toMs),
    whenExpected: (count, fromMs, latestMs) => invert(rates, count, fromMs, latestMs),
  };
}

/** Oldest first, bursts as one. */
function occasionsIn(arrivals: readonly string[], nowMs: number): number[] {
  const times = arrivals
    .map((date) => Date.parse(date))
    .filter((timeMs) => timeMs <= nowMs && timeMs > nowMs - MEMORY_MS)
    .sort((a, b) => a - b);
  const occasions: number[] = [];
  let lastMs = -Infinity;
  for (const timeMs of times) {
    if (timeMs - lastMs < BURST_MS) continue;
    occasions.push(timeMs);
    lastMs = timeMs;
  }
  return occasions;
}

/** Publications per hour, by hour of the week in UTC from Thursday midnight, where the epoch began. */
function ratesByHourOfWeek(occasions: readonly number[], oldestMs: number, nowMs: number): number[] {
  const watched = new Array<number>(HOURS_PER_WEEK).fill(0);
  for (const [hour, share] of hoursBetween(oldestMs, nowMs)) watched[hour] = (watched[hour] ?? 0) + share;
  const counted = new Array<number>(HOURS_PER_WEEK).fill(0);
  for (const timeMs of occasions) {
    for (const [step, share] of SMEAR.entries()) {
      const hour = hourOfWeek(timeMs + (step - 1) * HOUR_MS);
      counted[hour] = (counted[hour] ?? 0) + share;
    }
  }
  const fewestHours = occasions.length < FEW_OCCASIONS ? FEWEST_HOURS.few : FEWEST_HOURS.many;
  const overall = occasions.length / Math.max(sum(watched), fewestHours);
  const watchedByDay = foldDays(watched);
  const countedByDay = foldDays(counted);
  return watched.map((hours, hour) => {
    const dayHours = watchedByDay[hour % HOURS_PER_DAY] ?? 0;
    const dayCount = countedByDay[hour % HOURS_PER_DAY] ?? 0;
    const daily = (dayCount + HOUR_OF_DAY_PRIOR * overall) / (dayHours + HOUR_OF_DAY_PRIOR);
    return ((counted[hour] ?? 0) + HOUR_OF_WEEK_PRIOR * daily) / (hours + HOUR_OF_WEEK_PRIOR);
  });
}

/** The same hour of all days of the week, summed up. */
function foldDays(byHourOfWeek: readonly number[]): number[] {
  const byHourOfDay = new Array<number>(HOURS_PER_DAY).fill(0);
  for (const [hour, value] of byHourOfWeek.entries()) {
    byHourOfDay[hour % HOURS_PER_DAY] = (byHourOfDay[hour % HOURS_PER_DAY] ?? 0) + value;
  }
  return byHourOfDay;
}

function integrate(rates: readonly number[], fromMs: number, toMs: number): number {
  let expected = 0;
  for (const [hour, share] of hoursBetween(fromMs, toMs)) expected += (rates[hour] ?? 0) * share;
  return expected;
}

function invert(rates: readonly number[], count: number, fromMs: number, latestMs: number): number {
  let left = count;
  let atMs = fromMs;
  for (const [hour, share] of hoursBetween(fromMs, latestMs)) {
    const expected = (rates[hour] ?? 0) * share;
    if (expected >= left) return atMs + (left / expected) * share * HOUR_MS;
    left -= expected;
    atMs += share * HOUR_MS;
  }
  return latestMs;
}

/** The hours between two moments, each with how much of it lies between them. */
function* hoursBetween(fromMs: number, toMs: number): Generator<[hour: number, share: number]> {
  for (let atMs = fromMs; atMs < toMs;) {
    const endMs = Math.min((Math.floor(atMs / HOUR_MS) + 1) * HOUR_MS, toMs);
    yield [hourOfWeek(atMs), (endMs - atMs) / HOUR_MS];
    atMs = endMs;
  }
}

function hourOfWeek(timeMs: number): number {
  return Math.floor(timeMs / HOUR_MS) % HOURS_PER_WEEK;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
