import type { JudgedMention } from './judge-document.js';

/** Lower bounds of the bands of confidence; the last one reaches to 1. */
const BAND_STARTS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/**
 * How many texts of average precision a rule is taken to have been seen in before the first was counted. Of 1, 3, 5,
 * 10, 20 and 40, ten gave texts of the other half the highest likelihood.
 */
export const PRIOR_TEXTS = 10;

/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;

/** How often mentions are right. */
export interface Tally {
  readonly mentions: number;
  readonly right: number;
  /** In how many texts they stand. */
  readonly texts: number;
}

/** A stretch of confidences, what mentions in it claim and how often they are right. */
export interface Band extends Tally {
  readonly from: number;
  readonly to: number;
  /** Mean of the confidences, 0 to 1. */
  readonly stated: number;
}

type Claim = Pick<JudgedMention, 'documentId' | 'confidence' | 'isRight'>;

/** Counts mentions and right ones. */
export function tally(mentions: readonly Claim[]): Tally {
  const right = mentions.filter(({ isRight }) => isRight).length;
  const texts = new Set(mentions.map(({ documentId }) => documentId)).size;
  return { mentions: mentions.length, right, texts };
}

/** Share of right ones, 0 to 1; 0 of none. */
export function precisionOf({ mentions, right }: Omit<Tally, 'texts'>): number {
  return mentions === 0 ? 0 : right / mentions;
}

/**
 * The Wilson score interval: between which shares the true one lies, with 95 % certainty. Good for small counts too,
 * but it takes mentions for independent, and those of one text are not: it is rather too narrow (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927).
 */
export function wilsonInterval({
  mentions: n,
  right,
}: Omit<Tally, 'texts'>): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const p = right / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (p + Z ** 2 / (2 * n)) / scale;
  const reach = (Z / scale) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}

/**
 * What a rule's precision should be taken to be: the counted one, drawn towards that of its kind when it was seen in
 * few texts (the m-estimate: B. Cestnik, "Estimating probabilities: a crucial task in machine learning", 1990). Texts
 * are counted, not mentions: a text that is labelled in its own way, or says one name fifty times, is one witness.
 *
 * @param kindPrecision - 0 to 1
 */
export function estimatePrecision(counted: Tally, kindPrecision: number): number {
  const { texts } = counted;
  return (texts * precisionOf(counted) + PRIOR_TEXTS * kindPrecision) / (texts + PRIOR_TEXTS);
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
