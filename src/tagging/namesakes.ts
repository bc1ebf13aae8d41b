import context from './gazetteer/country-context.json' with { type: 'json' };
import forms from './gazetteer/country-forms.json' with { type: 'json' };
import type { CountryEntry, PlaceEntry } from './gazetteer-entry.js';
import { spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { TrieMatch } from './token-trie.js';
import { isAllCaps, isCapitalised } from './tokenise.js';
import { readUsState, stateAfter } from './us-states.js';

const TOWN_NAMESAKES: ReadonlySet<string> = new Set(forms.townNamesakes.forms);
const FREQUENT_TOWNS: ReadonlySet<string> = new Set(forms.frequentTowns.forms);
const FREQUENT_PERSONS: ReadonlySet<string> = new Set(forms.frequentPersons.forms);
const GIVEN_NAMES: ReadonlySet<string> = new Set(forms.givenNames.forms);
const LOCAL_WORDS: ReadonlySet<string> = new Set(context.streetAndSchoolWords);
const TOWN_NOUNS: ReadonlySet<string> = new Set(context.townNouns);
const STATE_BODIES: ReadonlySet<string> = new Set(context.stateBodies);
const STREETS: ReadonlySet<string> = new Set(context.streetAbbreviations);
const BIRD_WORDS: ReadonlySet<string> = new Set(context.birdWords);
const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(context.placePrepositions);
const STATE_NAMESAKE = 'Georgia';
/** Countries that Georgia the country is spoken of beside. */
const CAUCASUS: readonly string[] = ['RU', 'AM', 'AZ', 'GE', 'UA', 'MD'];

const LIST_JOINTS: ReadonlySet<string> = new Set([',', 'and', 'or', '&', '-']);

/** A country's name where it stands. */
export type CountryMatch = TrieMatch<CountryEntry>;

/** What a country's name means where it does not mean the country. */
export type Namesake = 'namesake-town' | 'namesake-person';

/** Which of the countries named in a text are towns, the US state of Georgia or persons in it. */
export interface Namesakes {
  /** What the name means where it stands; null for the country. */
  readonly namesakeOf: (match: CountryMatch) => Namesake | null;
}

/** Whether a country's name is also that of a town or state ("Lebanon", "Georgia"). */
export function hasTownNamesake(form: string): boolean {
  return TOWN_NAMESAKES.has(form);
}

/** Where names stand in a text. */
export interface NamesInText {
  /** 1 for tokens inside names of persons and organisations. */
  readonly taken: Uint8Array;
  /** True for a range inside a longer name of a place or thing. */
  readonly isInside: (range: TokenRange) => boolean;
}

/** What the whole text says about where it plays. */
interface Setting {
  /** Names used as a town's, the state's or the bird's somewhere in the text. */
  readonly towns: Set<string>;
  /** Names that are part of a person's name somewhere in the text. */
  readonly persons: Set<string>;
  /** Countries that the text speaks of by names without namesakes, by demonyms and by cities. */
  readonly countries: Set<string>;
  /** Where the names of countries without namesakes begin and end. */
  readonly starts: Set<number>;
  readonly ends: Set<number>;
  /** True when states, cities or counties of the USA are named. */
  isAmerican: boolean;
}

/**
 * Looks for namesakes: one text uses a name for one thing, so what is clear in one place ("Lebanon, Tenn.")
 * decides the others ("Lebanon police").
 */
export function findNamesakes(reading: Reading, names: NamesInText): Namesakes {
  const setting = readSetting(reading, names);
  return {
    namesakeOf: (match) => {
      const { form, code } = match.value;
      if (isTownBeforeState(reading, match)) return 'namesake-town';
      if (!TOWN_NAMESAKES.has(form) && !GIVEN_NAMES.has(form)) return null;
      if (isBesideCountry(reading, match, setting)) return null;
      if (isPersonHere(form, code, setting))
        return followsPreposition(reading, match) ? null : 'namesake-person';
      return isTownHere(form, code, setting) ? 'namesake-town' : null;
    },
  };
}

function isPersonHere(form: string, code: string, { persons, countries, isAmerican }: Setting): boolean {
  if (countries.has(code)) return false;
  return persons.has(form) || (FREQUENT_PERSONS.has(form) && isAmerican && countries.size === 0);
}

function isTownHere(form: string, code: string, { towns, countries, isAmerican }: Setting): boolean {
  if (towns.has(form)) return form !== 'Turkey' || !countries.has(code);
  if (!isAmerican || countries.has(code)) return false;
  if (form === STATE_NAMESAKE) return !CAUCASUS.some((neighbour) => countries.has(neighbour));
  return FREQUENT_TOWNS.has(form) && countries.size === 0;
}

function readSetting(reading: Reading, { taken, isInside }: NamesInText): Setting {
  const setting: Setting = {
    towns: new Set(),
    persons: new Set(),
    countries: new Set(),
    starts: new Set(),
    ends: new Set(),
    isAmerican: namesCountyOrState(reading),
  };
  const doubtful: CountryMatch[] = [];
  for (const { first, end, value } of reading.matches) {
    if (value.type === 'actor' || value.type === 'other' || !isCapitalised(reading.tokens[first])) continue;
    if (value.type === 'country' && isInside({ first, end })) continue;
    if (value.type === 'place') notePlace(reading, setting, { first, end, value });
    else if (TOWN_NAMESAKES.has(value.form) || GIVEN_NAMES.has(value.form))
      doubtful.push({ first, end, value });
    else noteCountry(reading, setting, { first, end, value });
  }
  if (
    doubtful.some(({ value }) => value.form === 'Turkey') &&
    reading.tokens.some(({ key }) => BIRD_WORDS.has(key))
  )
    setting.towns.add('Turkey');
  for (const match of doubtful) {
    if (isTownUse(reading, match, setting)) setting.towns.add(match.value.form);
    if (isPersonsName(reading, match, taken)) setting.persons.add(match.value.form);
  }
  return setting;
}

function notePlace(reading: Reading, setting: Setting, { end, value }: TrieMatch<PlaceEntry>): void {
  if (value.code === 'US') setting.isAmerican ||= value.via !== 'metonym' && value.form !== STATE_NAMESAKE;
  else if (!value.ambiguous && stateAfter(reading, end) === null) setting.countries.add(value.code);
}

function noteCountry(reading: Reading, setting: Setting, { first, end, value }: CountryMatch): void {
  if (value.via === 'name') {
    setting.starts.add(first);
    setting.ends.add(end);
  }
  if (value.code !== 'US' && stateAfter(reading, end) === null) setting.countries.add(value.code);
}

// "Hall County", "of Shelby, N.C.": places of the USA that no gazetteer knows. "…, Georgia" may be the country.
function namesCountyOrState(reading: Reading): boolean {
  const { tokens, capitals } = reading;
  return capitals.some((i) => {
    const before = tokens[i - 1];
    if (tokens[i]?.key === 'county') return isCapitalised(before);
    if (before?.text !== ',' || !isCapitalised(tokens[i - 2])) return false;
    const state = readUsState(reading, i);
    return state !== null && state.key !== 'georgia';
  });
}

// "Cuba, Missouri". Georgia behind a comma is the country more often, unless the town is a known namesake.
function isTownBeforeState(reading: Reading, match: CountryMatch): boolean {
  const state = stateAfter(reading, match.end);
  return state !== null && (state.key !== 'georgia' || TOWN_NAMESAKES.has(match.value.form));
}

// "Armenia, Georgia and Moldova": a list of countries. What stands beside must be a country without namesakes.
function isBesideCountry(reading: Reading, { first, end }: CountryMatch, { starts, ends }: Setting): boolean {
  for (let gap = 1; gap <= 2; gap++) {
    if (ends.has(first - gap) && isListGap(reading, first - gap, first)) return true;
    if (starts.has(end + gap) && isListGap(reading, end, end + gap)) return true;
  }
  return false;
}

function isListGap(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!LIST_JOINTS.has(reading.tokens[i]?.key ?? '')) return false;
  return true;
}

