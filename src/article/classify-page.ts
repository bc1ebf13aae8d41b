import type { PageKind } from '../model/article.js';
import { weighText } from './clean-text.js';
import * as address from './page-addresses.js';
import { firstMeta, type PageSource } from './page-source.js';
import * as wording from './page-wording.js';
import { findArticleObject, typesOf } from './read-json-ld.js';
import { readPageSigns, type PageSigns } from './read-page-signs.js';

/**
 * The limits below are weighed letters of the body that was found (see `weighText`). A page with more than its kind's
 * limit tells something whatever its frame looks like, and is an article: a false skip loses a story, while a missed one
 * costs a stored page without tags.
 */
const MAX_ERROR_TEXT = 600;
/** What stays below is never stored (`too_short`), so that weaker signs may name it. */
const MAX_NO_TEXT = 140;
/** The description under a film, a recording or pictures. */
const MAX_MEDIA_TEXT = 500;
const MAX_LOGIN_TEXT = 800;
const MAX_CHECK_TEXT = 600;
/** Lists of partners and purposes are long. */
const MAX_CONSENT_TEXT = 4_000;
/** A list's teasers and excerpts, where the address or the page itself names it a list. */
const MAX_LIST_TEXT = 2_500;
/** A site of one page, at the root of its host, says as much as this. */
const MAX_HOME_TEXT = 1_500;

/** Fewer pictures illustrate. */
const MIN_GALLERY_IMAGES = 4;
/** Articles end with some links to others. */
const MIN_LIST_TEASERS = 5;
/** With so many, a short address is enough. */
const MIN_SURE_TEASERS = 15;
/** Terms of consent that must occur where no heading says it. */
const MIN_CONSENT_TERMS = 3;

/** Everything that the kinds are told by. */
interface Evidence extends PageSigns {
  readonly text: string;
  readonly weight: number;
  readonly path: string;
  readonly query: URLSearchParams;
  /** JSON-LD types of the page, lower case. */
  readonly types: ReadonlySet<string>;
  readonly ogType: string;
  /** The page says that it is an article: a dated one in JSON-LD, or in Open Graph. */
  readonly isDeclared: boolean;
  readonly isNoindex: boolean;
}

/** The order matters: an error page may offer a search, a consent page is often served at the root. */
const KINDS: readonly (readonly [PageKind, (page: Evidence) => boolean])[] = [
  ['bot_check', isBotCheck],
  ['error', isError],
  ['consent', isConsent],
  ['login', isLogin],
  ['search', isSearch],
  ['home', isHome],
  ['video', isVideo],
  ['audio', isAudio],
  ['gallery', isGallery],
  ['section', isSection],
];

/**
 * Tells what a page is: an article unless there is good evidence for something else.
 *
 * @param source - the page
 * @param text - the body that was found; '' when there is none
 */
export function classifyPage(source: PageSource, text: string): PageKind {
  const weight = weighText(text);
  const { pathname: path, searchParams: query } = readAddress(source.url);
  // Most pages end here, before anything is counted.
  if (weight > MAX_CONSENT_TEXT && !address.HOME_PATH.test(path)) return 'article';
  const page: Evidence = {
    ...readPageSigns(source.document),
    text,
    weight,
    path,
    query,
    types: new Set(source.jsonLd.flatMap(typesOf).map((type) => type.toLowerCase())),
    ogType: firstMeta(source.meta, ['og:type'])?.toLowerCase() ?? '',
    isDeclared: isDeclaredArticle(source),
    isNoindex: /\b(?:noindex|none)\b/i.test(firstMeta(source.meta, ['robots', 'googlebot']) ?? ''),
  };
  return KINDS.find(([, isOfKind]) => isOfKind(page))?.[0] ?? 'article';
}

function readAddress(url: string): { pathname: string; searchParams: URLSearchParams } {
  return URL.canParse(url) ? new URL(url) : { pathname: '', searchParams: new URLSearchParams() };
}

const DATED_META = ['article:published_time', 'og:article:published_time', 'datepublished'];

function isDeclaredArticle({ jsonLd, meta }: PageSource): boolean {
  const object = findArticleObject(jsonLd);
  const isDated = firstMeta(meta, DATED_META) !== null;
  if (
    object !== null &&
    'datePublished' in object &&
    /Article|Posting|Report/.test(typesOf(object).join(' '))
  )
    return true;
  return isDated && /article/i.test(firstMeta(meta, ['og:type']) ?? 'article');
}

function isTitled(page: Evidence, pattern: RegExp): boolean {
  return page.titles.some((title) => pattern.test(title));
}

