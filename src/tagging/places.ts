import type { CountryMention, PlaceMention } from '../model/mention.js';
import context from './gazetteer/country-context.json' with { type: 'json' };
import type { PlaceEntry } from './gazetteer-entry.js';
import { isTaken, isTechnical, spanOf } from './reading.js';
import type { Reading } from './reading.js';
import { isRejection } from './rejection.js';
import type { Verdict } from './rejection.js';
import { RULE_CONFIDENCE } from './rule-confidence.js';
import { isCapitalised } from './tokenise.js';
import type { TrieMatch } from './token-trie.js';
import { rejectMatch } from './trace.js';
import { stateAfter } from './us-states.js';

const CITY_PREPOSITIONS: ReadonlySet<string> = new Set(context.cityPrepositions);

type PlaceMatch = TrieMatch<PlaceEntry>;

/** What the text says of countries, for the places whose names several countries share. */
interface SpokenOf {
  /** Countries said, or implied by names that no other country shares. */
  readonly codes: ReadonlySet<string>;
  /** Where the name of a country or region begins, and its code: "Valencia, Spain", "Birmingham, England". */
  readonly nameAt: ReadonlyMap<number, string>;
}

/**
 * Decides which places of the gazetteer the text speaks of, and for shared names which country they imply.
 *
 * @param taken - 1 for tokens that already are countries or actors; places there are left out
 * @param countries - the countries that the text says
 */
export function findPlaces(
  reading: Reading,
  taken: Uint8Array,
  countries: readonly CountryMention[],
): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  const blocked = taken.slice();
  const spokenOf = readSpokenOf(reading, countries);
  for (const match of longestFirst(reading)) {
    const verdict = isTaken(blocked, match) ? 'inside-other' : judgePlace(reading, match, spokenOf);
    if (isRejection(verdict)) {
      rejectMatch(reading.trace, match, verdict);
      continue;
    }
    blocked.fill(1, match.first, match.end);
    const { start, end, text } = spanOf(reading, match);
    const { name, via } = match.value;
    const code = isNamesakeTown(reading, match) ? 'US' : countryOf(match, spokenOf);
    mentions.push({ start, end, text, code, name, via, rule: verdict, confidence: RULE_CONFIDENCE[verdict] });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function longestFirst(reading: Reading): PlaceMatch[] {
  const matches: PlaceMatch[] = [];
  for (const { first, end, value } of reading.matches)
    if (value.type === 'place') matches.push({ first, end, value });
  return matches.sort((a, b) => b.end - b.first - (a.end - a.first));
}

function readSpokenOf(reading: Reading, countries: readonly CountryMention[]): SpokenOf {
  const codes = new Set(countries.map(({ code }) => code));
  const nameAt = new Map<number, string>();
  for (const { first, end, value } of reading.matches) {
    if (value.type === 'country' && value.via !== 'demonym') nameAt.set(first, value.code);
    if (value.type === 'place' && value.via === 'region') nameAt.set(first, value.code);
    if (value.type === 'place' && !value.ambiguous && isCapitalised(reading.tokens[first]))
      if (stateAfter(reading, end) === null) codes.add(value.code);
  }
  return { codes, nameAt };
}

function judgePlace(reading: Reading, match: PlaceMatch, spokenOf: SpokenOf): Verdict {
  const { via, ambiguous } = match.value;
  if (!isCapitalised(reading.tokens[match.first])) return 'small-letters';
  if (isTechnical(reading, match)) return 'technical';
  if (via === 'city' && isNamesakeTown(reading, match)) return 'place/city';
  if (!ambiguous) return `place/${via}`;
  if (isBeforeItsCountry(reading, match, spokenOf)) return 'place/city';
  // Part of a longer capitalised name ("Florence Pugh") is not the city itself, unless a comma parts them.
  const before = reading.tokens[match.first - 1]?.key ?? '';
  const after = reading.tokens[match.end];
  if (isCapitalised(after) && after?.opensLine === false) return 'longer-name';
  if (!CITY_PREPOSITIONS.has(before)) return 'ambiguous-place';
  return 'place/city-ambiguous';
}

// "Birmingham" is in the United States where the text speaks of them and not of Britain.
function countryOf({ end, value }: PlaceMatch, { codes, nameAt }: SpokenOf): string {
  const { code, rival } = value;
  if (rival === null) return code;
  if (nameAt.get(end + 1) === rival) return rival;
  return codes.has(rival) && !codes.has(code) ? rival : code;
}

function isBeforeItsCountry(reading: Reading, { end, value }: PlaceMatch, { nameAt }: SpokenOf): boolean {
  if (reading.tokens[end]?.text !== ',') return false;
  const code = nameAt.get(end + 1);
  return code !== undefined && (code === value.code || code === value.rival);
}

// "Paris, Texas". Georgia behind a comma is the country for its own cities.
function isNamesakeTown(reading: Reading, { end, value }: PlaceMatch): boolean {
  if (value.code === 'US' || value.via !== 'city') return false;
  const state = stateAfter(reading, end);
  return state !== null && !(state.key === 'georgia' && value.code === 'GE');
}
