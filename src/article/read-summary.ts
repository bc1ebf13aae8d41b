import { weighText } from './clean-text.js';
import { foldText } from './fold-text.js';
import { firstMeta, type PageSource } from './page-source.js';
import { PAGE_LIMITS } from './page-limits.js';
import { plainOfMarkup } from './plain-of-markup.js';
import { findArticleObject, stringOf, typesOf } from './read-json-ld.js';

/** A shorter line is a slogan or a leftover. */
const MIN_WEIGHT = 10;
/** The end that a system puts where it cut a text: the cut is left to be seen, the invitation goes. */
const READ_MORE =
  /(?:\s?[[(]?(?:…|\.{3})[\])]?)?\s?(?:[-–|»>]\s?)?(?:read (?:more|on|the full (?:story|article))|continue reading|learn more|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leia mais|continua a leggere|lees (?:meer|verder)|läs mer|czytaj (?:więcej|dalej)|читать (?:далее|дальше)|devamını oku)(?:\s[“„«"][^”“»"]{1,200}[”“»"])?[\s.…»>→]{0,5}$/iu;
const BRACKETED_DOTS = /\s?[[(](?:…|\.{3})[\])]$/u;
const SITE_TYPE = /(?:WebSite|Organization|Organisation|NewsMediaOrganization|Corporation)$/;

/**
 * What the page says its article is about, in a sentence or two: og:description, description, twitter:description,
 * Dublin Core, JSON-LD. What only repeats the title, names the site or describes the site is passed over.
 *
 * @param source - the page
 * @param known - the page's titles and the site's names, which are no summary
 */
export function readSummary({ meta, jsonLd }: PageSource, known: readonly string[]): string | null {
  const article = findArticleObject(jsonLd);
  const ofSite = jsonLd
    .filter((object) => typesOf(object).some((type) => SITE_TYPE.test(type)))
    .map((object) => stringOf(object, 'description') ?? '');
  const nothingNew = new Set([...known, ...ofSite].map(foldText));
  const names = [
    'og:description',
    'description',
    'twitter:description',
    'dc.description',
    'dcterms.abstract',
  ];
  const carried = [
    ...names.map((name) => firstMeta(meta, [name])),
    article === null ? null : stringOf(article, 'description'),
    article === null ? null : stringOf(article, 'abstract'),
  ];
  for (const text of carried) {
    const summary = cleanSummary(text ?? '');
    if (weighText(summary) >= MIN_WEIGHT && !nothingNew.has(foldText(summary))) return summary;
  }
  return null;
}

function cleanSummary(text: string): string {
  return plainOfMarkup(text.slice(0, PAGE_LIMITS.maxSummaryLength * 2))
    .replace(READ_MORE, '…')
    .replace(BRACKETED_DOTS, '…')
    .slice(0, PAGE_LIMITS.maxSummaryLength)
    .trim()
    .replace(/^…$/, '');
}
