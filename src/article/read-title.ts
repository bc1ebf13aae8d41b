import { cleanLine } from './clean-text.js';
import { rawTextOf, type Element } from './dom.js';
import { foldText } from './fold-text.js';
import { firstMeta, type PageSource } from './page-source.js';
import { PAGE_LIMITS } from './page-limits.js';
import { plainOfMarkup } from './plain-of-markup.js';
import { findArticleObject, stringOf, typesOf, type JsonObject } from './read-json-ld.js';
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

/** What may hold the title: h1, og:title, JSON-LD `headline`, Twitter's and other `<meta>`, `<title>`. */
const CARRIERS = ['heading', 'openGraph', 'headline', 'twitter', 'page'] as const;
type Carrier = (typeof CARRIERS)[number];
/** '' for a carrier that the page has not. */
type Wordings = Readonly<Record<Carrier, string>>;
type Weights = Readonly<Record<Carrier, number>>;

/**
 * Each carrier votes for its wording. The h1 is what readers see, so two others must agree against it; `<title>` and
 * Twitter's are often shortened or written for search engines.
 */
const WEIGHTS: Weights = { heading: 2, openGraph: 1.3, headline: 1.3, twitter: 0.3, page: 0.4 };
/** Newsrooms write JSON-LD's headline with care: with `<title>` beside it, it outweighs an h1 written for the page. */
const NEWS_WEIGHTS: Weights = { heading: 2, openGraph: 1.3, headline: 2.3, twitter: 0.1, page: 1.2 };

/**
 * Chooses among h1, JSON-LD headline, og:title, twitter:title and `<title>`, with site and section names taken off.
 *
 * @param source - the page
 * @param siteNames - names of the site, to be taken off
 */
export function readTitle(source: PageSource, siteNames: readonly string[]): PageTitle {
  const article = findArticleObject(source.jsonLd);
  const wordings = withoutSections(readWordings(source, article, siteNames));
  const isNews = article !== null && typesOf(article).some((type) => type.endsWith('NewsArticle'));
  const title =
    (isNews ? writtenApart(wordings) : null) ?? mostVoted(wordings, isNews ? NEWS_WEIGHTS : WEIGHTS);
  return {
    title: title === '' ? null : title.slice(0, PAGE_LIMITS.maxTitleLength),
    titles: Object.values(wordings).filter((text) => text !== ''),
  };
}

function readWordings(
  { elementsNamed, meta }: PageSource,
  article: JsonObject | null,
  siteNames: readonly string[],
): Wordings {
  const strip = (title: string | null | undefined) =>
    stripSiteName(cleanLine(plainOfMarkup((title ?? '').slice(0, MAX_CARRIER_LENGTH))), siteNames);
  const named = {
    openGraph: strip(firstMeta(meta, ['og:title'])),
    headline: strip(article === null ? null : stringOf(article, 'headline')),
    twitter: strip(
      firstMeta(meta, ['twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'title']),
    ),
    page: stripLastPart(strip(textsOf(elementsNamed('title'))[0])),
  };
  const others = Object.values(named).filter((text) => text !== '');
  // A page without other carriers has only its h1; else one that nothing confirms is a site's name or a slogan.
  const heading = textsOf(elementsNamed('h1'))
    .map(strip)
    .find((text) => text !== '' && (others.length === 0 || others.some((other) => agree(text, other))));
  return { heading: heading ?? '', ...named };
}

/** A section's name behind a title ("Council adopts budget-Politics") is one that another carrier does without. */
const SECTION_BEHIND = /^\s?[-|–—·»/]\s?[\p{L}\p{N}&]{1,20}(?:\s[\p{L}\p{N}&]{1,20})?$/u;

function withoutSections(wordings: Wordings): Wordings {
  const texts = Object.values(wordings).filter((text) => text !== '');
  const bare = (text: string) =>
    texts.find(
      (other) =>
        other.length < text.length && text.startsWith(other) && SECTION_BEHIND.test(text.slice(other.length)),
    ) ?? text;
  return mapWordings(wordings, bare);
}

function mapWordings(wordings: Wordings, change: (text: string) => string): Wordings {
  const { heading, openGraph, headline, twitter, page } = wordings;
  return {
    heading: change(heading),
    openGraph: change(openGraph),
    headline: change(headline),
    twitter: change(twitter),
    page: change(page),
  };
}

/**
 * On a news page where h1, headline and `<title>` are filled from one field, an og:title that differs was written by
 * hand: the headline as it is to stand outside of its page.
 */
function writtenApart({ heading, openGraph, headline, twitter, page }: Wordings): string | null {
  const [own, apart] = [foldText(heading), foldText(openGraph)];
  const isOneField = own === foldText(page) && (headline === '' || foldText(headline) === own);
  const isBacked = twitter === '' || foldText(twitter) === apart;
  return own !== '' && apart !== '' && own !== apart && isOneField && isBacked ? openGraph : null;
}

/** The wording with the most weight behind it; among equals the first; '' when there is none. */
function mostVoted(wordings: Wordings, weights: Weights): string {
  const folded = CARRIERS.map((carrier) => foldText(wordings[carrier]));
  const votes = CARRIERS.map((carrier, index) =>
    wordings[carrier] === ''
      ? 0
      : CARRIERS.reduce((sum, other, at) => sum + (folded[at] === folded[index] ? weights[other] : 0), 0),
  );
  const best = CARRIERS[votes.indexOf(Math.max(...votes))];
  return best === undefined ? '' : wordings[best];
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
