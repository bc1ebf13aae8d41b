import type { CountryMention } from '../model/mention.js';
import context from './gazetteer/country-context.json' with { type: 'json' };
import forms from './gazetteer/country-forms.json' with { type: 'json' };
import type { CountryEntry } from './gazetteer-entry.js';
import { isNamesakeTown } from './places.js';
import { evidenceOf, isTaken, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import { isAllCaps, isCapitalised } from './tokenise.js';
import type { TrieMatch } from './token-trie.js';

const LANGUAGE_WORDS: ReadonlySet<string> = new Set(context.languageWords);
const LOCAL_WORDS: ReadonlySet<string> = new Set(context.streetAndSchoolWords);
const THING_WORDS: ReadonlySet<string> = new Set(context.foodAndAnimalWords);
const TOWN_NOUNS: ReadonlySet<string> = new Set(context.townNouns);
const STREETS: ReadonlySet<string> = new Set(context.streetAbbreviations);
const TOWN_NAMESAKES: ReadonlySet<string> = new Set(forms.townNamesakes.forms);
const BEFORE_OTHER_PLACE: ReadonlySet<string> = new Set([
  ...['new', 'fort', 'port', 'mount', 'latin', 'north', 'south', 'central', 'miss', 'captain'],
]);

type CountryMatch = TrieMatch<CountryEntry>;

/**
 * Decides which of the country names, demonyms and codes in the text mean the country.
 *
 * @param taken - 1 for tokens inside names of persons and organisations, where no country is said by itself;
 *   the countries found are added
 */
export function findCountries(reading: Reading, taken: Uint8Array): CountryMention[] {
  const mentions: CountryMention[] = [];
  const localNames = findLocalNames(reading);
  for (const match of longestAtEachStart(reading)) {
    if (isTaken(taken, match)) continue;
    const rule = countryRule(reading, match, localNames);
    if (rule === null) continue;
    taken.fill(1, match.first, match.end);
    const { code, via } = match.value;
    mentions.push({ ...spanOf(reading, match), code, via, ...evidenceOf(rule) });
  }
  return [...mentions, ...findEnumerated(reading, mentions)].sort((a, b) => a.start - b.start);
}

function longestAtEachStart(reading: Reading): CountryMatch[] {
  const kept: CountryMatch[] = [];
  for (const { first, end, value } of reading.matches) {
    if (value.type !== 'country') continue;
    if (kept.at(-1)?.first === first) kept.pop();
    kept.push({ first, end, value });
  }
  return kept;
}

function countryRule(
  reading: Reading,
  match: CountryMatch,
  localNames: ReadonlySet<string>,
): RuleName | null {
  const { tokens } = reading;
  const { form, via } = match.value;
  if (isTechnical(reading, match)) return null;
  if (via === 'code') return isCodeInUse(reading, match) ? 'country/code' : null;
  if (!startsAsName(reading, match)) return null;
  const before = tokens[match.first - 1];
  const after = wordAfter(reading, match.end);
  if (
    isCapitalised(before) &&
    BEFORE_OTHER_PLACE.has(before?.key ?? '') &&
    tokens[match.first]?.opensLine === false
  )
    return null;
  if (via === 'demonym') return isLanguageOrThing(reading, match) ? null : 'country/demonym';
  if (localNames.has(form) || isNamesakeTown(reading, match)) return null;
  if (TOWN_NAMESAKES.has(form)) {
    if (isCapitalised(after) && LOCAL_WORDS.has(after?.key ?? '')) return null;
    if (after?.key === 'city' && isCapitalised(after)) return null;
    return 'country/ambiguous-name';
  }
  if (after?.key === 'city' && isCapitalised(after)) return null;
  return 'country/name';
}

// "us" and "uk" are words or hosts; "US" in a line of capitals may be the pronoun.
function isCodeInUse(reading: Reading, match: CountryMatch): boolean {
  const { tokens, text } = reading;
  const surface = spanOf(reading, match).text;
  if (surface !== surface.toUpperCase()) return false;
  const next = tokens[match.end];
  // "US$5" is money.
  if (next?.glued === true && next.text === '$') return false;
  if (surface !== 'US') return true;
  const neighbours = [tokens[match.first - 1], next, tokens[match.first - 2], tokens[match.end + 1]];
  const shouted = neighbours.filter((token) => isAllCaps(token) && (token?.text.length ?? 0) > 3).length;
  return shouted < 2 || /\bUS[-\u2013]/.test(text.slice(match.first, match.first + 4));
}

function startsAsName(reading: Reading, match: CountryMatch): boolean {
  const last = reading.tokens[match.end - 1];
  const first = reading.tokens[match.first];
  if (!isCapitalised(first)) return false;
  return match.end - match.first === 1 || last?.kind !== 'word' || isCapitalised(last);
}

// "Spanish-language", "in French" before a full stop is left as the language only after "in", "into".
function isLanguageOrThing(reading: Reading, match: CountryMatch): boolean {
  const after = wordAfter(reading, match.end);
  if (after !== undefined && (LANGUAGE_WORDS.has(after.key) || THING_WORDS.has(after.key))) return true;
  const before = reading.tokens[match.first - 1]?.key ?? '';
  const followsSpeaking = ['speak', 'speaks', 'spoke', 'spoken', 'speaking', 'fluent'].includes(before);
  const closes = after === undefined || !isContentWord(reading, match.end);
  return followsSpeaking || (closes && ['in', 'into'].includes(before) && !isPlural(match.value.form));
}

function isPlural(form: string): boolean {
  return form.endsWith('s') && !form.endsWith('ss');
}

// Whether what follows can be the noun of an adjective: a lower-case word that is no preposition or conjunction.
function isContentWord(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token?.text === '-') return true;
  return token?.kind === 'word' && !FUNCTION_WORDS.has(token.key);
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...[
    'and',
    'or',
    'but',
    'to',
    'for',
    'with',
    'in',
    'on',
    'at',
    'as',
    'by',
    'of',
    'that',
    'which',
    'is',
    'was',
  ],
  ...[
    'are',
    'were',
    'the',
    'a',
    'an',
    'when',
    'while',
    'then',
    'than',
    'from',
    'into',
    'about',
    'it',
    'he',
    'she',
  ],
]);

