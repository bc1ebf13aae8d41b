import packaged from 'world-countries';
import type { Country } from 'world-countries';

import forms from './gazetteer/country-forms.json' with { type: 'json' };
import languages from './gazetteer/languages.json' with { type: 'json' };
import type { CountryEntry } from './gazetteer-entry.js';
import { phraseKey } from './token-trie.js';

// The package is CommonJS: its default import is the list itself, which its types put one level deeper.
const WORLD_COUNTRIES = packaged as unknown as readonly Country[];

const SKIPPED_DEMONYMS: ReadonlySet<string> = new Set(forms.skippedDemonyms.forms);
const SKIPPED_NAMES: ReadonlySet<string> = new Set(forms.skippedNames.forms);

/**
 * Every form by which a text may say a country: names, official names and demonyms of the package
 * world-countries, and the project's own additions. Two-letter codes count only where listed there.
 */
export function listCountryForms(): CountryEntry[] {
  const byForm = new Map<string, CountryEntry>();
  const put = (form: string, code: string, via: CountryEntry['via']): void => {
    const key = phraseKey(form);
    if (!byForm.has(key)) byForm.set(key, { type: 'country', code, via, form, languages: null });
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
  return [...byForm.values(), ...listTranslations(byForm)];
}

/** Names in the other languages that are told apart, where they are not English ones. */
function listTranslations(english: ReadonlyMap<string, CountryEntry>): CountryEntry[] {
  const byName = new Map<string, CountryEntry & { languages: string[] }>();
  for (const { language, translations } of languages.others) {
    for (const { cca2: code, translations: names } of WORLD_COUNTRIES) {
      const form = names[translations]?.common;
      if (form === undefined || form.length < 4) continue;
      const formKey = phraseKey(form);
      if (english.has(formKey)) continue;
      const key = `${code} ${formKey}`;
      const known = byName.get(key);
      if (known === undefined)
        byName.set(key, { type: 'country', code, via: 'name', form, languages: [language] });
      else known.languages.push(language);
    }
  }
  return [...byName.values()];
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
