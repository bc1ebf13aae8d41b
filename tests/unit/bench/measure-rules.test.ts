import { describe, expect, it } from 'vitest';
import type { JudgedMention } from '../../../bench/confidence/judge-document.js';
import { crossEstimate, measureRules } from '../../../bench/confidence/measure-rules.js';
import { renderConfidence } from '../../../bench/confidence/render-confidence.js';

function mentions(rule: string, half: 0 | 1, count: number, right: number): JudgedMention[] {
  return Array.from({ length: count }, (_, i) => ({
    documentId: `${half}-${i}`,
    kind: 'money',
    rule,
    confidence: 0.7,
    isRight: i < right,
    half,
  }));
}

const judged = [
  ...mentions('money/symbol', 0, 90, 90),
  ...mentions('money/symbol', 1, 90, 72),
  ...mentions('money/word', 0, 10, 0),
];

describe('measuring rules', () => {
  it('counts each rule and draws rare ones towards their kind', () => {
    const [symbol, word] = measureRules(judged);
    expect(symbol).toMatchObject({ rule: 'money/symbol', mentions: 180, right: 162, texts: 180 });
    expect(symbol?.estimate).toBeCloseTo((162 + 10 * (162 / 190)) / 190);
    expect(word).toMatchObject({ rule: 'money/word', right: 0 });
    expect(word?.estimate).toBeCloseTo((10 * (162 / 190)) / 20);
  });

  it('gives each half what the other one tells', () => {
    const confidenceIn = (half: 0 | 1, rule: string): number | undefined =>
      crossEstimate(judged).find((mention) => mention.half === half && mention.rule === rule)?.confidence;
    expect(confidenceIn(0, 'money/symbol')).toBeCloseTo(0.8);
    expect(confidenceIn(1, 'money/symbol')).toBeCloseTo((90 + 10 * 0.9) / 100);
    // No mention of it in the other half: the mean of the kind.
    expect(confidenceIn(0, 'money/word')).toBeCloseTo(0.8);
  });

  it('prints rules, bands and errors', () => {
    const table = renderConfidence(judged);
    expect(table).toMatch(/^money\/symbol +180 +180 +162 +90\.0 +\d+\.\d +\d+\.\d +0\.70 +0\.90$/m);
    expect(table).toMatch(/^0\.70 to 0\.80 +190 +70\.0 +85\.3$/m);
    expect(table).toMatch(/^all +190 +85\.3 +15\.26 /m);
  });
});