function wordAfter(reading: Reading, end: number): Reading['tokens'][number] | undefined {
  const next = reading.tokens[end];
  if (next === undefined || next.opensLine) return undefined;
  if (next.text === '-' && next.glued) return reading.tokens[end + 1];
  return next.kind === 'word' ? next : undefined;
}

/**
 * Names that in this text are towns or the state of Georgia: one of them stands before a US state, or the text
 * speaks of American states and towns and of no other foreign country.
 */
function findLocalNames(reading: Reading): Set<string> {
  const names = new Set<string>();
  const foreign = new Set<string>();
  let american = 0;
  for (const match of reading.matches) {
    const { value, first } = match;
    if (value.type === 'actor' || value.type === 'other' || !isCapitalised(reading.tokens[first])) continue;
    if (value.type === 'country' && (isNamesakeTown(reading, match) || isTownUse(reading, match)))
      names.add(value.form);
    if (value.code === 'US') american += value.type === 'place' ? 1 : 0;
    else if (!TOWN_NAMESAKES.has(value.form) && !isNamesakeTown(reading, match)) foreign.add(value.code);
  }
  if (american > 0 && foreign.size === 0) for (const name of TOWN_NAMESAKES) names.add(name);
  // Georgia the country is spoken of beside its neighbours.
  if (american > 0 && !CAUCASUS.some((code) => foreign.has(code))) names.add('Georgia');
  return names;
}

// "a Lebanon woman", "John Roe, 49, Palestine", "400 Locust St., Lebanon": a country would have its adjective,
// or no street before it.
function isTownUse(reading: Reading, match: TokenRange): boolean {
  const { tokens } = reading;
  if (!TOWN_NAMESAKES.has(spanOf(reading, match).text)) return false;
  if (TOWN_NOUNS.has(wordAfter(reading, match.end)?.key ?? '')) return true;
  if (tokens[match.first - 1]?.text !== ',') return false;
  const before = tokens[match.first - 2];
  if (before?.kind === 'number') return /^\d{2}$/.test(before.text) && tokens[match.first - 3]?.text === ',';
  return before?.text === '.' && STREETS.has(tokens[match.first - 3]?.key ?? '');
}

const CAUCASUS = ['RU', 'AM', 'AZ', 'GE'] as const;

/** "North and South Korea": the first half takes the noun of the second. */
function findEnumerated(reading: Reading, found: readonly CountryMention[]): CountryMention[] {
  const mentions: CountryMention[] = [];
  const { tokens } = reading;
  for (const [i, token] of tokens.entries()) {
    const other = token.key === 'north' ? 'south' : token.key === 'south' ? 'north' : null;
    if (other === null || !isCapitalised(token)) continue;
    const joined = ['and', 'or', '&'].includes(tokens[i + 1]?.key ?? '') && tokens[i + 2]?.key === other;
    const noun = tokens[i + 3]?.key ?? '';
    if (!joined || !/^koreas?n?s?$/.test(noun)) continue;
    const range = { first: i, end: i + 1 };
    if (found.some((mention) => mention.start === token.start)) continue;
    const code = token.key === 'north' ? 'KP' : 'KR';
    const via = noun.startsWith('korean') ? 'demonym' : 'name';
    mentions.push({ ...spanOf(reading, range), code, via, ...evidenceOf('country/enumeration') });
  }
  return mentions;
}
