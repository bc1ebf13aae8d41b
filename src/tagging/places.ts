import { listCapitals } from './country-names.js';
import placeData from './gazetteer/places.json' with { type: 'json' };
import type { PlaceEntry } from './gazetteer-entry.js';
import type { PlaceMention } from '../model/mention.js';
import { evidenceOf, isTaken, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import { isCapitalised } from './tokenise.js';
import { stateAfter } from './us-states.js';

const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'from',
  'near',
  'to',
  'outside',
  'of',
  'around',
  'across',
  'via',
]);

interface PlaceData {
  readonly name: string;
  readonly alias?: string;
  readonly code: string;
  readonly via: string;
  readonly ambiguous?: boolean;
}

/** Every form by which a text may name a place: capitals, large cities, regions and metonyms. */
export function listPlaceForms(): PlaceEntry[] {
  const byForm = new Map<string, PlaceEntry>();
  const places: readonly PlaceData[] = placeData.places;
  for (const place of places) {
    const form = place.alias ?? place.name;
    byForm.set(form, {
      type: 'place',
      code: place.code,
      name: place.name,
      via: place.via as PlaceEntry['via'],
      form,
      ambiguous: place.ambiguous ?? false,
    });
  }
  for (const { name, code } of listCapitals()) {
    if (byForm.has(name)) continue;
    // A capital of one short word ("Nice", "Male", "Victoria") is too often something else.
    const ambiguous = CAPITALS_ELSEWHERE.has(name);
    byForm.set(name, { type: 'place', code, name, via: 'city', form: name, ambiguous });
  }
  return [...byForm.values()];
}

const CAPITALS_ELSEWHERE = new Set([
  ...[
    'Victoria',
    'Hamilton',
    'Georgetown',
    'Kingston',
    'Stanley',
    'Nassau',
    'Douglas',
    'Malé',
    'Praia',
    'Roseau',
  ],
  ...[
    'Castries',
    'Kingstown',
    'Bridgetown',
    'Jamestown',
    'Plymouth',
    'Belmopan',
    'San Juan',
    'Wellington',
    'Gustavia',
  ],
  ...[
    'San Marino',
    'Monaco',
    'Singapore',
    'Gibraltar',
    'Luxembourg',
    'Djibouti',
    'Guatemala City',
    'City of San Marino',
  ],
  ...[
    'Port Louis',
    'Freetown',
    'Monrovia',
    'George Town',
    'The Valley',
    'Moroni',
    'Basseterre',
    'Alofi',
    'Apia',
  ],
]);

/**
 * Decides which places of the gazetteer the text speaks of.
 *
 * @param taken - 1 for tokens that already are countries or actors; places there are left out
 */
export function findPlaces(reading: Reading, taken: Uint8Array): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  const blocked = Uint8Array.from(taken);
  for (const match of longestFirst(reading)) {
    const entry = match.value;
    if (entry.type !== 'place' || isTaken(blocked, match)) continue;
    const rule = placeRule(reading, match, entry);
    if (rule === null) continue;
    blocked.fill(1, match.first, match.end);
    const { code, name, via } = entry;
    mentions.push({ ...spanOf(reading, match), code, name, via, ...evidenceOf(rule) });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function longestFirst(reading: Reading): Reading['matches'] {
  return reading.matches
    .filter((match) => match.value.type === 'place')
    .sort((a, b) => b.end - b.first - (a.end - a.first));
}

function placeRule(reading: Reading, range: TokenRange, entry: PlaceEntry): RuleName | null {
  const first = reading.tokens[range.first];
  if (!isCapitalised(first) || isTechnical(reading, range)) return null;
  if (entry.via === 'city' && entry.code !== 'US' && isNamesakeTown(reading, range.end, entry)) return null;
  // Part of a longer capitalised name ("Paris Hilton", "Berlin Wall") is not the city itself, unless a comma parts them.
  if (entry.ambiguous) {
    const before = reading.tokens[range.first - 1]?.key ?? '';
    const after = reading.tokens[range.end];
    if (!PLACE_PREPOSITIONS.has(before) || (isCapitalised(after) && after?.opensLine === false)) return null;
    return 'place/city-ambiguous';
  }
  return `place/${entry.via}`;
}

// "Paris, Texas". Georgia behind a comma is the country for its own cities.
function isNamesakeTown(reading: Reading, end: number, { code }: PlaceEntry): boolean {
  const state = stateAfter(reading, end);
  return state !== null && !(state.key === 'georgia' && code === 'GE');
}
