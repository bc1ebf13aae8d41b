import { sortNames, type SortedNames } from './clean-names.js';
import { readDeclaredNames, type DeclaredNames } from './declared-names.js';
import { isElement, isText, type Document, type Element } from './dom.js';
import { foldText } from './fold-text.js';
import { wordsOfNames } from './junk-names.js';
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
  const shown: SortedNames[] = [];
  for (const group of readShownNames(source.document, headline)) {
    const names = sortNames(group, isSite);
    if (names.people.length > 0) return [...names.people];
    shown.push(names);
  }
  const house = declared.find(({ carrier, houses }) => carrier === 'news' && houses.length > 0)?.houses;
  const desk = [...declared, ...shown].find(
    ({ desks }) => desks.length > 0 && isShown(source.document, desks),
  )?.desks;
  const hidden = declared.find(({ carrier, people }) => carrier === 'meta' && people.length > 0)?.people;
  return [...(house ?? desk ?? hidden ?? [])];
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
    ...sorted,
    houses,
    beside: houses.filter(
      (name) => sorted.desks.includes(name) || (named.includes(name) && isSite(foldText(name))),
    ),
  };
}

/** A blog is named for its writer: two words that name no house. */
const PERSONAL = /^\p{L}{2,} \p{L}{2,}$/u;
const ARTICLE_WORD = /^(?:the|a|der|die|das|le|la|les|el|los|il|lo|o|os|as|de|het) /;
/** Shorter labels of a host name are words too. */
const MIN_LABEL = 5;

/** On these a label is the name of a blog's writer. */
const BLOG_HOST =
  /\.(?:wordpress|blogspot|blogger|tumblr|substack|medium|typepad|livejournal|over-blog|canalblog|hatenablog|github|wixsite)\.[a-z.]+$/;

function siteTest(siteNames: readonly string[]): (foldedName: string) => boolean {
  const names = siteNames.flatMap((name) => [name, name.replace(/\.\w{2,6}(?:\.\w{2})?$/, '')]).map(foldText);
  const hosts = siteNames.filter((name) => /^\S+\.\w+$/.test(name));
  const labels = hosts.filter((host) => !BLOG_HOST.test(host)).flatMap((host) => host.split('.'));
  const sites = new Set(
    [...names, ...labels.filter((label) => label.length >= MIN_LABEL).map(foldText)]
      .filter((name) => name !== '')
      .flatMap((name) => [name, name.replaceAll(' ', '')]),
  );
  const long = names.filter((name) => name.length >= MIN_LABEL);
  const hostNames = new Set(hosts.map(foldText));
  const isPersonal = (name: string) =>
    PERSONAL.test(name) && !ARTICLE_WORD.test(name) && !hostNames.has(name);
  return (name) =>
    (!isPersonal(name) && (sites.has(name) || sites.has(name.replaceAll(' ', '')))) ||
    long.some((site) => name.startsWith(`${site} `));
}

/** True when one of the names stands in the page's text. */
function isShown(document: Document, names: readonly string[]): boolean {
  const wanted = names.map((name) => name.toLowerCase());
  const search = (parent: Document | Element): boolean =>
    parent.children.some((child) => {
      if (isText(child)) {
        const text = child.data.toLowerCase();
        return wanted.some((name) => holdsWord(text, name));
      }
      return isElement(child) && !isUnseen(child) && search(child);
    });
  return search(document);
}

const UNSEEN_TAGS = new Set(['head', 'script', 'noscript']);
const HIDDEN = /hidden/i;

function isUnseen(element: Element): boolean {
  if (UNSEEN_TAGS.has(element.name) || 'hidden' in element.attribs) return true;
  const { class: className = '', id = '' } = element.attribs;
  const isHinted = HIDDEN.test(className) || HIDDEN.test(id);
  return isHinted && /(?:^| )hidden(?= |$)/.test(wordsOfNames(element));
}

/** "ana" is in "by ana ruiz", not in "banana". */
function holdsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !LETTER.test(text.slice(at - 1, at)) && !LETTER.test(text.charAt(at + word.length));
}

const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u;
