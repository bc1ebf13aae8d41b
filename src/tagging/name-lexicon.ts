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
  /** Verbs in the past or present tense of the third person, lower case. */
  readonly verbs: ReadonlySet<string>;
}

/** Endings that make a long unknown word a family name in some language: "Popović", "Tymoshenko", "Papadopoulos". */
const FAMILY_NAME_ENDING =
  /^.{2,}(?:ovic|evic|vich|vych|enko|chuk|czyk|ewski|owski|inski|ynski|sky|skaya|shvili|adze|oglu|escu|opoulos|akis|idis|sson|sdottir|stein|baum|feld|mann|witz|etti|elli|ucci|quez|guez|inez|andez|ndra|nathan|murthy|swamy|zadeh|nejad|pour|iyev|ayev|nikov|tsev|chev)$/;

/** True for a word that is, or ends like, a family name and is no word of the dictionary. */
export function isFamilyName(lexicon: NameLexicon, key: string): boolean {
  return lexicon.lastNames.has(key) || (FAMILY_NAME_ENDING.test(key) && !lexicon.commonWords.has(key));
}

const FIRST_NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName']);

/** Sorts the lexicons into names and common words. Takes some 30 ms: done once a tagger. */
export function loadNameLexicon(): NameLexicon {
  const firstNames = new Set<string>([...words.moreFirstNames, ...readNames(givenNames.names)]);
  const lastNames = new Set<string>(readNames(familyNames.names));
  const commonWords = new Set<string>();
  const verbs = new Set<string>();
  for (const [word, tags] of Object.entries(readLexicon())) {
    const tag = typeof tags === 'string' ? tags : tags[0];
    if (tag === undefined || word.includes(' ')) continue;
    if (FIRST_NAME_TAGS.has(tag)) firstNames.add(word);
    else if (tag === 'LastName') lastNames.add(word);
    else if (!NAME_LIKE_TAGS.has(tag)) commonWords.add(word);
    if (tag === 'PastTense' || tag === 'PresentTense') verbs.add(word);
  }
  return { firstNames, lastNames, commonWords, verbs };
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
