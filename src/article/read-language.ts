import { detectLanguage, isDetectable, languagesOfScript } from '../language/detect-language.js';
import { attribute } from './dom.js';
import { primarySubtag } from './language-tag.js';
import { firstMeta, type PageSource } from './page-source.js';
import { findArticleObject, stringOf } from './read-json-ld.js';

/** How many times as frequent another language's words must be to speak against a declaration. */
const MIN_CONTRADICTION = 1.6;

/**
 * The article's language: what the page declares, unless the text is plainly in another; what the text tells when
 * nothing is declared. Languages that the detector does not know are believed when declared.
 *
 * @param source - the page
 * @param text - the article's text
 * @returns BCP 47 primary language subtag, lower case; `no` for Norwegian; null when nothing tells
 */
export function readLanguage(source: PageSource, text: string): string | null {
  const declared = declaredLanguageTags(source)
    .map(primarySubtag)
    .filter((subtag) => subtag !== null);
  const ofScript = languagesOfScript(text);
  if (ofScript[0] !== undefined) return declared.find((subtag) => ofScript.includes(subtag)) ?? ofScript[0];
  const [first] = declared;
  if (first !== undefined && !isDetectable(first)) return first;
  const { best, shareOf } = detectLanguage(text);
  if (first === undefined || best === null) return first ?? best;
  return shareOf(best) > shareOf(first) * MIN_CONTRADICTION ? best : first;
}

/** The language tags that a page declares, as written, most trusted first. */
export function declaredLanguageTags({ elementsNamed, meta, jsonLd }: PageSource): string[] {
  const article = findArticleObject(jsonLd);
  const [root] = elementsNamed('html');
  return [
    root === undefined ? '' : attribute(root, 'lang') || attribute(root, 'xml:lang'),
    firstMeta(meta, ['content-language', 'language', 'dc.language', 'dcterms.language', 'inlanguage']) ?? '',
    (article === null ? null : stringOf(article, 'inLanguage')) ?? '',
    firstMeta(meta, ['og:locale']) ?? '',
  ].filter((tag) => tag !== '');
}
