import type { ActorKind } from '../model/mention.js';
import type { AliasMode } from './actor-catalogue.js';
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import threatWords from './gazetteer/threat-actor-words.json' with { type: 'json' };
import type { NameLexicon } from './name-lexicon.js';
import { phraseKey } from './token-trie.js';

/** A name this short is an acronym of many things. */
const MAX_SHORT_LENGTH = 4;

const { crew, cues, topic, notNames } = threatWords;

/** Words that every report is made of. */
const VOCABULARY: ReadonlySet<string> = new Set([
  ...organisationWords.notNames,
  ...[cues, topic, notNames, crew.nouns, crew.malware, crew.modifiers].flat(),
]);

/** What is known of words, to judge a name by. */
export interface WordKnowledge {
  readonly lexicon: NameLexicon;
  /** Keys (see `phraseKey`) of names of countries, places and of the built-in organisations and persons. */
  readonly otherNames: ReadonlySet<string>;
}

/** A name of an imported actor, with what decides how it must stand in a text. */
export interface ImportedName {
  readonly name: string;
  readonly kind: ActorKind;
  readonly sharesNameWithMalware: boolean;
}

/**
 * Says how an imported name must stand in a text to count. Files don't say which of their names are words: a name in
 * small letters, a short one, and one that a dictionary or gazetteer knows otherwise need context.
 *
 * @returns null for a name that no context could tell from what it usually means: a country's, or a word of reports
 */
export function modeOfImportedName(imported: ImportedName, knowledge: WordKnowledge): AliasMode | null {
  const { name, kind, sharesNameWithMalware } = imported;
  const { lexicon, otherNames } = knowledge;
  const key = phraseKey(name);
  if (isScheme(name)) return 'any';
  const isLower = name === name.toLowerCase();
  const isKnownWord = isWord(key, lexicon);
  if (VOCABULARY.has(key) || (isLower && isKnownWord)) return null;
  if (otherNames.has(key)) return kind === 'threat-actor' ? null : 'needs-context';
  if (isLower) return 'needs-context';
  if (sharesNameWithMalware) return 'shared-with-malware';
  if (key.includes(' ')) {
    return kind === 'threat-actor' && isKnownWord ? 'needs-context' : 'exact-case';
  }
  const isPlain = !/\d|\p{Ll}\p{Lu}/u.test(name);
  return name.length <= MAX_SHORT_LENGTH || (isPlain && isKnownWord) ? 'needs-context' : 'exact-case';
}

// "UNC2452", "CL-STA-0043".
function isScheme(name: string): boolean {
  return name.length > MAX_SHORT_LENGTH && /^\p{Lu}{2,}[\p{Lu}-]{0,12}[- ]?\d{2,5}$/u.test(name);
}

// True when the name means something already: words of the dictionary as they stand or in a form of it ("hackers",
// "hacking"), a given name alone or before others. "Gloomy Otter" means nothing else, though Otter is a family name.
function isWord(key: string, lexicon: NameLexicon): boolean {
  const words = key.split(' ');
  const isKnown = (word: string, lists: readonly ReadonlySet<string>[]): boolean =>
    formsOf(word).some((form) => lists.some((list) => list.has(form)));
  const { commonWords, firstNames, lastNames } = lexicon;
  const [first = '', ...others] = words;
  if (others.length === 0) return isKnown(first, [commonWords, firstNames, lastNames]);
  if (words.every((word) => isKnown(word, [commonWords]))) return true;
  return firstNames.has(first) && others.every((word) => isKnown(word, [firstNames, lastNames]));
}

function formsOf(word: string): string[] {
  const stem = word.replace(/(?:s|ers?|ing|ed)$/, '');
  return [word, stem, `${stem}e`];
}
