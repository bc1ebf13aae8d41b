import packaged from 'world-countries';
import type { Country } from 'world-countries';

import forms from './gazetteer/country-forms.json' with { type: 'json' };
import translations from './gazetteer/translations.json' with { type: 'json' };
import type { CountryEntry } from './gazetteer-entry.js';
import { phraseKey } from './token-trie.js';

// The package is CommonJS: its default import is the list itself, which its types put one level deeper.
const WORLD_COUNTRIES = packaged as unknown as readonly Country[];

const SKIPPED_DEMONYMS: ReadonlySet<string> = new Set(forms.skippedDemonyms.forms);
const TRANSLATIONS: ReadonlyMap<string, string> = new Map(Object.entries(translations.languages));
/** ISO 639-1 of the languages whose country names are known beside the English ones. */
export const FOREIGN_LANGUAGES: readonly string[] = [...TRANSLATIONS.keys()];
const SKIPPED_NAMES: ReadonlySet<string> = new Set(forms.skippedNames.forms);

/**
 * Every form by which an English text may say a country: names, official names and demonyms of the package
 * world-countries, and the project's own additions. Two-letter codes count only where listed there.
 */
export function listCountryForms(): CountryEntry[] {
  const byForm = new Map<string, CountryEntry>();
  const put = (form: string, code: string, via: CountryEntry['via']): void => {
    const key = phraseKey(form);
    if (!byForm.has(key)) byForm.set(key, { type: 'country', code, via, form });
  };
  for (const added of forms.added) {
    for (const form of added.forms) put(form, added.code, added.via as CountryEntry['via']);
  }
  // Independent countries first: "Norwegian" is Norway, not Svalbard; "Dutch" is the Netherlands.
  const countries = [...WORLD_COUNTRIES].sort((a, b) => Number(b.independent) - Number(a.independent));
  for (const country of countries) {
    const code = country.cca2;
    for (const name of namesOf(country)) if (!SKIPPED_NAMES.has(name)) put(name, code, 'name');
    for (const demonym of demonymsOf(country)) {
      if (SKIPPED_DEMONYMS.has(demonym)) continue;
      put(demonym, code, 'demonym');
      if (/(?:an|i|er)$/.test(demonym)) put(`${demonym}s`, code, 'demonym');
    }
  }
  return [...byForm.values()];
}

/** The countries' names in another language of the package, where they are long enough to be no word. */
export function listForeignCountryForms(language: string): CountryEntry[] {
  const translation = TRANSLATIONS.get(language);
  if (translation === undefined) return [];
  return WORLD_COUNTRIES.flatMap(({ cca2: code, translations: names }): CountryEntry[] => {
    const form = names[translation]?.common;
    return form === undefined || form.length < 4 ? [] : [{ type: 'country', code, via: 'name', form }];
  });
}

// Other spellings shorter than five letters are codes ("TR") or everyday words.
function namesOf(country: Country): string[] {
  const others = country.altSpellings.filter((name) => name.length > 4 && /^\p{Script=Latin}/u.test(name));
  return [country.name.common, country.name.official, ...others];
}

function demonymsOf(country: Country): string[] {
  const demonym = country.demonyms.eng?.m ?? '';
  return demonym.split(/, | or /).filter((word) => word.length > 3);
}

/** The capitals of all countries, by the package world-countries. */
export function listCapitals(): { readonly name: string; readonly code: string }[] {
  return WORLD_COUNTRIES.flatMap((country) => country.capital.map((name) => ({ name, code: country.cca2 })));
}
