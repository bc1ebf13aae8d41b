import { tokenise } from './tokenise.js';
import type { Token } from './tokenise.js';

/** A word trie: every step is the key of one token. Hyphens are no steps, so "Al-Qaeda" is "Al Qaeda". */
export interface TokenTrie<T> {
  /** Null where no phrase goes on: most nodes are ends, and an empty map for each would cost more than all the rest. */
  next: Map<string, TokenTrie<T>> | null;
  /** Null where no phrase ends. */
  values: T[] | null;
}

/** A value found at the tokens `first` up to, not including, `end`. */
export interface TrieMatch<T> {
  readonly first: number;
  readonly end: number;
  readonly value: T;
}

/** Makes an empty trie. */
export function createTokenTrie<T>(): TokenTrie<T> {
  return { next: null, values: null };
}

/**
 * Adds a phrase to the trie. Phrases without a word or figure are left out.
 *
 * @param trie - the trie, changed in place
 * @param phrase - as written; case and diacritics do not matter
 * @param value - handed back for every place where the phrase stands
 */
export function addPhrase<T>(trie: TokenTrie<T>, phrase: string, value: T): void {
  let node = trie;
  for (const key of keysOf(phrase)) {
    node.next ??= new Map<string, TokenTrie<T>>();
    let child = node.next.get(key);
    if (child === undefined) {
      child = createTokenTrie<T>();
      node.next.set(key, child);
    }
    node = child;
  }
  if (node === trie) return;
  if (node.values === null) node.values = [value];
  else node.values.push(value);
}

/** What two phrases have in common that the trie can't tell apart; empty for a phrase without a word or figure. */
export function phraseKey(phrase: string): string {
  return keysOf(phrase).join(' ');
}

const PLAIN_PHRASE = /^[a-z]+(?: [a-z]+)*$/i;

// The gazetteers hold some 15,000 phrases, nearly all plain words: those need no tokeniser.
function keysOf(phrase: string): string[] {
  if (PLAIN_PHRASE.test(phrase)) return phrase.toLowerCase().split(' ');
  return tokenise(phrase)
    .map((token) => token.key)
    .filter((key) => key !== '-');
}

/** True when some phrase of the trie begins with the key. */
export function opensPhrase(trie: TokenTrie<unknown>, key: string): boolean {
  return trie.next?.has(key) === true;
}

/**
 * Finds every phrase of the trie in a text: at each token all phrases that begin there, longest last.
 * Work is bounded by the number of tokens times the longest phrase. A match never begins or ends inside a
 * run of letters and figures ("ISC" is not found in "ISC2") and never crosses a line break.
 */
export function findPhrases<T>(trie: TokenTrie<T>, tokens: readonly Token[]): TrieMatch<T>[] {
  const matches: TrieMatch<T>[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (joinsPrevious(tokens, first)) continue;
    let node: TokenTrie<T> | undefined = trie;
    for (let i = first; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined || (i > first && token.opensLine)) break;
      if (i > first && isInnerHyphen(tokens, i)) continue;
      node = node.next?.get(token.key);
      if (node === undefined) break;
      if (node.values !== null && !joinsPrevious(tokens, i + 1))
        for (const value of node.values) matches.push({ first, end: i + 1, value });
      if (node.next === null) break;
    }
  }
  return matches;
}

const NO_MATCHES: readonly never[] = [];

/**
 * Every phrase that begins at a token, longest first, wherever it ends: also glued to what stands around it ("USD"
 * in "USD115").
 */
export function phrasesAt<T>(
  trie: TokenTrie<T>,
  tokens: readonly Token[],
  first: number,
): readonly TrieMatch<T>[] {
  // What is asked for most often, and answered without making anything.
  if (!opensPhrase(trie, tokens[first]?.key ?? '')) return NO_MATCHES;
  const matches: TrieMatch<T>[] = [];
  let node: TokenTrie<T> | undefined = trie;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || (i > first && token.opensLine)) break;
    node = node.next?.get(token.key);
    if (node === undefined) break;
    for (const value of node.values ?? []) matches.push({ first, end: i + 1, value });
  }
  return matches.reverse();
}

/** True when the token continues a run of letters and figures ("28" in "APT28"). */
export function joinsPrevious(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token !== undefined && token.glued && token.kind !== 'symbol' && tokens[index - 1]?.kind !== 'symbol'
  );
}

/** True for a hyphen with a letter or figure glued to both sides. */
export function isInnerHyphen(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const after = tokens[index + 1];
  return token?.key === '-' && token.glued && after !== undefined && after.glued && after.kind !== 'symbol';
}
