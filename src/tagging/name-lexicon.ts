import nlp from 'compromise';

import familyNames from './gazetteer/family-names.json' with { type: 'json' };
import givenNames from './gazetteer/given-names.json' with { type: 'json' };
import words from './gazetteer/person-words.json' with { type: 'json' };

/** What a word may be, by the lexicon of compromise and the lists of names. */
export interface NameLexicon {
  /** Given names, lower case. */
  readonly firstNames: ReadonlySet<string>;
  /** Family names, lower case. */
  readonly lastNames: ReadonlySet<string>;
  /** Words of the dictionary that are no names, lower case. */
  readonly commonWords: ReadonlySet<string>;
  /** Verbs in the past tense, lower case. */
  readonly pastVerbs: ReadonlySet<string>;
}

const FIRST_NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName']);

/** Sorts the lexicons into names and common words. Takes some 30 ms: done once a tagger. */
export function loadNameLexicon(): NameLexicon {
  const firstNames = new Set<string>([...words.moreFirstNames, ...readNames(givenNames.names)]);
  const lastNames = new Set<string>(readNames(familyNames.names));
  const commonWords = new Set<string>();
  const pastVerbs = new Set<string>();
  for (const [word, tags] of Object.entries(readLexicon())) {
    const tag = typeof tags === 'string' ? tags : tags[0];
    if (tag === undefined || word.includes(' ')) continue;
    if (FIRST_NAME_TAGS.has(tag)) firstNames.add(word);
    else if (tag === 'LastName') lastNames.add(word);
    else if (!NAME_LIKE_TAGS.has(tag)) commonWords.add(word);
    if (tag === 'PastTense') pastVerbs.add(word);
  }
  return { firstNames, lastNames, commonWords, pastVerbs };
}

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

// One string of names for each initial letter.
function readNames(names: Readonly<Record<string, string>>): string[] {
  return Object.values(names).flatMap((list) => list.split(' '));
}

function readLexicon(): Record<string, string | readonly string[]> {
  const model = nlp.model() as { one?: { lexicon?: Record<string, string | readonly string[]> } };
  return model.one?.lexicon ?? {};
}
