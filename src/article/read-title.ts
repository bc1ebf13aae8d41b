import { cleanLine } from './clean-text.js';
import { rawTextOf, walkElements, type Document } from './dom.js';
import { foldText } from './fold-text.js';
import { firstMeta, type PageSource } from './page-source.js';
import { PAGE_LIMITS } from './page-limits.js';
import { plainOfMarkup } from './plain-of-markup.js';
import type { Heading } from './read-headings.js';
import { findArticleObject, stringOf, typesOf, type JsonObject } from './read-json-ld.js';
import { stripBeyond, stripLastPart, stripSiteName } from './strip-site-name.js';

/** What a page calls its article. */
export interface PageTitle {
  readonly title: string | null;
  /** All carriers' titles, stripped: to recognise repetitions of the title in the body. */
  readonly titles: readonly string[];
}

/** What is read of a carrier: site names may follow a title of full length. */
const MAX_CARRIER_LENGTH = PAGE_LIMITS.maxTitleLength * 2;

/**
 * Each carrier votes for its wording. The h1 is what readers see, so two others must agree against it; `<title>` and
 * Twitter's are often shortened or written for search engines.
 */
const WEIGHTS = { heading: 2, openGraph: 1.3, headline: 1.3, twitter: 0.3, page: 0.4 } as const;
type CarrierName = keyof typeof WEIGHTS;

interface Carrier {
  readonly name: CarrierName;
  readonly text: string;
}

/**
 * Chooses among h1, JSON-LD headline, og:title, twitter:title and `<title>`, with site and section names taken off.
 *
 * @param source - the page
 * @param headings - its headings of the first level
 * @param siteNames - names of the site, to be taken off
 */
export function readTitle(
  source: PageSource,
  headings: readonly Heading[],
  siteNames: readonly string[],
): PageTitle {
  const article = findArticleObject(source.jsonLd);
  const declared = declaredTitles(source, article, siteNames);
  const heading = chooseHeading(headings, declared, siteNames);
  const written: Carrier[] = [
    ...(heading === null ? [] : [{ name: 'heading' as const, text: heading }]),
    ...declared,
  ];
  const wordings = written.filter(isBare).map((carrier) => carrier.text);
  const carriers = written.map((carrier) =>
    isBare(carrier) ? carrier : { name: carrier.name, text: stripBeyond(carrier.text, wordings) },
  );
  const title = (isNews(article) ? deskTitle(carriers) : null) ?? mostVoted(carriers);
  return {
    title: title === null ? null : title.slice(0, PAGE_LIMITS.maxTitleLength),
    titles: carriers.map((carrier) => carrier.text),
  };
}

/** Headings and headlines seldom carry a section or a site. */
function isBare({ name }: Carrier): boolean {
  return name === 'heading' || name === 'headline';
}

