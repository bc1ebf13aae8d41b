import type { Tags } from '../model/mention.js';
import { findCountries } from './countries.js';
import { createGazetteer } from './create-gazetteer.js';
import { createCurrencyTrie } from './money/currency-markers.js';
import { findMoney } from './money/find-money.js';
import { findPlaces } from './places.js';
import { readText } from './reading.js';

/**
 * Makes a tagger of countries, places and sums alone: several times faster than the whole, for the bench. It does not
 * know the names of persons and organisations, so it takes "Jordan Smith" for the country.
 */
export function createGazetteerTagger(): (text: string) => Pick<Tags, 'countries' | 'places' | 'money'> {
  const gazetteer = createGazetteer([]);
  const currencies = createCurrencyTrie();
  return (text) => {
    const reading = readText(text, gazetteer);
    const taken = new Uint8Array(reading.tokens.length);
    const countries = findCountries(reading, taken);
    const places = findPlaces(reading, taken, countries);
    return { countries, places, money: findMoney(reading, currencies, [...countries, ...places]) };
  };
}
