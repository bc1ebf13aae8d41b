import { listCapitals } from './country-names.js';
import cityData from './gazetteer/cities.json' with { type: 'json' };
import placeData from './gazetteer/places.json' with { type: 'json' };
import type { PlaceEntry } from './gazetteer-entry.js';
import { foldWord } from './tokenise.js';

const DOUBTFUL_CAPITALS: ReadonlySet<string> = new Set(placeData.doubtfulCapitals);

interface PlaceData {
  readonly name: string;
  readonly alias?: string;
  readonly code: string;
  readonly via: string;
  readonly ambiguous?: boolean;
  readonly rival?: string;
}

/**
 * Every form by which a text may name a place: regions, metonyms and cities written by hand, capitals by the package
 * world-countries, cities of 100,000 people and more by GeoNames. What comes first wins.
 */
export function listPlaceForms(): PlaceEntry[] {
  const byForm = new Map<string, PlaceEntry>();
  const put = (entry: Omit<PlaceEntry, 'type'>): void => {
    const key = foldWord(entry.form);
    if (!byForm.has(key)) byForm.set(key, { type: 'place', ...entry });
  };
  const places: readonly PlaceData[] = placeData.places;
  for (const { name, alias = name, code, via, ambiguous = false, rival = null } of places)
    put({ code, name, via: via as PlaceEntry['via'], form: alias, ambiguous, rival });
  for (const { name, code } of listCapitals())
    put({ code, name, via: 'city', form: name, ambiguous: DOUBTFUL_CAPITALS.has(name), rival: null });
  for (const [code, names] of Object.entries(cityData.cities)) {
    for (const marked of names) {
      const [name = marked, rival] = marked.split('~');
      put({
        code,
        name,
        via: 'city',
        form: name,
        ambiguous: rival !== undefined,
        rival: rival === '' ? null : (rival ?? null),
      });
    }
  }
  return [...byForm.values()];
}
