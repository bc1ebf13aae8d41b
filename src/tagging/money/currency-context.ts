import currencies from '../gazetteer/currencies.json' with { type: 'json' };
import words from '../gazetteer/money-words.json' with { type: 'json' };
import type { TokenTrie } from '../token-trie.js';
import { phrasesAt } from '../token-trie.js';
import type { Token } from '../tokenise.js';
import type { CurrencyMarker } from './currency-markers.js';

const FAMILIES: Readonly<Record<string, Readonly<Record<string, string>>>> = currencies.families;
const FIGURE_WORDS: ReadonlySet<string> = new Set(words.figureWords);
const DOLLAR_COUNTRIES: readonly string[] = words.dollarCountries;
/** How far before "in Canadian dollars" the word may stand that says that all figures are. */
const STATEMENT_REACH = 4;

/** A country where the text speaks of it. */
export interface CountryAt {
  readonly code: string;
  /** In UTF-16 code units. */
  readonly start: number;
}

/** Which currency a marker means where it stands. */
export interface CurrencyContext {
  /** ISO 4217; null when the context does not tell which of several currencies it is. */
  readonly currencyOf: (marker: CurrencyMarker, offset: number) => string | null;
  /** True when the nearest country with this marker is spoken of at all. */
  readonly isAtHome: (marker: CurrencyMarker) => boolean;
  /** True when the text has a pound sign: its pounds are money, then. */
  readonly hasPoundSign: () => boolean;
  /** True when a bare "$" may be another country's: one with dollars of its own is spoken of, the USA are not. */
  readonly isDollarDoubtful: () => boolean;
}

/**
 * Reads what a text tells about currencies that share a name or sign: "pesos" are those of the country spoken of
 * nearest, "$" is the US dollar unless the text says otherwise ("all figures in Canadian dollars").
 *
 * @param countries - the countries said and implied, in any order
 */
export function readCurrencyContext(
  tokens: readonly Token[],
  currencyTrie: TokenTrie<CurrencyMarker>,
  countries: readonly CountryAt[],
): CurrencyContext {
  const starts = new Map<string, number[]>();
  for (const { code, start } of [...countries].sort((a, b) => a.start - b.start)) {
    const known = starts.get(code);
    if (known === undefined) starts.set(code, [start]);
    else known.push(start);
  }
  // Looked for when a sum asks: most texts hold none.
  const statedDollar = once(() => findStatedDollar(tokens, currencyTrie));
  const membersOf = (marker: CurrencyMarker) => Object.entries(FAMILIES[marker.family ?? ''] ?? {});
  return {
    currencyOf: (marker, offset) => {
      const stated = marker.form === '$' ? statedDollar() : null;
      if (stated !== null) return stated;
      let currency = marker.code === '' ? null : marker.code;
      let nearest = Infinity;
      for (const [country, code] of membersOf(marker)) {
        const distance = distanceTo(starts.get(country), offset);
        if (distance < nearest) [currency, nearest] = [code, distance];
      }
      return currency;
    },
    isAtHome: (marker) => membersOf(marker).some(([country]) => starts.has(country)),
    hasPoundSign: once(() => tokens.some(({ text }) => text === '£')),
    isDollarDoubtful: () =>
      statedDollar() === null && !starts.has('US') && DOLLAR_COUNTRIES.some((code) => starts.has(code)),
  };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

// By bisection: a text may hold very many sums and countries.
function distanceTo(starts: readonly number[] | undefined, offset: number): number {
  if (starts === undefined) return Infinity;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(
    Math.abs((starts[low - 1] ?? -Infinity) - offset),
    Math.abs((starts[low] ?? Infinity) - offset),
  );
}

// "All figures in Canadian dollars", "prices are in Australian dollars".
function findStatedDollar(tokens: readonly Token[], currencyTrie: TokenTrie<CurrencyMarker>): string | null {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.key !== 'in') continue;
    const named = phrasesAt(currencyTrie, tokens, i + 1)[0]?.value;
    if (named?.kind !== 'word' || !named.form.endsWith(' dollars')) continue;
    for (let back = 1; back <= STATEMENT_REACH; back++)
      if (FIGURE_WORDS.has(tokens[i - back]?.key ?? '')) return named.code;
  }
  return null;
}
