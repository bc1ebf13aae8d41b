import { alignColumns } from '../align-columns.js';
import {
  bandsOf,
  brierScore,
  calibrationError,
  PRIOR_TEXTS,
  precisionOf,
  tally,
  wilsonInterval,
} from './calibration.js';
import { JUDGED_KINDS } from './judge-document.js';
import type { JudgedMention } from './judge-document.js';
import { crossEstimate, measureRules } from './measure-rules.js';

/** Writes the tables: each rule, each band of confidence, and how far confidences are off. */
export function renderConfidence(judged: readonly JudgedMention[]): string {
  return [
    'Rules: how often their mentions are right, between which shares that may lie (Wilson, 95 %), what they claim,',
    `and what they should (precision, drawn towards that of the kind as by ${PRIOR_TEXTS} texts more)`,
    renderRules(judged),
    '',
    'Bands of confidence: what mentions claim against how often they are right',
    renderBands(judged),
    '',
    'Expected calibration error (ECE) in points, by half of the documents, and what the way of estimating leaves of it',
    'on a half that it has not seen; Brier score',
    renderErrors(judged),
  ].join('\n');
}

function renderRules(judged: readonly JudgedMention[]): string {
  const rows = measureRules(judged).map((measure) => {
    const [low, high] = wilsonInterval(measure);
    return [
      measure.rule,
      String(measure.texts),
      String(measure.mentions),
      String(measure.right),
      percent(precisionOf(measure)),
      percent(low),
      percent(high),
      measure.confidence.toFixed(2),
      measure.estimate.toFixed(2),
    ];
  });
  return alignColumns([
    ['rule', 'texts', 'mentions', 'right', 'precision', 'from', 'to', 'confidence', 'estimate'],
    ...rows,
  ]);
}

function renderBands(judged: readonly JudgedMention[]): string {
  const rows = bandsOf(judged).map((band) => [
    `${band.from.toFixed(2)} to ${band.to.toFixed(2)}`,
    String(band.mentions),
    percent(band.stated),
    percent(precisionOf(band)),
  ]);
  return alignColumns([['confidence', 'mentions', 'stated', 'right'], ...rows]);
}

function renderErrors(judged: readonly JudgedMention[]): string {
  const unseen = crossEstimate(judged);
  const row = (name: string, isMeant: (mention: JudgedMention) => boolean): string[] => {
    const meant = judged.filter(isMeant);
    const half = (wanted: 0 | 1) => meant.filter((mention) => mention.half === wanted);
    return [
      name,
      String(meant.length),
      percent(precisionOf(tally(meant))),
      points(calibrationError(meant)),
      points(calibrationError(half(0))),
      points(calibrationError(half(1))),
      points(calibrationError(unseen.filter(isMeant))),
      brierScore(meant).toFixed(4),
    ];
  };
  return alignColumns([
    ['kind', 'mentions', 'right', 'ECE', 'half A', 'half B', 'unseen', 'Brier'],
    ...JUDGED_KINDS.map((kind) => row(kind, (mention) => mention.kind === kind)),
    row('all', () => true),
  ]);
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function points(error: number): string {
  return (100 * error).toFixed(2);
}
