import { attribute, walkElements } from './dom.js';
import { firstMeta, type PageSource } from './page-source.js';
import { findArticleObject, stringOf } from './read-json-ld.js';

/** Scripts that one language in the news is written in. */
const LANGUAGE_OF_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Han}/gu, 'zh'],
];
/** Letters beyond Latin: most pages have none, and need no counting. */
const OTHER_SCRIPTS = /[\u0370-\u1dff\u3040-\ud7ff]/;
const SAMPLE_LENGTH = 2_000;
/** A tenth of the letters in a script is more than names and quotes bring. */
const MIN_SCRIPT_SHARE = 0.1;

/**
 * The article's language: what its script alone decides, else what the page declares.
 *
 * @param source - the page
 * @param text - the article's text
 * @returns BCP 47 primary language subtag, lower case; null when nothing tells
 */
export function readLanguage(source: PageSource, text: string): string | null {
  const tag = declaredLanguageTags(source)
    .map(primarySubtag)
    .find((subtag) => subtag !== null);
  return languageOfScript(text) ?? tag ?? null;
}

/** The language tags that a page declares, as written, most trusted first. */
export function declaredLanguageTags({ document, meta, jsonLd }: PageSource): string[] {
  const article = findArticleObject(jsonLd);
  let htmlLang = '';
  walkElements(document, (element) => {
    if (element.name === 'html') htmlLang ||= attribute(element, 'lang') || attribute(element, 'xml:lang');
    return 'skip';
  });
  return [
    htmlLang,
    firstMeta(meta, ['content-language', 'language', 'dc.language', 'dcterms.language', 'inlanguage']) ?? '',
    (article === null ? null : stringOf(article, 'inLanguage')) ?? '',
    firstMeta(meta, ['og:locale']) ?? '',
  ].filter((tag) => tag !== '');
}

function primarySubtag(tag: string): string | null {
  return /^\s*([a-z]{2,3})(?:[-_,\s]|$)/i.exec(tag)?.[1]?.toLowerCase() ?? null;
}

function languageOfScript(text: string): string | null {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (!OTHER_SCRIPTS.test(sample)) return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 50) return null;
  for (const [script, language] of LANGUAGE_OF_SCRIPT) {
    if ((sample.match(script)?.length ?? 0) > letters * MIN_SCRIPT_SHARE) return language;
  }
  return null;
}
