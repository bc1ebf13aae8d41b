import data from './gazetteer/languages.json' with { type: 'json' };
import type { Token } from './tokenise.js';

/** ISO 639-1 of the languages that are told apart; "other" for any script or language beside them. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'sv' | 'pl' | 'other';

/** The first words tell: news does not change its language. */
const MAX_WORDS_READ = 500;
/** Fewer words are a heading or a name, and are read like English. */
const MIN_WORDS = 8;
/** Running text has more than a quarter of function words; lists and tables have none. */
const MIN_SHARE = 0.1;
/** English shares words with its neighbours: another language must have that many times its count. */
const MIN_LEAD = 1.5;

const LANGUAGES_OF: ReadonlyMap<string, readonly Language[]> = readWords();

function readWords(): Map<string, Language[]> {
  const languages = new Map<string, Language[]>();
  const put = (language: Language, words: readonly string[]): void => {
    for (const word of words) languages.set(word, [...(languages.get(word) ?? []), language]);
  };
  put('en', data.english);
  for (const { language, words } of data.others) put(language as Language, words);
  return languages;
}

/**
 * Tells the language of a text by its function words. What cannot be told (lists, headings) counts as English, the
 * language of the rules.
 */
export function tellLanguage(tokens: readonly Token[]): Language {
  const counts = new Map<Language, number>();
  let words = 0;
  let foreignScript = 0;
  for (const token of tokens) {
    // Initials are no words.
    if (token.kind !== 'word' || (token.letterCase === 'capital' && token.text.length === 1)) continue;
    if (++words > MAX_WORDS_READ) break;
    if (isForeignScript(token.key)) foreignScript++;
    for (const language of LANGUAGES_OF.get(token.key) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  if (words < MIN_WORDS) return 'en';
  if (foreignScript * 2 > words) return 'other';
  let best: Language = 'en';
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  const count = counts.get(best) ?? 0;
  const isClear = count >= words * MIN_SHARE && count > (counts.get('en') ?? 0) * MIN_LEAD;
  return isClear ? best : 'en';
}

function isForeignScript(key: string): boolean {
  return key.charCodeAt(0) > 0x24f && !/^\p{Script=Latin}/u.test(key);
}
