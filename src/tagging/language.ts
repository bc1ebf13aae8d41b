import data from './gazetteer/languages.json' with { type: 'json' };
import type { Token } from './tokenise.js';

/** ISO 639-1 of the languages that are told apart; "other" for any script or language beside them. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'sv' | 'pl' | 'other';

/** The first words tell: news does not change its language. */
const MAX_WORDS_READ = 2_000;
/** Fewer words are a heading or a name, and are read like English. */
const MIN_WORDS = 8;
/** Running text has more than a quarter of function words; lists and tables have none. */
const MIN_SHARE = 0.1;
/** English shares words with its neighbours: another language must have that many times its count. */
const MIN_LEAD = 1.5;

const WORDS: readonly (readonly [Language, ReadonlySet<string>])[] = [
  ['en', new Set(data.english)],
  ...data.others.map(({ language, words }) => [language as Language, new Set(words)] as const),
];

/**
 * Tells the language of a text by its function words. What cannot be told (lists, headings) counts as English, the
 * language of the rules.
 */
export function tellLanguage(tokens: readonly Token[]): Language {
  const counts = new Map<Language, number>();
  let words = 0;
  let foreignScript = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    if (++words > MAX_WORDS_READ) break;
    if (isForeignScript(token.key)) foreignScript++;
    else
      for (const [language, set] of WORDS)
        if (set.has(token.key)) counts.set(language, (counts.get(language) ?? 0) + 1);
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
