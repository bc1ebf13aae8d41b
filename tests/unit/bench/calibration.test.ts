import { describe, expect, it } from 'vitest';
import {
  bandsOf,
  brierScore,
  calibrationError,
  estimatePrecision,
  precisionOf,
  PRIOR_TEXTS,
  tally,
  wilsonInterval,
} from '../../../bench/confidence/calibration.js';

/** Mentions of one confidence, `right` of them right, each in a text of its own. */
function claims(confidence: number, mentions: number, right: number) {
  return Array.from({ length: mentions }, (_, i) => ({
    documentId: `${confidence}-${i}`,
    confidence,
    isRight: i < right,
  }));
}

describe('Wilson interval', () => {
  it('is the published one', () => {
    // 81 of 263: the example of R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998.
    const [low, high] = wilsonInterval({ mentions: 263, right: 81 });
    expect(low).toBeCloseTo(0.2553, 3);
    expect(high).toBeCloseTo(0.3662, 3);
  });

  it('stays between 0 and 1, and leaves room where all are right', () => {
    const [low, high] = wilsonInterval({ mentions: 3, right: 3 });
    expect(low).toBeCloseTo(0.4385, 3);
    expect(high).toBe(1);
    expect(wilsonInterval({ mentions: 0, right: 0 })).toEqual([0, 1]);
  });
});

describe('estimate', () => {
  it('goes from the mean of the kind to what was counted as texts grow more', () => {
    const estimate = (texts: number) =>
      estimatePrecision({ mentions: 2 * texts, right: 2 * texts, texts }, 0.6);
    expect(estimate(0)).toBeCloseTo(0.6);
    expect(estimate(PRIOR_TEXTS)).toBeCloseTo(0.8);
    expect(estimate(10_000)).toBeGreaterThan(0.999);
  });

  it('counts texts, not mentions', () => {
    const once = estimatePrecision({ mentions: 1, right: 0, texts: 1 }, 0.9);
    const often = estimatePrecision({ mentions: 50, right: 0, texts: 1 }, 0.9);
    expect(often).toBe(once);
  });
});

describe('tally', () => {
  it('counts mentions, right ones and texts', () => {
    const mentions = [...claims(0.5, 2, 1), ...claims(0.5, 1, 1)];
    expect(tally(mentions)).toEqual({ mentions: 3, right: 2, texts: 2 });
    expect(precisionOf({ mentions: 0, right: 0 })).toBe(0);
  });
});

describe('bands', () => {
  it('hold their lower bound, and the last one holds 1', () => {
    const bands = bandsOf([...claims(0.9, 10, 9), ...claims(0.95, 4, 4), ...claims(1, 1, 1)]);
    expect(bands.map(({ from, mentions }) => [from, mentions])).toEqual([
      [0.9, 10],
      [0.95, 5],
    ]);
    expect(bands[0]?.stated).toBeCloseTo(0.9);
  });
});

describe('calibration error', () => {
  it('is nothing where claims come true', () => {
    expect(calibrationError([...claims(0.9, 10, 9), ...claims(0.5, 10, 5)])).toBeCloseTo(0);
    expect(calibrationError([])).toBe(0);
  });

  it('weighs each band by its mentions', () => {
    // 10 mentions that claim 0.9 and are all wrong, 30 that are as right as they claim.
    expect(calibrationError([...claims(0.9, 10, 0), ...claims(0.6, 30, 18)])).toBeCloseTo(0.9 / 4);
  });
});

describe('Brier score', () => {
  it('is the mean squared distance', () => {
    expect(brierScore(claims(0.8, 2, 1))).toBeCloseTo((0.04 + 0.64) / 2);
  });
});
