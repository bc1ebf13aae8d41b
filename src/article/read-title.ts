import { cleanLine } from './clean-text.js';
import { rawTextOf, type Element } from './dom.js';
import { foldText } from './fold-text.js';
import { firstMeta, type PageSource } from './page-source.js';
import { PAGE_LIMITS } from './page-limits.js';
import { plainOfMarkup } from './plain-of-markup.js';
import { findArticleObject, stringOf } from './read-json-ld.js';
import { stripLastPart, stripSiteName } from './strip-site-name.js';

/** What a page calls its article. */
export interface PageTitle {
  readonly title: string | null;
  /** All carriers' titles, stripped: to recognise repetitions of the title in the body. */
  readonly titles: readonly string[];
}

/** What is read of a carrier: site names may follow a title of full length. */
const MAX_CARRIER_LENGTH = PAGE_LIMITS.maxTitleLength * 2;
/** A page with more headings of the first order has none that is its title. */
const MAX_ELEMENTS = 50;

interface Carrier {
  readonly text: string;
  readonly weight: number;
}

/**
 * Each carrier votes for its wording. The h1 is what readers see, so two others must agree against it; `<title>` and
 * Twitter's are often shortened or written for search engines.
 */
const WEIGHTS = { heading: 2, openGraph: 1.3, headline: 1.3, twitter: 0.3, page: 0.4 } as const;

/**
 * Chooses among h1, JSON-LD headline, og:title, twitter:title and `<title>`, with site and section names taken off.
 *
 * @param source - the page
 * @param siteNames - names of the site, to be taken off
 */
export function readTitle(
  { elementsNamed, jsonLd, meta }: PageSource,
  siteNames: readonly string[],
): PageTitle {
  const article = findArticleObject(jsonLd);
  const strip = (title: string | null | undefined) =>
    stripSiteName(cleanLine(plainOfMarkup((title ?? '').slice(0, MAX_CARRIER_LENGTH))), siteNames);
  const named: Carrier[] = [
    { text: strip(firstMeta(meta, ['og:title'])), weight: WEIGHTS.openGraph },
    { text: strip(article === null ? null : stringOf(article, 'headline')), weight: WEIGHTS.headline },
    {
      text: strip(firstMeta(meta, ['twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'title'])),
      weight: WEIGHTS.twitter,
    },
    { text: stripLastPart(strip(textsOf(elementsNamed('title'))[0])), weight: WEIGHTS.page },
  ].filter((carrier) => carrier.text !== '');
  const headings = textsOf(elementsNamed('h1'))
    .map(strip)
    .filter((text) => text !== '');
  // A page without other carriers has only its h1; else one that nothing confirms is a site's name or a slogan.
  const heading = headings.find(
    (text) => named.length === 0 || named.some((carrier) => agree(text, carrier.text)),
  );
  const carriers = heading === undefined ? named : [{ text: heading, weight: WEIGHTS.heading }, ...named];
  const title = mostVoted(carriers);
  return {
    title: title === null ? null : title.slice(0, PAGE_LIMITS.maxTitleLength),
    titles: carriers.map((carrier) => carrier.text),
  };
}

/** The wording with the most weight behind it; among equals the first. */
function mostVoted(carriers: readonly Carrier[]): string | null {
  const votes = carriers.map(({ text }) => {
    const folded = foldText(text);
    return carriers.reduce((sum, other) => sum + (foldText(other.text) === folded ? other.weight : 0), 0);
  });
  return carriers[votes.indexOf(Math.max(...votes))]?.text ?? null;
}

/** The same title, perhaps shortened or lengthened: most words of the shorter are in the longer. */
function agree(a: string, b: string): boolean {
  const [short, long] = [foldText(a).split(' '), foldText(b).split(' ')].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.join('').length < 4) return false;
  const words = new Set(long);
  const shared = short.filter((word) => words.has(word)).length;
  return shared >= short.length * 0.6 && short.length >= long.length * 0.4;
}

function textsOf(elements: readonly Element[]): string[] {
  return elements
    .slice(0, MAX_ELEMENTS)
    .map((element) => cleanLine(rawTextOf(element)))
    .filter((text) => text !== '' && text.length < PAGE_LIMITS.maxTitleLength);
}
