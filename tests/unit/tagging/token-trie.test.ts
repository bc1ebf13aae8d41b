import { describe, expect, it } from 'vitest';

import { addPhrase, createTokenTrie, findPhrases } from '../../../src/tagging/token-trie.js';
import { tokenise } from '../../../src/tagging/tokenise.js';

function find(phrases: readonly string[], text: string): string[] {
  const trie = createTokenTrie<string>();
  for (const phrase of phrases) addPhrase(trie, phrase, phrase);
  const tokens = tokenise(text);
  return findPhrases(trie, tokens).map(({ first, end }) =>
    text.slice(tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0),
  );
}

describe('findPhrases', () => {
  it.each([
    ['every phrase at a place, longest last', ['New', 'New York'], 'in new york', ['new', 'new york']],
    ['hyphens or blanks', ['APT-28', 'Al Qaeda'], 'apt 28, Al-Qaeda', ['apt 28', 'Al-Qaeda']],
    ['no part of a run of letters and figures', ['ISC', '2'], 'ISC2', []],
    ['no phrase over a line break', ['New York'], 'New\nYork', []],
    ['diacritics', ['Sao Paulo'], 'São Paulo', ['São Paulo']],
  ])('finds %s', (_, phrases, text, expected) => {
    expect(find(phrases, text)).toEqual(expected);
  });
});