/** What the page's head says, stripped, the empty left out. */
function declaredTitles(
  { document, meta }: PageSource,
  article: JsonObject | null,
  siteNames: readonly string[],
): Carrier[] {
  const strip = (title: string | null | undefined) =>
    stripSiteName(cleanLine(plainOfMarkup((title ?? '').slice(0, MAX_CARRIER_LENGTH))), siteNames);
  const headline = (article === null ? null : stringOf(article, 'headline')) ?? firstMeta(meta, ['headline']);
  const carriers: Carrier[] = [
    { name: 'openGraph', text: strip(firstMeta(meta, ['og:title'])) },
    { name: 'headline', text: strip(headline) },
    {
      name: 'twitter',
      text: strip(firstMeta(meta, ['twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'title'])),
    },
    { name: 'page', text: stripLastPart(strip(documentTitle(document))) },
  ];
  return carriers.filter((carrier) => carrier.text !== '');
}

/**
 * The heading over the article. One that no other carrier confirms is a site's name, a section's or a slogan, unless it
 * is the only one and as long as a headline, on a page whose JSON-LD has none.
 */
function chooseHeading(
  headings: readonly Heading[],
  declared: readonly Carrier[],
  siteNames: readonly string[],
): string | null {
  const own = headings.filter((heading) => !heading.isHomeLink);
  const named = new Set(declared.map((carrier) => tight(carrier.text)));
  for (const { text, core } of own) {
    const wordings = [text, core].map((wording) => stripSiteName(wording, siteNames));
    const same = wordings.find((wording) => named.has(tight(wording)));
    if (same !== undefined) return same;
    const alike = wordings
      .reverse()
      .find((wording) => declared.some(({ text: other }) => agree(wording, other)));
    if (alike !== undefined) return alike;
  }
  const [first] = own;
  if (first === undefined) return null;
  const isHeadline =
    own.length === 1 &&
    !declared.some(({ name }) => name === 'headline') &&
    wordCount(first.core) >= MIN_HEADLINE_WORDS &&
    !isAboutSite(first.core, siteNames);
  return declared.length === 0 || isHeadline ? stripSiteName(first.core, siteNames) : null;
}

/** Names of sections and pages are shorter. */
const MIN_HEADLINE_WORDS = 4;

function isAboutSite(text: string, siteNames: readonly string[]): boolean {
  const folded = tight(text);
  return siteNames.some((name) => folded.startsWith(tight(name)) || folded.endsWith(tight(name)));
}

/** The wording with the most weight behind it, in the spelling with the most words; among equals the first. */
function mostVoted(carriers: readonly Carrier[]): string | null {
  const wordings = carriers.map(({ text }) => tight(text));
  const votes = wordings.map((wording) =>
    carriers.reduce((sum, { name }, at) => sum + (wordings[at] === wording ? WEIGHTS[name] : 0), 0),
  );
  const best = votes.indexOf(Math.max(...votes));
  const winner = carriers[best]?.text;
  if (winner === undefined) return null;
  return carriers
    .filter((_, at) => wordings[at] === wordings[best])
    .reduce((longest, { text }) => (wordCount(text) > wordCount(longest) ? text : longest), winner);
}

/** Types that newsrooms give their stories: https://schema.org/NewsArticle and its children, and live reports. */
const NEWS_TYPE = /(?:NewsArticle|LiveBlogPosting)$/;

function isNews(article: JsonObject | null): boolean {
  return article !== null && typesOf(article).some((type) => NEWS_TYPE.test(type));
}

/**
 * Content systems of newsrooms fill all carriers from one field, and let the desk write a second headline for those who
 * pass the story on. Where `<title>` is the JSON-LD headline, the second one was written by hand: the og:title where the
 * h1 is the common wording, the headline where og:title repeats the h1.
 *
 * @returns null when the carriers do not stand like this, or Twitter's takes neither's side
 */
function deskTitle(carriers: readonly Carrier[]): string | null {
  const textOf = (name: CarrierName) => carriers.find((carrier) => carrier.name === name)?.text ?? '';
  const of = (name: CarrierName) => tight(textOf(name));
  const [heading, openGraph, headline, twitter] = [
    of('heading'),
    of('openGraph'),
    of('headline'),
    of('twitter'),
  ];
  if (openGraph === '' || headline === '' || headline !== of('page')) return null;
  if (isLengthened(openGraph, headline)) return null;
  if (heading === headline && (twitter === '' || twitter.startsWith(openGraph))) return textOf('openGraph');
  return heading === openGraph && twitter === openGraph ? textOf('headline') : null;
}

/** The same, or with something added at an end: a section or a site. */
function isLengthened(text: string, original: string): boolean {
  return text.startsWith(original) || text.endsWith(original);
}

/** Letters and digits alone: spaces get lost between inline elements. */
function tight(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

function wordCount(text: string): number {
  return foldText(text).split(' ').length;
}

/** The same title, perhaps shortened or lengthened: most words of the shorter are in the longer. */
function agree(a: string, b: string): boolean {
  const [short, long] = [foldText(a).split(' '), foldText(b).split(' ')].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.join('').length < 4) return false;
  if (stripBeyond(b, [a]) === a && a !== b) return true;
  const words = new Set(long);
  const shared = short.filter((word) => words.has(word)).length;
  return shared >= short.length * 0.6 && short.length >= long.length * 0.4;
}

function documentTitle(document: Document): string | null {
  let title: string | null = null;
  walkElements(document, (element) => {
    if (element.name !== 'title') return element.name === 'body' ? 'skip' : undefined;
    const text = cleanLine(rawTextOf(element));
    if (text === '' || text.length >= MAX_CARRIER_LENGTH) return 'skip';
    title = text;
    return 'stop';
  });
  return title;
}