// "Michael Jordan", "Chad Miller": the name is part of a person's name somewhere in the text.
function isPersonsName(reading: Reading, { first, end, value }: CountryMatch, taken: Uint8Array): boolean {
  if (!GIVEN_NAMES.has(value.form) || taken[first] !== 1) return false;
  if (taken[end] === 1) return FREQUENT_PERSONS.has(value.form);
  return taken[first - 1] === 1 && isCapitalised(reading.tokens[first - 1]);
}

function followsPreposition(reading: Reading, { first }: TokenRange): boolean {
  return PLACE_PREPOSITIONS.has(reading.tokens[first - 1]?.key ?? '');
}

// "a Lebanon woman", "John Roe, 49, Palestine", "400 Locust St., Lebanon", "LEBANON (AP)", "Georgia Department of
// Labor": a country would have its adjective, no street before it, and its capital at the head of a report.
function isTownUse(reading: Reading, match: CountryMatch, setting: Setting): boolean {
  const { tokens } = reading;
  const { form } = match.value;
  if (!TOWN_NAMESAKES.has(form)) return false;
  if (stateAfter(reading, match.end) !== null) return !isBesideCountry(reading, match, setting);
  return (
    isBeforeTownNoun(reading, match, setting) ||
    (setting.isAmerican && isDateline(reading, match)) ||
    (tokens[match.first - 1]?.text === ',' && followsAgeOrStreet(reading, match))
  );
}

function isBeforeTownNoun(reading: Reading, { end, value }: CountryMatch, setting: Setting): boolean {
  const after = reading.tokens[end];
  if (after === undefined || after.opensLine) return false;
  if (isCapitalised(after) && LOCAL_WORDS.has(after.key)) return true;
  if (value.form === STATE_NAMESAKE) return isCapitalised(after) && STATE_BODIES.has(after.key);
  // "Israel police" stands in headlines from abroad, too.
  const isLikely = FREQUENT_TOWNS.has(value.form) || (setting.isAmerican && setting.countries.size === 0);
  return isLikely && TOWN_NOUNS.has(after.key);
}

function followsAgeOrStreet(reading: Reading, { first }: TokenRange): boolean {
  const { tokens } = reading;
  const before = tokens[first - 2];
  if (before?.kind === 'number') return /^\d{2}$/.test(before.text) && tokens[first - 3]?.text === ',';
  return before?.text === '.' && STREETS.has(tokens[first - 3]?.key ?? '');
}

function isDateline(reading: Reading, match: TokenRange): boolean {
  const { tokens } = reading;
  if (!isAllCaps(tokens[match.first]) || spanOf(reading, match).text.length < 4) return false;
  const sign = tokens[match.end]?.text;
  return sign === '(' && isAllCaps(tokens[match.end + 1]) && tokens[match.end + 2]?.text === ')';
}
