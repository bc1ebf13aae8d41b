import dictionary from './gazetteer/dictionary.json' with { type: 'json' };
import familyNames from './gazetteer/family-names.json' with { type: 'json' };
import givenNames from './gazetteer/given-names.json' with { type: 'json' };
import words from './gazetteer/person-words.json' with { type: 'json' };

/** What a word may be, by a dictionary of English and the lists of names. */
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

/** Reads the lists into sets. Takes some 15 ms: done once a tagger. */
export function loadNameLexicon(): NameLexicon {
  const verbs = readWords(dictionary.verbs);
  return {
    firstNames: new Set([
      ...words.moreFirstNames,
      ...readWords(givenNames.names),
      ...readWords(dictionary.givenNames),
    ]),
    lastNames: new Set([...readWords(familyNames.names), ...readWords(dictionary.familyNames)]),
    commonWords: new Set([...readWords(dictionary.otherWords), ...verbs]),
    verbs: new Set(verbs),
  };
}

// One string of words for each initial letter.
function readWords(lists: Readonly<Record<string, string>>): string[] {
  return Object.values(lists).flatMap((list) => list.split(' '));
}
