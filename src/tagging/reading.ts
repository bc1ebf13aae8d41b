import type { Span } from '../model/mention.js';
import { FOREIGN_LANGUAGES } from './country-names.js';
import type { Gazetteer } from './create-gazetteer.js';
import type { GazetteerEntry } from './gazetteer-entry.js';
import { tellLanguage } from './language.js';
import { RULE_CONFIDENCE } from './rule-confidence.js';
import type { RuleName } from './rule-confidence.js';
import { sentenceNumbers, splitSentences } from './sentences.js';
import type { Sentence } from './sentences.js';
import { markTechnical } from './technical-spans.js';
import { findPhrases } from './token-trie.js';
import type { TrieMatch } from './token-trie.js';
import { isCapitalised, tokenise } from './tokenise.js';
import type { Token } from './tokenise.js';
import { rejectMatch } from './trace.js';
import type { Trace } from './trace.js';

/** A text, read once: what every kind of tagger looks at. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The indices of the words with a capital at their head, where alone many names may begin. */
  readonly capitals: readonly number[];
  readonly sentences: readonly Sentence[];
  /** For every token the number of its sentence. */
  readonly sentenceOf: Int32Array;
  /** For every token 1 when it belongs to a URL, host, path or identifier. */
  readonly technical: Uint8Array;
  /** ISO 639-1 of the text's language, as far as its function words tell; see {@link tellLanguage}. */
  readonly language: string;
  /** Everything the gazetteers know in this text, by first token, longest last. */
  readonly matches: readonly TrieMatch<GazetteerEntry>[];
  /** Where candidates that are turned down are noted; null when nobody asks why. */
  readonly trace: Trace | null;
}

/** A stretch of tokens: `first` up to, not including, `end`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Reads a text: tokens, sentences, technical parts and the gazetteers' candidates of all kinds.
 *
 * @param trace - notes what is turned down; null to note nothing
 */
export function readText(text: string, gazetteer: Gazetteer, trace: Trace | null = null): Reading {
  const tokens = tokenise(text);
  const sentences = splitSentences(tokens);
  const language = tellLanguage(tokens);
  const matches = findNames(tokens, language, gazetteer);
  if (trace !== null) rejectForeignNames({ tokens, matches, trace }, gazetteer);
  return {
    text,
    tokens,
    capitals: listCapitals(tokens),
    sentences,
    sentenceOf: sentenceNumbers(sentences, tokens.length),
    technical: markTechnical(tokens),
    language,
    matches,
    trace,
  };
}

// "Polen" is Poland in a German text alone.
function findNames(
  tokens: readonly Token[],
  language: string,
  gazetteer: Gazetteer,
): TrieMatch<GazetteerEntry>[] {
  const names = findPhrases(gazetteer.names, tokens);
  if (language === 'en') return names;
  const foreign = findPhrases(gazetteer.countriesIn(language), tokens);
  return [...names, ...foreign].sort((a, b) => a.first - b.first || a.end - b.end);
}

// Read only when somebody asks why: names that are countries in other languages than the text's.
function rejectForeignNames(
  { tokens, matches, trace }: Pick<Reading, 'tokens' | 'matches' | 'trace'>,
  gazetteer: Gazetteer,
): void {
  const known = new Set(matches.map(({ first }) => first));
  for (const language of FOREIGN_LANGUAGES) {
    for (const match of findPhrases(gazetteer.countriesIn(language), tokens)) {
      if (known.has(match.first)) continue;
      known.add(match.first);
      rejectMatch(trace, match, 'other-language');
    }
  }
}

function listCapitals(tokens: readonly Token[]): number[] {
  const capitals: number[] = [];
  for (let i = 0; i < tokens.length; i++) if (isCapitalised(tokens[i])) capitals.push(i);
  return capitals;
}

/** The span of text that a range of tokens covers. The range must not be empty. */
export function spanOf(reading: Reading, { first, end }: TokenRange): Span {
  const start = reading.tokens[first]?.start ?? 0;
  const stop = reading.tokens[end - 1]?.end ?? start;
  return { start, end: stop, text: reading.text.slice(start, stop) };
}

/** The evidence that a rule gives. */
export function evidenceOf(rule: RuleName): { rule: RuleName; confidence: number } {
  return { rule, confidence: RULE_CONFIDENCE[rule] };
}

/** True when any token of the range is part of a URL, host, path or identifier. */
export function isTechnical(reading: Reading, { first, end }: TokenRange): boolean {
  for (let i = first; i < end; i++) if (reading.technical[i] === 1) return true;
  return false;
}

/** True when a token of the range is already taken: one byte a token, 1 for taken. */
export function isTaken(taken: Uint8Array, { first, end }: TokenRange): boolean {
  for (let i = first; i < end; i++) if (taken[i] === 1) return true;
  return false;
}

/**
 * True when a word of the set stands in the same sentence, at most `reach` tokens before or after the range.
 */
export function hasCueNear(
  reading: Reading,
  range: TokenRange,
  cues: ReadonlySet<string>,
  reach: { readonly before: number; readonly after: number },
): boolean {
  const sentence = reading.sentences[reading.sentenceOf[range.first] ?? 0];
  if (sentence === undefined) return false;
  const from = Math.max(sentence.first, range.first - reach.before);
  const to = Math.min(sentence.end, range.end + reach.after);
  for (let i = from; i < to; i++) {
    if (i >= range.first && i < range.end) continue;
    if (cues.has(reading.tokens[i]?.key ?? '')) return true;
  }
  return false;
}
