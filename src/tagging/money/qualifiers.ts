import words from '../gazetteer/money-words.json' with { type: 'json' };
import type { Reading, TokenRange } from '../reading.js';
import type { Token } from '../tokenise.js';

const APPROXIMATIONS: ReadonlySet<string> = new Set([...words.approximations, ...words.approximateSigns]);
const AT_LEAST: ReadonlySet<string> = new Set([...words.atLeast, '>']);
const AT_LEAST_PAIRS: ReadonlySet<string> = new Set(words.atLeastPairs);
const AT_LEAST_AFTER: ReadonlySet<string> = new Set(words.atLeastAfter);
const AT_MOST: ReadonlySet<string> = new Set([...words.atMost, '<']);
const AT_MOST_PAIRS: ReadonlySet<string> = new Set(words.atMostPairs);
/** Pairs with a third word before the sum: "no less than", "as much as". */
const PAIR_CLOSERS: Readonly<Record<string, string>> = words.pairOpeners;
const RATE_UNITS: ReadonlyMap<string, string> = new Map(Object.entries(words.rateUnits));
const RATE_ADVERBS: ReadonlyMap<string, string> = new Map(Object.entries(words.rateAdverbs));
const RATE_WORDS: ReadonlySet<string> = new Set(words.rateWords);

/** What stands around a sum and changes how it is meant. */
export interface Qualifiers {
  /** True for "about", "nearly", "more than" and the like. */
  readonly approx?: true;
  /** "min" when the sum is a lower bound ("more than"), "max" when an upper one ("up to"). */
  readonly bound?: 'min' | 'max';
  /** What a rate is counted by: "month", "share", "item" for "each". */
  readonly per?: string;
}

/** Reads the bound and the estimate before a sum, the bound and the unit behind it; null where none stands. */
export function readQualifiers(reading: Reading, range: TokenRange): Qualifiers | null {
  const bound = boundBefore(reading.tokens, range.first) ?? boundAfter(reading.tokens, range.end);
  const isRough = bound !== null || isEstimate(reading.tokens, range.first);
  const per = readRate(reading.tokens, range.end);
  if (!isRough && per === null) return null;
  return {
    ...(isRough ? { approx: true } : {}),
    ...(bound === null ? {} : { bound }),
    ...(per === null ? {} : { per }),
  };
}

/** The keys before the sum, nearest first, without an article ("more than a million dollars"). */
function keysBefore(tokens: readonly Token[], first: number): readonly [string, string, string] {
  const article = ['a', 'an'].includes(tokens[first - 1]?.key ?? '') ? 1 : 0;
  const at = (back: number) => tokens[first - article - back]?.key ?? '';
  return [at(1), at(2), at(3)];
}

function boundBefore(tokens: readonly Token[], first: number): 'min' | 'max' | null {
  const [last, second, third] = keysBefore(tokens, first);
  const pair = `${second} ${last}`;
  const opener = `${third} ${second}`;
  const opened = PAIR_CLOSERS[opener] === last ? opener : '';
  if (AT_LEAST_PAIRS.has(opened)) return 'min';
  if (AT_MOST_PAIRS.has(opened)) return 'max';
  if (AT_LEAST_PAIRS.has(pair)) return 'min';
  if (AT_MOST_PAIRS.has(pair)) return 'max';
  if (AT_LEAST.has(last)) return 'min';
  return AT_MOST.has(last) ? 'max' : null;
}

// "$5 million-plus", "$5m+", "$5 or more".
function boundAfter(tokens: readonly Token[], end: number): 'min' | 'max' | null {
  const at = tokens[end]?.text === '-' ? end + 1 : end;
  const next = tokens[at];
  if (next !== undefined && AT_LEAST_AFTER.has(next.key) && next.glued) return 'min';
  if (next?.key !== 'or') return null;
  const last = tokens[at + 1]?.key;
  return last === 'more' ? 'min' : last === 'less' ? 'max' : null;
}

function isEstimate(tokens: readonly Token[], first: number): boolean {
  const [last, second] = keysBefore(tokens, first);
  return (
    APPROXIMATIONS.has(last) || (last === '.' && second === 'approx') || `${second} ${last}` === 'close to'
  );
}

// "$10,000 a month", "€50 per barrel", "$3/month", "$200,000-a-year", "$5 each", "$9 monthly".
function readRate(tokens: readonly Token[], end: number): string | null {
  const next = tokens[end];
  const hyphen = next?.text === '-' && next.glued ? 1 : 0;
  const link = tokens[end + hyphen];
  if (link === undefined || link.opensLine) return null;
  const inner = tokens[end + hyphen + 1]?.text === '-' && hyphen === 1 ? 1 : 0;
  const unit = RATE_UNITS.get(tokens[end + hyphen + inner + 1]?.key ?? '');
  if (unit !== undefined && (RATE_WORDS.has(link.key) || link.text === '/')) return unit;
  return RATE_ADVERBS.get(link.key) ?? null;
}
