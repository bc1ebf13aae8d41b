import { foldText } from './fold-text.js';

/** What stands between a title and the name of its section or site. */
const SEPARATOR = /\s+(?:[-|–—·•»«<>/\\]|::?)\s+|\s*[|ㅣ│»«]\s*/u;
const SEPARATOR_AT_END = /^[\s|ㅣ│–—·•»«:<>/\\-]+|[\s|ㅣ│–—·•»«:<>/\\-]+$/gu;

/** A part of this many letters that begins or ends with the site's name is about the site ("NewsHub Africa"). */
const MAX_SITE_PART = 50;
/** Shorter names are words too ("Sun"): they must stand alone. */
const MIN_NAME_IN_PART = 5;

/**
 * Takes the name of the site off the end or the start of a title, with section names beyond it.
 *
 * @param title - one line
 * @param siteNames - names of the site; domain endings are ignored ("example.org" takes off "Example")
 * @returns the title itself when it holds no site name, or nothing else
 */
export function stripSiteName(title: string, siteNames: readonly string[]): string {
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
  return (part) => {
    const folded = foldText(part);
    if (folded === '' || tightSites.has(folded.replaceAll(' ', ''))) return true;
    return (
      folded.length < MAX_SITE_PART &&
      sites.some(
        (site) =>
          site.length >= MIN_NAME_IN_PART && (folded.startsWith(`${site} `) || folded.endsWith(` ${site}`)),
      )
    );
  };
}
