import { createRequire } from 'node:module';
import type nlp from 'compromise/two';

import type { Reading, TokenRange } from './reading.js';

/** Says what words are where they stand in their sentence. */
export interface SentenceParts {
  /** True when every word of the range is read as part of a person's name. */
  readonly isPerson: (range: TokenRange) => boolean;
}

/** The terms of a sentence: where each stands in it, and its parts of speech. */
interface Term {
  readonly start: number;
  readonly end: number;
  readonly tags: readonly string[];
}

/** A sentence longer than this is a table or a dump: reading it would cost much and tell nothing. */
const MAX_SENTENCE_CHARS = 600;

/** Sentences read in one text at most: a text that asks for more is a list of names, and each costs about a millisecond. */
const MAX_SENTENCES_READ = 20;

/**
 * Prepares to read single sentences with compromise. A sentence is read when it is first asked for, once; compromise is
 * loaded when the first text asks, which takes as long as all the rest of the tagger, and most texts never do.
 */
export function createSentenceParts(reading: Reading): SentenceParts {
  const read = new Map<number, readonly Term[]>();
  return {
    isPerson: (range) => {
      const number = reading.sentenceOf[range.first] ?? 0;
      let terms = read.get(number);
      if (terms === undefined) {
        terms = read.size < MAX_SENTENCES_READ ? readSentence(reading, number) : [];
        read.set(number, terms);
      }
      const start = reading.tokens[range.first]?.start ?? 0;
      const end = reading.tokens[range.end - 1]?.end ?? start;
      const inside = terms.filter((term) => term.start < end && term.end > start);
      return inside.length > 0 && inside.every(({ tags }) => tags.includes('Person'));
    },
  };
}

function readSentence(reading: Reading, number: number): readonly Term[] {
  const sentence = reading.sentences[number];
  const start = reading.tokens[sentence?.first ?? 0]?.start ?? 0;
  const end = reading.tokens[(sentence?.end ?? 1) - 1]?.end ?? start;
  if (end - start > MAX_SENTENCE_CHARS) return [];
  const view = loadCompromise()(reading.text.slice(start, end));
  const sentences = view.json({ offset: true, terms: { offset: true, tags: true } }) as readonly {
    readonly terms: readonly { offset: { start: number; length: number }; tags: readonly string[] }[];
  }[];
  return sentences.flatMap(({ terms }) =>
    terms.map(({ offset, tags }) => ({
      start: start + offset.start,
      end: start + offset.start + offset.length,
      tags,
    })),
  );
}

const require = createRequire(import.meta.url);

// Node keeps what it has loaded: the second call costs nothing.
function loadCompromise(): typeof nlp {
  return require('compromise/two') as typeof nlp;
}
