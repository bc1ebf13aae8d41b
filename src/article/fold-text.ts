/**
 * A text reduced to its words, to compare two spellings: lower case, punctuation gone, single spaces.
 *
 * @param text - any text
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
