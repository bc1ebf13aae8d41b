import type { CountryMention } from '../model/mention.js';
import context from './gazetteer/country-context.json' with { type: 'json' };
import forms from './gazetteer/country-forms.json' with { type: 'json' };
import { createCoverCheck } from './cover-check.js';
import { findNamesakes, hasTownNamesake } from './namesakes.js';
import type { CountryMatch, Namesakes } from './namesakes.js';
import { evidenceOf, isTaken, isTechnical, spanOf } from './reading.js';
import type { Reading } from './reading.js';
import { isRejection } from './rejection.js';
import type { RejectionReason, Verdict } from './rejection.js';
import { RULE_CONFIDENCE } from './rule-confidence.js';
import { isAllCaps, isCapitalised } from './tokenise.js';
import type { Token } from './tokenise.js';
import { rejectMatch } from './trace.js';

const LANGUAGE_WORDS: ReadonlySet<string> = new Set(context.languageWords);
const THING_WORDS: ReadonlySet<string> = new Set(context.foodAndAnimalWords);
const FUNCTION_WORDS: ReadonlySet<string> = new Set(context.functionWords);
const SPEAKING_VERBS: ReadonlySet<string> = new Set(context.speakingVerbs);
const LANGUAGES: ReadonlySet<string> = new Set(context.languages);
/** Words inside a list of languages: "Danish, some Greek and fluent Vietnamese". */
const LIST_WORDS: ReadonlySet<string> = new Set([',', 'and', 'or', 'some', 'fluent', 'both']);
/** Tokens from a language back to the word that opens the list. */
const LIST_REACH = 10;
/** What follows a language from which is translated. */
const LANGUAGE_GOALS: ReadonlySet<string> = new Set(['to', 'into']);
const PREFIXES: ReadonlyMap<string, string> = new Map(Object.entries(forms.prefixes.forms));
const WITH_ARTICLE: ReadonlySet<string> = new Set(forms.withArticle.forms);
const BEFORE_OTHER_PLACE: ReadonlySet<string> = new Set(context.notGeographic);
const BEFORE_AMERICA: ReadonlySet<string> = new Set(context.americas);

/**
 * Decides which of the country names, demonyms and codes in the text mean the country.
 *
 * @param taken - 1 for tokens inside names of persons and organisations, where no country is said by itself;
 *   the countries found are added
 */
export function findCountries(reading: Reading, taken: Uint8Array): CountryMention[] {
  const mentions: CountryMention[] = [];
  const isInside = createCoverCheck(reading);
  const namesakes = findNamesakes(reading, { taken, isInside });
  for (const match of longestAtEachStart(reading)) {
    const verdict = isTaken(taken, match)
      ? 'inside-other'
      : isInside(match)
        ? 'longer-name'
        : judgeCountry(reading, match, namesakes);
    if (isRejection(verdict)) {
      rejectMatch(reading.trace, match, verdict);
      continue;
    }
    taken.fill(1, match.first, match.end);
    const { start, end, text } = spanOf(reading, match);
    const { code, via } = match.value;
    mentions.push({ start, end, text, code, via, rule: verdict, confidence: RULE_CONFIDENCE[verdict] });
  }
  return [...mentions, ...findEnumerated(reading, mentions), ...findPrefixes(reading, mentions)].sort(
    (a, b) => a.start - b.start,
  );
}

function longestAtEachStart(reading: Reading): CountryMatch[] {
  const kept: CountryMatch[] = [];
  for (const { first, end, value } of reading.matches) {
    if (value.type !== 'country') continue;
    const shorter = kept.at(-1)?.first === first ? kept.pop() : undefined;
    if (shorter !== undefined) rejectMatch(reading.trace, shorter, 'overlap');
    kept.push({ first, end, value });
  }
  return kept;
}

function judgeCountry(reading: Reading, match: CountryMatch, namesakes: Namesakes): Verdict {
  const { form, via } = match.value;
  if (isTechnical(reading, match)) return 'technical';
  if (via === 'code') return objectionToCode(reading, match) ?? 'country/code';
  if (!startsAsName(reading, match)) return 'small-letters';
  if (isPartOfOtherPlace(reading, match)) return 'other-place';
  if (via === 'demonym') return objectionToDemonym(reading, match) ?? 'country/demonym';
  const namesake = namesakes.namesakeOf(match);
  if (namesake !== null) return namesake;
  const after = wordAfter(reading, match.end);
  if (WITH_ARTICLE.has(form))
    return isShortName(reading, match) ? 'country/ambiguous-name' : 'not-said-short';
  if (after?.key === 'city' && isCapitalised(after)) return 'city-name';
  return hasTownNamesake(form) ? 'country/ambiguous-name' : 'country/name';
}

// "The Islamic Republic" for short; with a name behind it is another one.
function isShortName(reading: Reading, { first, end }: CountryMatch): boolean {
  const after = reading.tokens[end];
  const goesOn = after?.key === 'of' || (isCapitalised(after) && after?.opensLine === false);
  return reading.tokens[first - 1]?.key === 'the' && !goesOn;
}