function isBotCheck(page: Evidence): boolean {
  return page.weight < MAX_CHECK_TEXT && !page.isDeclared && isTitled(page, wording.BOT_CHECK_TITLE);
}

function isError(page: Evidence): boolean {
  if (page.weight >= MAX_ERROR_TEXT || page.isDeclared) return false;
  return (
    page.titles.some(wording.saysError) ||
    (page.weight < MAX_NO_TEXT && page.headings.some(wording.saysError))
  );
}

function isConsent(page: Evidence): boolean {
  if (page.weight > MAX_CONSENT_TEXT || page.isDeclared) return false;
  const asks = page.buttons.some((label) => wording.CONSENT_BUTTON.test(label));
  if (isTitled(page, wording.CONSENT_TITLE) && (asks || page.weight < MAX_NO_TEXT)) return true;
  if (!asks) return false;
  const isHeaded = page.headings.some((heading) => wording.CONSENT_TITLE.test(heading));
  if (isHeaded && page.weight < MAX_NO_TEXT) return true;
  return wording.CONSENT_TERMS.filter((term) => term.test(page.text)).length >= MIN_CONSENT_TERMS;
}

function isLogin(page: Evidence): boolean {
  const isWall = page.weight < MAX_NO_TEXT && page.headings.some((line) => wording.WALL_HEADING.test(line));
  if (isWall) return true;
  if (page.isDeclared || page.weight > MAX_LOGIN_TEXT) return false;
  const isNamedSo = isTitled(page, wording.LOGIN_TITLE) || address.LOGIN_PATH.test(page.path);
  return isNamedSo && (page.passwordFields > 0 || page.weight < MAX_NO_TEXT);
}

function isSearch(page: Evidence): boolean {
  if (page.isDeclared || page.weight > MAX_LIST_TEXT) return false;
  if (page.types.has('searchresultspage')) return true;
  const isAsked =
    address.SEARCH_PATH.test(page.path) || address.SEARCH_PARAMETERS.some((name) => page.query.has(name));
  return isAsked && (isTitled(page, wording.SEARCH_TITLE) || page.isNoindex);
}

/** Feeds name it for withdrawn stories, and sites send there who asks for one. */
function isHome(page: Evidence): boolean {
  if (!address.HOME_PATH.test(page.path) || [...page.query.keys()].some(namesPage)) return false;
  return (page.weight < MAX_HOME_TEXT && !page.isDeclared) || page.teasers >= MIN_LIST_TEASERS;
}

/** Any parameter may name a page (`/?p=12`), but for the marks of campaigns. */
function namesPage(name: string): boolean {
  return !/^(?:utm_\w+|fbclid|gclid|ref|source|lang|hl)$/i.test(name);
}

function isVideo(page: Evidence): boolean {
  if (page.weight >= MAX_MEDIA_TEXT) return false;
  if (/^video\b/.test(page.ogType) && !page.isDeclared) return true;
  const hasFilm = page.types.has('videoobject') || page.players > 0;
  return (
    hasFilm && (address.VIDEO_PATH.test(page.path) || (page.types.has('videoobject') && !page.isDeclared))
  );
}

const AUDIO_TYPES = ['podcastepisode', 'radioepisode', 'audioobject', 'podcastseries', 'musicrecording'];

function isAudio(page: Evidence): boolean {
  if (page.weight >= MAX_MEDIA_TEXT) return false;
  if (/^music\b/.test(page.ogType)) return true;
  const hasSound = AUDIO_TYPES.some((type) => page.types.has(type)) || page.players > 0;
  return hasSound && (address.AUDIO_PATH.test(page.path) || (page.players === 0 && !page.isDeclared));
}

function isGallery(page: Evidence): boolean {
  if (page.weight >= MAX_MEDIA_TEXT || page.images < MIN_GALLERY_IMAGES) return false;
  return (
    page.types.has('imagegallery') || page.types.has('mediagallery') || address.GALLERY_PATH.test(page.path)
  );
}

function isSection(page: Evidence): boolean {
  if (page.isDeclared || page.weight > MAX_LIST_TEXT || page.teasers < MIN_LIST_TEASERS) return false;
  if (page.types.has('collectionpage')) return true;
  if (address.LIST_PATH.test(page.path) || address.NEXT_PAGES_PATH.test(page.path)) return true;
  const isShort = address.SHORT_PATH.test(page.path) && ![...page.query.keys()].some(namesPage);
  return isShort && page.teasers >= MIN_SURE_TEASERS;
}
