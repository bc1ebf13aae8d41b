import { sortNames, type SortedNames } from './clean-names.js';
import { readDeclaredNames, type DeclaredNames } from './declared-names.js';
import { isElement, isText, type Document, type Element } from './dom.js';
import { foldText } from './fold-text.js';
import { wordsOfNames } from './junk-names.js';
import { HOUSE_WORDS } from './name-words.js';
import type { PageSource } from './page-source.js';
import { readShownNames } from './shown-names.js';

/**
 * Who wrote the article, as names. People go before houses; a name in the page's head counts when the page shows it to
 * its readers, or a news article says it: elsewhere it is mostly the account that published the page.
 *
 * @param source - the page
 * @param siteNames - names of the site, which are no people
 * @param headline - the article's heading, null when unknown
 * @returns names in the order of the page; [] when the page names nobody
 */
export function readNames(
  source: PageSource,
  siteNames: readonly string[],
  headline: Element | null,
): string[] {
  const isSite = siteTest(siteNames);
  const declared = readDeclaredNames(source).map((names) => ({ ...names, ...sortDeclared(names, isSite) }));
  const known = declared.find(
    ({ people, carrier }) => people.length > 0 && (carrier === 'news' || isShown(source.document, people)),
  );
  if (known !== undefined) return [...known.people, ...(known.carrier === 'news' ? known.beside : [])];
  for (const group of readShownNames(source.document, headline)) {
    const { people } = sortNames(group, isSite);
    if (people.length > 0) return [...people];
  }
  const house = declared.find(({ carrier, houses }) => carrier === 'news' && houses.length > 0);
  const hidden = declared.find(({ carrier, people }) => carrier === 'meta' && people.length > 0);
  return [...(house?.houses ?? hidden?.people ?? [])];
}

interface SortedDeclared extends SortedNames {
  /** Houses that sign together with people. */
  readonly beside: readonly string[];
}

function sortDeclared(
  { raw, organisations }: DeclaredNames,
  isSite: (name: string) => boolean,
): SortedDeclared {
  const written = raw.filter((name) => !organisations.has(name));
  const sorted = sortNames(written, isSite);
  const named = [...organisations].map((name) => name.trim()).filter((name) => name !== '');
  const houses = [...sorted.houses, ...named];
  return {
    people: sorted.people,
    houses,
    beside: houses.filter((name) => named.includes(name) || !isSite(foldText(name))),
  };
}

/** A blog named for its writer: two capitalised words that name no house. */
const PERSONAL_SITE = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u;
const ARTICLE_WORD = /^(?:the|a|der|die|das|le|la|les|el|los|il|lo|o|os|as|de|het)\s/i;
const MIN_LABEL = 5;

function siteTest(siteNames: readonly string[]): (foldedName: string) => boolean {
  const names = siteNames
    .filter(
      (name) => !(PERSONAL_SITE.test(name) && !ARTICLE_WORD.test(name) && !HOUSE_WORDS.test(foldText(name))),
    )
    .flatMap((name) => [foldText(name), foldText(name.replace(/\.\w{2,6}(?:\.\w{2})?$/, ''))]);
  const sites = new Set(
    names.filter((name) => name !== '').flatMap((name) => [name, name.replaceAll(' ', '')]),
  );
  const long = [...sites].filter((name) => name.length >= MIN_LABEL);
  return (name) =>
    sites.has(name) ||
    sites.has(name.replaceAll(' ', '')) ||
    long.some((site) => name.startsWith(`${site} `));
}

/** True when one of the names stands in the page's text. */
function isShown(document: Document, names: readonly string[]): boolean {
  const wanted = names.map((name) => name.toLowerCase());
  const search = (parent: Document | Element): boolean =>
    parent.children.some((child) => {
      if (isText(child)) {
        const text = child.data.toLowerCase();
        return wanted.some((name) => text.includes(name));
      }
      return isElement(child) && !isUnseen(child) && search(child);
    });
  return search(document);
}

function isUnseen(element: Element): boolean {
  if (/^(?:head|script|noscript)$/.test(element.name) || 'hidden' in element.attribs) return true;
  return /(?:^| )hidden(?= |$)/.test(wordsOfNames(element));
}
