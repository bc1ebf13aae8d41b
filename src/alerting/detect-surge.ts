/** What a day of an actor was set beside. */
export interface SurgeJudgement {
  readonly isSurge: boolean;
  /** Stories in the last 24 hours. */
  readonly stories: number;
  /** What the days before let expect of 24 hours. */
  readonly expected: number;
  /** How often so many come by chance; 0 to 1. */
  readonly chance: number;
}

/** Fewer stories are no surge, however rare the actor: two publishers that read one another make three. */
const FEWEST_STORIES = 5;

/** Before so many days were watched, nobody knows what is usual. */
const FEWEST_DAYS = 7;

/** How rare a day must be. At each story of a day the question is put anew, so days are judged wrongly more often. */
const RAREST_CHANCE = 1e-4;

/** News come in bunches: counts vary at least so many times as much as if each story came by itself. */
const LEAST_DISPERSION = 1.5;

/**
 * Judges whether an actor is in the news more than its own history explains.
 *
 * The stories of a day follow a negative binomial distribution, which is a Poisson distribution whose rate varies (as
 * used for outbreaks: Noufaily et al., Statistics in Medicine 2013, https://doi.org/10.1002/sim.5595). Mean and variance
 * are those of the days before, with half a story added so that a silent past does not make one story a wonder, and
 * widened for what so few days leave uncertain.
 *
 * False alarms, counted in histories without any surge (tests/unit/alerting/detect-surge.test.ts): of 10,000 days of an
 * actor none to one where stories come by themselves, with quiet weekends as well; up to 36 where days differ as much as
 * exponential waiting times or more. A surge of an actor that has a story every three days needs 8 in 24 hours, one of ten a day 30.
 *
 * @param stories - stories in the last 24 hours, 0 or more
 * @param before - stories in each 24 hours before, the latest first; only as many as were watched
 */
export function judgeSurge(stories: number, before: readonly number[]): SurgeJudgement {
  const days = before.length;
  const expected = (sum(before) + 0.5) / Math.max(days, 1);
  if (days < FEWEST_DAYS || stories < FEWEST_STORIES) return { isSurge: false, stories, expected, chance: 1 };
  const spread = sum(before.map((count) => (count - expected) ** 2)) / (days - 1);
  const variance = Math.max(spread, LEAST_DISPERSION * expected) * (1 + 1 / days);
  const chance = upperTail(stories, expected, variance);
  return { isSurge: chance < RAREST_CHANCE, stories, expected, chance };
}

/** P(X >= count) of a negative binomial distribution; `variance` exceeds `mean`, which is above 0. */
function upperTail(count: number, mean: number, variance: number): number {
  const size = mean ** 2 / (variance - mean);
  const share = mean / variance;
  let term = share ** size;
  // So many stories a day that the first term is no number any more: the normal distribution is as good.
  if (term === 0) return normalTail((count - 0.5 - mean) / Math.sqrt(variance));
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= ((k + size) / (k + 1)) * (1 - share);
  }
  return Math.max(0, 1 - below);
}

/** P(Z >= z), by Abramowitz and Stegun 26.2.17; off by less than 1e-7. */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