// "New Mexico", "North America", "Voice of America", "Kingdom of France": the names of others.
function isPartOfOtherPlace(reading: Reading, { first, value }: CountryMatch): boolean {
  const before = reading.tokens[first - 1];
  if (before === undefined || reading.tokens[first]?.opensLine === true) return false;
  if (BEFORE_OTHER_PLACE.has(before.key)) return isCapitalised(before);
  const isAmerica = value.form.startsWith('America');
  if (isAmerica && BEFORE_AMERICA.has(before.key)) return true;
  const head = reading.tokens[first - 2];
  if (before.key === 'of' || before.key === 'for') {
    // The kingdoms of today are matched whole, by their official names.
    if (head?.key === 'kingdom' && before.key === 'of') return isCapitalised(head);
    return value.form === 'America' && isCapitalised(head);
  }
  return value.form === 'America' && isCapitalised(before) && !opensSentence(reading, first - 1);
}

function opensSentence(reading: Reading, index: number): boolean {
  return reading.sentences[reading.sentenceOf[index] ?? 0]?.first === index;
}

// "us" and "uk" are words or hosts; "US" in a line of capitals may be the pronoun.
function objectionToCode(reading: Reading, match: CountryMatch): RejectionReason | null {
  const { tokens, text } = reading;
  const surface = spanOf(reading, match).text;
  if (surface !== surface.toUpperCase()) return 'small-letters';
  const next = tokens[match.end];
  // "US$5" is money.
  if (next?.glued === true && next.text === '$') return 'currency-sign';
  // "10 million US dollars": the currency's name.
  if (surface === 'US' && ['dollar', 'dollars'].includes(next?.key ?? '')) return 'currency-sign';
  if (surface !== 'US') return null;
  const neighbours = [tokens[match.first - 1], next, tokens[match.first - 2], tokens[match.end + 1]];
  const shouted = neighbours.filter((token) => isAllCaps(token) && (token?.text.length ?? 0) > 3).length;
  const isShouted = shouted >= 2 && !/\bUS[-\u2013]/.test(text.slice(match.first, match.first + 4));
  return isShouted ? 'shouted' : null;
}

function startsAsName(reading: Reading, match: CountryMatch): boolean {
  const last = reading.tokens[match.end - 1];
  const first = reading.tokens[match.first];
  if (!isCapitalised(first)) return false;
  return match.end - match.first === 1 || last?.kind !== 'word' || isCapitalised(last);
}

// "Spanish-language", "in French" before a full stop is left as the language only after "in", "into".
function objectionToDemonym(reading: Reading, match: CountryMatch): RejectionReason | null {
  const after = wordAfter(reading, match.end);
  if (after !== undefined && LANGUAGE_WORDS.has(after.key)) return 'language-name';
  if (after !== undefined && THING_WORDS.has(after.key)) return 'thing';
  if (SPEAKING_VERBS.has(wordBeforeList(reading, match.first))) return 'language-name';
  const closes = after === undefined || !isContentWord(reading, match.end);
  if (!closes || isPlural(match.value.form)) return null;
  const before = reading.tokens[match.first - 1]?.key ?? '';
  const next = reading.tokens[match.end]?.key ?? '';
  const isLanguage = ['in', 'into'].includes(before) || (before === 'from' && LANGUAGE_GOALS.has(next));
  return isLanguage ? 'language-name' : null;
}

// "speaks some Portuguese", "learnt Danish, Greek and Vietnamese": the word before a list of languages.
function wordBeforeList({ tokens }: Reading, first: number): string {
  let i = first - 1;
  while (i > first - LIST_REACH && isInList(tokens[i])) i--;
  return tokens[i]?.key ?? '';
}

function isInList(token: Token | undefined): boolean {
  if (token === undefined || token.opensLine) return false;
  return LIST_WORDS.has(token.key) || (isCapitalised(token) && LANGUAGES.has(token.key));
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

function wordAfter(reading: Reading, end: number): Reading['tokens'][number] | undefined {
  const next = reading.tokens[end];
  if (next === undefined || next.opensLine) return undefined;
  if (next.text === '-' && next.glued) return reading.tokens[end + 1];
  return next.kind === 'word' ? next : undefined;
}

/** "North and South Korea": the first half takes the noun of the second. */
function findEnumerated(reading: Reading, found: readonly CountryMention[]): CountryMention[] {
  const mentions: CountryMention[] = [];
  const { tokens } = reading;
  for (const i of reading.capitals) {
    const token = tokens[i];
    if (token === undefined) break;
    const other = token.key === 'north' ? 'south' : token.key === 'south' ? 'north' : null;
    if (other === null) continue;
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

/** "Sino-Indian border": a prefix that says a country, where the other half says one, too. */
function findPrefixes(reading: Reading, found: readonly CountryMention[]): CountryMention[] {
  const starts = new Set(found.map(({ start }) => start));
  const mentions: CountryMention[] = [];
  for (const i of reading.capitals) {
    const hyphen = reading.tokens[i + 1];
    if (hyphen?.key !== '-' || !hyphen.glued) continue;
    const token = reading.tokens[i];
    const other = reading.tokens[i + 2];
    if (token === undefined || other === undefined) continue;
    const code = PREFIXES.get(token.text);
    if (code === undefined || !starts.has(other.start) || starts.has(token.start)) continue;
    mentions.push({
      ...spanOf(reading, { first: i, end: i + 1 }),
      code,
      via: 'demonym',
      ...evidenceOf('country/prefix'),
    });
  }
  return mentions;
}
