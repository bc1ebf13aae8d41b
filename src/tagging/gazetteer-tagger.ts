import type { Tags } from '../model/mention.js';
import { findCountries } from './countries.js';
import { listCountryForms } from './country-names.js';
import type { GazetteerEntry } from './gazetteer-entry.js';
import { createCurrencyTrie } from './money/currency-markers.js';
import { findMoney } from './money/find-money.js';
import { listPlaceForms } from './place-names.js';
import { findPlaces } from './places.js';
import { readText } from './reading.js';
import { addPhrase, createTokenTrie } from './token-trie.js';

/**
 * Makes a tagger of countries, places and sums alone: several times faster than the whole, for the bench. It does not
 * know the names of persons and organisations, so it takes "Jordan Smith" for the country.
 */
export function createGazetteerTagger(): (text: string) => Pick<Tags, 'countries' | 'places' | 'money'> {
  const trie = createTokenTrie<GazetteerEntry>();
  for (const entry of [...listCountryForms(), ...listPlaceForms()]) addPhrase(trie, entry.form, entry);
  const currencies = createCurrencyTrie();
  return (text) => {
    const reading = readText(text, trie);
    const taken = new Uint8Array(reading.tokens.length);
    const countries = findCountries(reading, taken);
    const places = findPlaces(reading, taken, countries);
    return { countries, places, money: findMoney(reading, currencies, [...countries, ...places]) };
  };
}
