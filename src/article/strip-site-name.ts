import { foldText } from './fold-text.js';

/** What stands between a title and the name of its section or site. */
const SEPARATOR = /\s+(?:[-|–—·•»«<>/\\~@]|::?)\s+|\s*[|｜ㅣ│»«›‹]\s*/u;
const SEPARATOR_AT_END = /^[\s|｜ㅣ│–—·•»«›‹:：<>/\\~@-]+|[\s|｜ㅣ│–—·•»«›‹:：<>/\\~@-]+$/gu;
/** The mark before or after a name that was found at the end or the start of a title. */
const MARK_BEFORE = /[|｜ㅣ│–—·•»«›‹:：<>/\\~@-]\s*$/u;
const MARK_AFTER = /^\s*[|｜ㅣ│»«›‹]|^\s+[–—·•:<>/\\~-]\s/u;

/** A part of this many letters that begins or ends with the site's name is about the site ("NewsHub Africa"). */
const MAX_SITE_PART = 50;
/** Shorter names are words too ("Sun"): they must stand alone. */
const MIN_NAME_IN_PART = 5;
/** Written together, as domains are, a name of this many letters is none by chance. */
const MIN_TIGHT_NAME = 8;

/**
 * Takes the name of the site off the end or the start of a title, with section names beyond it.
 *
 * @param title - one line
 * @param siteNames - names of the site; domain endings are ignored ("example.org" takes off "Example")
 * @returns the title itself when it holds no site name, or nothing else
 */
export function stripSiteName(title: string, siteNames: readonly string[]): string {
  const whole = stripWholeName(title, siteNames);
  if (whole !== title) return whole;
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const isSite = siteTest(siteNames);
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  let rest = title;
  if (isSite(last)) rest = title.slice(0, title.length - last.length);
  else if (isSite(first)) rest = title.slice(first.length);
  rest = rest.replace(SEPARATOR_AT_END, '');
  return rest === '' ? title : rest;
}

/** The same for a name that holds separators itself ("Harbour Times | News from the coast"). */
function stripWholeName(title: string, siteNames: readonly string[]): string {
  const lower = levelled(title);
  if (lower.length !== title.length) return title;
  for (const name of siteNames) {
    const site = levelled(name);
    if (site.length !== name.length || site.length < MIN_NAME_IN_PART - 1 || site.length >= lower.length)
      continue;
    const before = title.slice(0, title.length - name.length);
    if (lower.endsWith(site) && MARK_BEFORE.test(before)) return before.replace(SEPARATOR_AT_END, '');
    const after = title.slice(name.length);
    if (lower.startsWith(site) && MARK_AFTER.test(after)) return after.replace(SEPARATOR_AT_END, '');
  }
  return title;
}

/** Lower case, dashes alike; few letters change their length with their case. */
function levelled(text: string): string {
  return text.toLowerCase().replace(/[–—]/g, '-');
}

/**
 * Takes off what follows one of the page's other wordings behind a mark: a section, a date, a site that is named nowhere
 * ("Ferry sinks - Coast | Harbour Times" is "Ferry sinks" where the heading says so).
 *
 * @param title - one line
 * @param wordings - what other carriers call the article
 */
export function stripBeyond(title: string, wordings: readonly string[]): string {
  const longest = wordings
    .filter((wording) => wording.length >= MIN_WORDING && wording.length < title.length)
    .filter((wording) => title.startsWith(wording) && MARK_BEYOND.test(title.slice(wording.length)))
    .reduce((best, wording) => (wording.length > best.length ? wording : best), '');
  return longest === '' ? title : longest;
}

/** Shorter wordings are labels, which a title may begin with. */
const MIN_WORDING = 12;
const MARK_BEYOND = /^\s*(?:[|｜：│»›]|[-–—·•@]|::)/u;

/** A site's name is short; … */
const MAX_GUESSED_WORDS = 4;
/** … and a headline has at least this many words for each of its. */
const MIN_TITLE_RATIO = 2;

/**
 * Takes a short last part off a document title whose site is not known by name: "Bank foils swindle | Valley News".
 * For `<title>` only: the other carriers seldom hold the site's name, but often a part after a dash.
 *
 * @param title - one line
 */
export function stripLastPart(title: string): string {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  const words = foldText(last).split(' ').length;
  const rest = title.slice(0, title.length - last.length).replace(SEPARATOR_AT_END, '');
  const isName = parts.length > 1 && words <= MAX_GUESSED_WORDS;
  return isName && foldText(rest).split(' ').length >= words * MIN_TITLE_RATIO ? rest : title;
}

function siteTest(siteNames: readonly string[]): (part: string) => boolean {
  const sites = siteNames
    .flatMap((name) => [foldText(name), foldText(name.replace(/\.\w{2,6}(?:\.\w{2})?$/, ''))])
    .filter((name) => name !== '');
  const tightSites = new Set(sites.map((name) => name.replaceAll(' ', '')));
  const longSites = [...tightSites].filter((name) => name.length >= MIN_TIGHT_NAME);
  return (part) => {
    const folded = foldText(part);
    const tight = folded.replaceAll(' ', '');
    if (folded === '' || tightSites.has(tight)) return true;
    if (folded.length >= MAX_SITE_PART) return false;
    return (
      longSites.some((site) => tight.startsWith(site) || tight.endsWith(site)) ||
      sites.some(
        (site) =>
          site.length >= MIN_NAME_IN_PART && (folded.startsWith(`${site} `) || folded.endsWith(` ${site}`)),
      )
    );
  };
}
