import currencies from '../gazetteer/currencies.json' with { type: 'json' };
import { addPhrase, createTokenTrie, phrasesAt } from '../token-trie.js';
import type { TokenTrie } from '../token-trie.js';
import type { Token } from '../tokenise.js';

/** A sign, code or word for a currency or a part of one. */
export interface CurrencyMarker {
  readonly form: string;
  /** ISO 4217, or the usual code of a crypto currency; empty where only the context tells. */
  readonly code: string;
  /** The name of the currencies that share this marker ("peso"), null for a marker of one. */
  readonly family: string | null;
  readonly kind: 'symbol' | 'code' | 'word' | 'crypto' | 'subunit';
  /** Which side of the figure it may stand on. */
  readonly side: 'before' | 'after' | 'both';
  /** How many whole units one of these is, as a decimal: "0.01" for cents. */
  readonly unit: string;
  /** Also an everyday word ("won", "real", "pounds"). */
  readonly ambiguous: boolean;
  /** A code that is also written in small letters ("usd"). */
  readonly lowerCaseToo: boolean;
  /** A magnitude inside the marker: 1e6 for "MUSD". */
  readonly factor: string;
}

/** A marker with the index after its last token. */
export interface MarkerMatch {
  readonly marker: CurrencyMarker;
  readonly end: number;
}

interface MarkerData {
  readonly form: string;
  readonly code: string;
  readonly kind: string;
  readonly side: string;
  readonly unit?: string;
  readonly ambiguous?: boolean;
  readonly lowerCaseToo?: boolean;
  readonly family?: string;
}

/** Builds the trie of everything by which a text may name a currency. */
export function createCurrencyTrie(): TokenTrie<CurrencyMarker> {
  const trie = createTokenTrie<CurrencyMarker>();
  const markers: readonly MarkerData[] = currencies.markers;
  for (const data of markers) {
    const {
      form,
      code,
      kind,
      side,
      unit = '1',
      ambiguous = false,
      lowerCaseToo = false,
      family = null,
    } = data;
    const marker: CurrencyMarker = {
      form,
      code,
      family,
      kind: kind as CurrencyMarker['kind'],
      side: side as CurrencyMarker['side'],
      unit,
      ambiguous,
      lowerCaseToo,
      factor: '1',
    };
    addPhrase(trie, form, marker);
    // Scandinavian reports put the million before the code: "MUSD 20".
    if (kind === 'code' && /^[A-Z]{3}$/.test(form))
      addPhrase(trie, `M${form}`, { ...marker, form: `M${form}`, factor: '1e6' });
  }
  return trie;
}

/**
 * The currency marker at a token, if it may stand on that side of a figure.
 *
 * @param side - where the marker would stand
 */
export function readMarker(
  trie: TokenTrie<CurrencyMarker>,
  text: string,
  tokens: readonly Token[],
  first: number,
  side: 'before' | 'after',
): MarkerMatch | null {
  for (const { value: marker, end } of phrasesAt(trie, tokens, first)) {
    if (marker.side !== 'both' && marker.side !== side) continue;
    const start = tokens[first]?.start ?? 0;
    const stop = tokens[end - 1]?.end ?? start;
    if (isWrittenAs(marker, text.slice(start, stop))) return { marker, end };
  }
  return null;
}

// Codes and signs count only as they are written ("ALL", "try" and "Rs" are words otherwise); names in any case.
function isWrittenAs(marker: CurrencyMarker, surface: string): boolean {
  if (marker.kind === 'word' || marker.kind === 'subunit') {
    return !marker.ambiguous || surface === surface.toLowerCase();
  }
  if (marker.kind === 'crypto') return surface.length > 4 || surface === marker.form;
  // "A$" with a blank inside is the article before "$".
  return surface === marker.form || (marker.lowerCaseToo && surface === marker.form.toLowerCase());
}
