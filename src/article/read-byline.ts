import { cleanNames } from './clean-names.js';
import { foldText } from './fold-text.js';
import { AUTHOR_META } from './meta-names.js';
import type { PageSource } from './page-source.js';
import { findArticleObject, isObject, typesOf, type JsonObject } from './read-json-ld.js';
import { readShownNames } from './shown-names.js';
import { showsName } from './shows-name.js';

const MAX_AUTHORS = 30;

/** Newsrooms fill these in by hand, or on purpose. Others are filled in with whoever typed the page in. */
const NEWS_TYPE = /NewsArticle$|Reportage|LiveBlog/;

/**
 * Who wrote the article, as names. Order of trust: JSON-LD, `<meta>`, microdata and rel=author, links to an author's
 * page, elements named for an author, a line that begins with "By". Where nobody else is named, an outlet that declares
 * itself the author in JSON-LD or shows itself as such is the author.
 *
 * @param source - the page
 * @param siteNames - names of the site
 * @returns names in the order of the page; [] when the page names nobody
 */
export function readNames(source: PageSource, siteNames: readonly string[]): string[] {
  const withoutDomain = siteNames.map((name) => name.replace(/\.\w{2,6}(?:\.\w{2})?$/, ''));
  const sites = new Set(
    [...siteNames, ...withoutDomain].flatMap((name) => [foldText(name), foldText(name).replaceAll(' ', '')]),
  );
  const isSite = (name: string) => sites.has(name) || sites.has(name.replaceAll(' ', ''));
  const declared = declaredNames(source);
  const meta = AUTHOR_META.map((name) => [...(source.meta.get(name) ?? [])]);
  for (const raw of [declared, ...meta]) {
    const names = cleanNames(raw, isSite);
    if (names.length > 0) return names;
  }
  const { marked, linked, named, lines } = readShownNames(source.document);
  return (
    [marked, linked.slice(0, 1), named.slice(0, 1), lines.slice(0, 1)]
      .map((raw) => cleanNames(raw, isSite))
      .find((names) => names.length > 0) ??
    ownName([...declared, ...marked, ...linked.slice(0, 1), ...named.slice(0, 1)], isSite)
  );
}

/** The outlet's own name where it stands for the author: nothing else may stand beside it. */
function ownName(raw: readonly string[], isSite: (foldedName: string) => boolean): string[] {
  const own = raw.find((name) => isSite(foldText(name)));
  return own === undefined ? [] : [own.trim()];
}

/**
 * The authors in JSON-LD. Plugins write whoever typed the page in, as a person with an identifier in a graph: such an
 * account counts only where the page shows its name. Newsrooms' own types are believed.
 */
function declaredNames({ jsonLd, document }: PageSource): string[] {
  const article = findArticleObject(jsonLd);
  if (article === null) return [];
  const isNews = typesOf(article).some((type) => NEWS_TYPE.test(type));
  return [article.author ?? article.creator]
    .flat()
    .slice(0, MAX_AUTHORS)
    .flatMap((author) => {
      const names = namesOf(author, jsonLd);
      const isAccount = !isNews && isObject(author) && '@id' in author;
      return isAccount ? names.filter((name) => showsName(document, name)) : names;
    });
}

function namesOf(author: unknown, jsonLd: readonly JsonObject[]): string[] {
  if (typeof author === 'string') return [author];
  if (!isObject(author)) return [];
  const described = jsonLd.find((object) => object['@id'] === author['@id'] && 'name' in object);
  return [author.name ?? described?.name].flat().filter((part): part is string => typeof part === 'string');
}
