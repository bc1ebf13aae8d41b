import type { CatalogueActor } from './actor-catalogue.js';
import { listCountryForms, listForeignCountryForms } from './country-names.js';
import notCountries from './gazetteer/not-countries.json' with { type: 'json' };
import otherNames from './gazetteer/other-names.json' with { type: 'json' };
import type { CountryEntry, GazetteerEntry } from './gazetteer-entry.js';
import { listPlaceForms } from './place-names.js';
import { addPhrase, createTokenTrie, phraseKey } from './token-trie.js';
import type { TokenTrie } from './token-trie.js';

/** Everything that is looked for by name. */
export interface Gazetteer {
  /** What every text is searched for. */
  readonly names: TokenTrie<GazetteerEntry>;
  /** The countries' names in a language that is not English, as far as they are no English ones. */
  readonly countriesIn: (language: string) => TokenTrie<CountryEntry>;
}

/** Reads the gazetteers, and the actors to look for, into tries. */
export function createGazetteer(actors: readonly CatalogueActor[]): Gazetteer {
  const names = createTokenTrie<GazetteerEntry>();
  const countries = listCountryForms();
  for (const entry of countries) addPhrase(names, entry.form, entry);
  for (const entry of listPlaceForms()) addPhrase(names, entry.form, entry);
  for (const name of otherNames.names) addPhrase(names, name, { type: 'other' });
  for (const group of notCountries.groups)
    for (const name of group.names) addPhrase(names, name, { type: 'other' });
  for (const actor of actors) {
    for (const { alias, mode } of actor.aliases)
      addPhrase(names, alias, { type: 'actor', actor, alias, mode });
  }
  return { names, countriesIn: createForeignTries(countries) };
}

// Made when a text first asks: most taggers read English alone.
function createForeignTries(english: readonly CountryEntry[]): Gazetteer['countriesIn'] {
  const tries = new Map<string, TokenTrie<CountryEntry>>();
  return (language) => {
    const known = tries.get(language);
    if (known !== undefined) return known;
    const trie = createTokenTrie<CountryEntry>();
    const taken = new Set(english.map(({ form }) => phraseKey(form)));
    for (const entry of listForeignCountryForms(language))
      if (!taken.has(phraseKey(entry.form))) addPhrase(trie, entry.form, entry);
    tries.set(language, trie);
    return trie;
  };
}
