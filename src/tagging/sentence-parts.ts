import nlp from 'compromise';

import type { Reading } from './reading.js';

/** Says what part of speech a word has where it stands. */
export interface SentenceParts {
  /** True when the word at the token is read as (part of) a person's name in its sentence. */
  readonly isPerson: (tokenIndex: number) => boolean;
}

/** A sentence longer than this is a table or a dump: reading it would cost much and tell nothing. */
const MAX_SENTENCE_CHARS = 600;

/** Sentences read in one text at most: a text that needs more is a list, and each costs about half a millisecond. */
const MAX_SENTENCES_READ = 2;

/**
 * Prepares to read single sentences with compromise. A sentence is read when it is first asked for, once.
 */
export function createSentenceParts(reading: Reading): SentenceParts {
  const personWords = new Map<number, ReadonlySet<string>>();
  return {
    isPerson: (tokenIndex) => {
      const number = reading.sentenceOf[tokenIndex] ?? 0;
      let words = personWords.get(number);
      if (words === undefined) {
        words = personWords.size < MAX_SENTENCES_READ ? readPersonWords(reading, number) : new Set<string>();
        personWords.set(number, words);
      }
      return words.has(reading.tokens[tokenIndex]?.text.toLowerCase() ?? '');
    },
  };
}

function readPersonWords(reading: Reading, number: number): ReadonlySet<string> {
  const sentence = reading.sentences[number];
  const start = reading.tokens[sentence?.first ?? 0]?.start ?? 0;
  const end = reading.tokens[(sentence?.end ?? 1) - 1]?.end ?? start;
  if (end - start > MAX_SENTENCE_CHARS) return new Set();
  const people = nlp(reading.text.slice(start, end)).match('#Person').out('array') as string[];
  return new Set(
    people.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}]+/u)).filter((word) => word !== ''),
  );
}
