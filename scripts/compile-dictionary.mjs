// Compiles src/tagging/gazetteer/dictionary.json from the lexicon of compromise (MIT). The tagger asks only whether a
// word is a verb, another word or a name; loading compromise for that took more than half of its start-up time. To
// compile it anew, after an update of the package:
//
//   node scripts/compile-dictionary.mjs
import { writeFileSync } from 'node:fs';

import nlp from 'compromise/two';

const GIVEN_NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName']);
/** Words that stand for somebody, a body or a place alone: neither words of the dictionary nor names to go by. */
const NAME_LIKE_TAGS = new Set([
  'Person',
  'Place',
  'City',
  'Country',
  'Region',
  'Organization',
  'ProperNoun',
  'SportsTeam',
]);
const VERB_TAGS = new Set(['PastTense', 'PresentTense']);

const kinds = { verbs: [], otherWords: [], givenNames: [], familyNames: [] };
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  const [tag] = [tags].flat();
  if (tag === undefined || word.includes(' ')) continue;
  if (GIVEN_NAME_TAGS.has(tag)) kinds.givenNames.push(word);
  else if (tag === 'LastName') kinds.familyNames.push(word);
  else if (VERB_TAGS.has(tag)) kinds.verbs.push(word);
  else if (!NAME_LIKE_TAGS.has(tag)) kinds.otherWords.push(word);
}

const provenance =
  `The lexicon of compromise ${nlp.version} (MIT, Copyright Spencer Kelly), compiled by scripts/compile-dictionary.mjs: ` +
  'single words, lower case. "verbs" are in the past tense or the third person of the present, "otherWords" all that is no name.';
const body = Object.entries(kinds).map(
  ([kind, words]) => `  "${kind}": {\n${byInitial(words).join(',\n')}\n  }`,
);
writeFileSync(
  new URL('../src/tagging/gazetteer/dictionary.json', import.meta.url),
  `{\n  "provenance": ${JSON.stringify(provenance)},\n${body.join(',\n')}\n}\n`,
);
process.stdout.write(`${Object.values(kinds).flat().length} words\n`);

// One string for each initial letter: quick to load, and a change shows in few lines.
function byInitial(words) {
  const lists = new Map();
  for (const word of words.toSorted()) {
    const initial = /^[a-z]/.exec(word)?.[0] ?? 'other';
    lists.set(initial, [...(lists.get(initial) ?? []), word]);
  }
  return [...lists].map(
    ([initial, list]) => `    ${JSON.stringify(initial)}: ${JSON.stringify(list.join(' '))}`,
  );
}
