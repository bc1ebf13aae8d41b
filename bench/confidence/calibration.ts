import type { JudgedMention } from './judge-document.js';

/** Lower bounds of the bands of confidence; the last one reaches to 1. */
const BAND_STARTS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** How many mentions of average precision a rule is taken to have had before the first was counted. */
export const PRIOR_MENTIONS = 20;

/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;

/** How often mentions are right. */
export interface Tally {
  readonly mentions: number;
  readonly right: number;
}

/** A stretch of confidences, what mentions in it claim and how often they are right. */
export interface Band extends Tally {
  readonly from: number;
  readonly to: number;
  /** Mean of the confidences, 0 to 1. */
  readonly stated: number;
}

type Claim = Pick<JudgedMention, 'confidence' | 'isRight'>;

/** Counts mentions and right ones. */
export function tally(mentions: readonly Pick<JudgedMention, 'isRight'>[]): Tally {
  return { mentions: mentions.length, right: mentions.filter(({ isRight }) => isRight).length };
}

/** Share of right ones, 0 to 1; 0 of none. */
export function precisionOf({ mentions, right }: Tally): number {
  return mentions === 0 ? 0 : right / mentions;
}

/**
 * The Wilson score interval: between which shares the true one lies, with 95 % certainty. Good for small counts too
 * (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927).
 */
export function wilsonInterval({ mentions: n, right }: Tally): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const p = right / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (p + Z ** 2 / (2 * n)) / scale;
  const reach = (Z / scale) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}

/**
 * What a rule's precision should be taken to be: the counted one, drawn towards that of its kind when there are few
 * mentions (the m-estimate: B. Cestnik, "Estimating probabilities: a crucial task in machine learning", 1990, with
 * m = {@link PRIOR_MENTIONS}).
 *
 * @param kindPrecision - 0 to 1
 */
export function estimatePrecision({ mentions, right }: Tally, kindPrecision: number): number {
  return (right + PRIOR_MENTIONS * kindPrecision) / (mentions + PRIOR_MENTIONS);
}

/** Sorts mentions into bands of confidence. Empty bands are left out. */
export function bandsOf(mentions: readonly Claim[]): Band[] {
  return BAND_STARTS.flatMap((from, i) => {
    const to = BAND_STARTS[i + 1] ?? 1;
    const inside = mentions.filter(
      ({ confidence }) => confidence >= from && (confidence < to || (to === 1 && confidence === 1)),
    );
    if (inside.length === 0) return [];
    const stated = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    return [{ from, to, stated, ...tally(inside) }];
  });
}

/**
 * Expected calibration error: how far, on average over mentions, the confidence stated in a band is from the share
 * that is right (C. Guo et al., "On calibration of modern neural networks", 2017).
 *
 * @returns 0 (perfect) to 1
 */
export function calibrationError(mentions: readonly Claim[]): number {
  const gaps = bandsOf(mentions).map((band) => band.mentions * Math.abs(band.stated - precisionOf(band)));
  return mentions.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / mentions.length;
}

/** Brier score: mean squared distance of confidence and outcome. It also falls where confidences separate better. */
export function brierScore(mentions: readonly Claim[]): number {
  const squares = mentions.map(({ confidence, isRight }) => (confidence - (isRight ? 1 : 0)) ** 2);
  return mentions.length === 0 ? 0 : squares.reduce((sum, square) => sum + square, 0) / mentions.length;
}
