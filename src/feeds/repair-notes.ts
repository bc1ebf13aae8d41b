import type { FeedNote } from '../model/feed.js';

/** In which state a document was found. */
export interface DocumentState {
  /** It was not well-formed. */
  readonly isRepaired: boolean;
  /** It ends in the middle. */
  readonly isCut: boolean;
}

/** The notes about a document's state; none for one that is whole and well-formed. */
export function noteState({ isRepaired, isCut }: DocumentState): FeedNote[] {
  const notes: FeedNote[] = [];
  if (isRepaired) {
    notes.push({
      code: 'repaired',
      message: 'The document is not well-formed; it was repaired and read as far as possible.',
    });
  }
  if (isCut) {
    notes.push({
      code: 'truncated',
      message: 'The document ends in the middle; what came until then was read.',
    });
  }
  return notes;
}
