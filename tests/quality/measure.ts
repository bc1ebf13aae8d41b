import type { Tagger } from '../../src/tagging/tag-text.js';
import { KINDS, taggedFacts } from './facts.js';
import type { Fact, Kind } from './facts.js';
import type { Sentence } from './read-topics.js';
import { compareByKind, figuresOf, LEVELS, sumCounts } from './score-facts.js';
import type { Comparison, Figures, Level } from './score-facts.js';

/** A sentence beside what the tagger makes of it. */
export interface Reading {
  readonly sentence: Sentence;
  readonly given: readonly Fact[];
  readonly strict: ReadonlyMap<Kind, Comparison>;
  readonly partial: ReadonlyMap<Kind, Comparison>;
}

/** Figures by level. */
export type Measured = Readonly<Record<Level, Figures>>;

/** Everything that has a floor. A topic's figures are over all kinds of its sentences. */
export interface Measures {
  readonly kinds: Readonly<Record<string, Measured>>;
  readonly topics: Readonly<Record<string, Measured>>;
}

/** Tags the sentences and compares. */
export function readWith(tagger: Tagger, sentences: readonly Sentence[]): Reading[] {
  return sentences.map((sentence) => {
    const given = taggedFacts(tagger.tag({ text: sentence.text }));
    const [strict, partial] = LEVELS.map((level) => compareByKind(sentence.gold, given, level));
    return { sentence, given, strict: strict ?? new Map(), partial: partial ?? new Map() };
  });
}

/** Precision, recall and F1 for each kind over all sentences and for each topic over all kinds. */
export function measure(readings: readonly Reading[]): Measures {
  const topics = [...new Set(readings.map(({ sentence }) => sentence.topic))];
  const measured = (some: readonly Reading[], kinds: readonly Kind[]): Measured => {
    const at = (level: Level): Figures =>
      figuresOf(
        sumCounts(some.flatMap((reading) => kinds.flatMap((kind) => reading[level].get(kind) ?? []))),
      );
    return { strict: at('strict'), partial: at('partial') };
  };
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, measured(readings, [kind])])),
    topics: Object.fromEntries(
      topics.map((topic) => [
        topic,
        measured(
          readings.filter(({ sentence }) => sentence.topic === topic),
          KINDS,
        ),
      ]),
    ),
  };
}
