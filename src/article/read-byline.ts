import { cleanNames } from './clean-names.js';
import { attribute, walkElements, type Document, type Element } from './dom.js';
import { foldText } from './fold-text.js';
import { wordsOfNames } from './junk-names.js';
import { AUTHOR_META } from './meta-names.js';
import type { PageSource } from './page-source.js';
import { findArticleObject, isObject } from './read-json-ld.js';
import { shortTextOf } from './short-text.js';

const MARKED_AUTHOR = /\bauthor\b/i;
const BYLINE_NAME =
  /(?:^| )(?:byline|by line|author|authors|writer|autor|auteur|autore|article author|post author|entry author|contributor)(?: (?:name|names|link|text|title))?(?= |$)/;
/** Where other articles' authors stand. */
const ELSEWHERE_NAME =
  /(?:^| )(?:comments?|related|sidebar|recent|popular|latest|teasers?|widget|recommended|trending|more)(?= |$)/;
const ELSEWHERE_TAG = /^(?:aside|footer|nav|script)$/;
/** "By Ana Ruiz" alone on its line: two to four capitalised words, perhaps with what `cleanNames` takes off. */
const BYLINE_TEXT =
  /^(?:(?:(?:Written |Words |Posted )?[Bb]y|BY|Von|VON|Par|Por|Przez|Door)\s|(?:Text|Texte|Texto|Autor|Autorin|Author|Автор)\s?:\s?)\p{Lu}[\p{L}.'’-]{0,20}\s(?:de |von |van |der |al |bin ){0,2}\p{Lu}[\p{L}.'’-]{1,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,2}(?:$|\s?[,|•·–—(\d]|\s(?:and|und|et|y|e)\s)/u;
const MAX_BYLINE_LENGTH = 80;
const MAX_AUTHORS = 30;

/**
 * Who wrote the article, as names. Order of trust: JSON-LD, `<meta>`, microdata and rel=author, elements named for it,
 * a line that begins with "By".
 *
 * @param source - the page
 * @param siteNames - names of the site, which are no authors
 * @returns names in the order of the page; [] when the page names nobody
 */
export function readNames(source: PageSource, siteNames: readonly string[]): string[] {
  const sites = new Set(siteNames.flatMap((name) => [foldText(name), foldText(name).replaceAll(' ', '')]));
  const isSite = (name: string) => sites.has(name) || sites.has(name.replaceAll(' ', ''));
  const carriers: (() => string[])[] = [
    () => jsonNames(source),
    ...AUTHOR_META.map((name) => () => [...(source.meta.get(name) ?? [])]),
  ];
  for (const carrier of carriers) {
    const names = cleanNames(carrier(), isSite);
    if (names.length > 0) return names;
  }
  const { marked, named, lines } = shownNames(source.document);
  return (
    [marked, named.slice(0, 1), lines.slice(0, 1)]
      .map((raw) => cleanNames(raw, isSite))
      .find((names) => names.length > 0) ?? []
  );
}

function jsonNames({ jsonLd }: PageSource): string[] {
  const article = findArticleObject(jsonLd);
  if (article === null) return [];
  return [article.author ?? article.creator]
    .flat()
    .slice(0, MAX_AUTHORS)
    .flatMap((author): string[] => {
      if (typeof author === 'string') return [author];
      if (!isObject(author)) return [];
      const described = jsonLd.find((object) => object['@id'] === author['@id'] && 'name' in object);
      return [author.name ?? described?.name]
        .flat()
        .filter((part): part is string => typeof part === 'string');
    });
}

function isMarkedAuthor(element: Element): boolean {
  const { itemprop = '', rel = '', property = '' } = element.attribs;
  return MARKED_AUTHOR.test(itemprop) || MARKED_AUTHOR.test(rel) || MARKED_AUTHOR.test(property);
}

function isBylineText(element: Element): boolean {
  if (!/^(?:p|span|div|address|h[3-6]|em|strong|small|b|i)$/.test(element.name)) return false;
  const text = shortTextOf(element, MAX_BYLINE_LENGTH);
  return text !== null && BYLINE_TEXT.test(text);
}

/** Names shown on the page, by how they are shown: marked up as authors, in an element named for it, after "By". */
function shownNames(document: Document): { marked: string[]; named: string[]; lines: string[] } {
  const shown = { marked: [] as string[], named: [] as string[], lines: [] as string[] };
  walkElements(document, (element) => {
    if (ELSEWHERE_TAG.test(element.name)) return 'skip';
    if (element.name === 'html' || element.name === 'body' || element.name === 'head') return undefined;
    const words = wordsOfNames(element);
    if (ELSEWHERE_NAME.test(words)) return 'skip';
    if (isMarkedAuthor(element)) {
      shown.marked.push(nameWithin(element));
      return 'skip';
    }
    if (shown.named.length === 0 && BYLINE_NAME.test(words))
      shown.named.push(...nonEmpty(nameWithin(element)));
    if (shown.lines.length === 0 && isBylineText(element)) shown.lines.push(...nonEmpty(nameWithin(element)));
    return undefined;
  });
  return shown;
}

function nonEmpty(text: string): string[] {
  return text === '' ? [] : [text];
}

/** The name inside an author element: its own `name` property, else its links' texts, else its text. */
function nameWithin(element: Element): string {
  const named: string[] = [];
  const linked: string[] = [];
  walkElements(element, (child) => {
    const text = shortTextOf(child, MAX_BYLINE_LENGTH) ?? '';
    if (/\bname\b/.test(attribute(child, 'itemprop')))
      named.push(text !== '' ? text : attribute(child, 'content'));
    else if (child.name === 'a' && text !== '') linked.push(text);
    return undefined;
  });
  const whole = shortTextOf(element, 200) ?? '';
  const inner = named[0] ?? (linked.length > 0 && linked.length < 4 ? linked.join(', ') : undefined);
  return inner !== undefined && inner !== '' ? inner : whole !== '' ? whole : attribute(element, 'content');
}
