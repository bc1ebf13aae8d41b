import type { FeedNote } from '../model/feed.js';

/** The encodings that a document's labels name, as written; null where there is no label. */
export interface CharsetLabels {
  /** Of the `Content-Type` header. */
  readonly header: string | null;
  /** Of the XML declaration. */
  readonly declared: string | null;
}

/** Some label names another encoding than the one that fits the bytes. */
export function noteConflict(labels: CharsetLabels, charset: string): FeedNote {
  const said = [
    labels.header === null ? null : `the header says ${labels.header}`,
    labels.declared === null ? null : `the XML declaration says ${labels.declared}`,
  ].filter((part) => part !== null);
  const message = `About the encoding ${said.join(' and ')}; the text was read as ${charset}.`;
  return { code: 'charset_conflict', message };
}

/** Bytes here and there do not fit the encoding that all others are in. */
export function noteBrokenBytes(charset: string): FeedNote {
  return {
    code: 'charset_conflict',
    message: `Some bytes are not ${charset}, in which the rest is written; they were replaced.`,
  };
}

/** Nothing says which encoding the text is in. */
export function noteGuess(charset: string): FeedNote {
  return {
    code: 'charset_guessed',
    message: `No label names an encoding that fits the bytes; by its letters the text was read as ${charset}.`,
  };
}
