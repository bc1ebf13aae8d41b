import { cleanLine } from './clean-text.js';
import { foldText } from './fold-text.js';
import { monthOf } from './month-names.js';
import {
  AGENCIES,
  DESK_WORDS,
  HOUSE_WORDS,
  LEADING_CLAUSE,
  LEADING_WORDS,
  NO_NAME,
  ROLE,
  TRAILING_PLACE,
  TRAILING_WORDS,
} from './name-words.js';

/** Names by what they name. */
export interface SortedNames {
  readonly people: readonly string[];
  /** Firms, boards, desks, agencies, the site itself. */
  readonly houses: readonly string[];
  /** The houses among them that sign articles: agencies, and desks that are not called like the site. */
  readonly desks: readonly string[];
}

const LIST_BORDER = /\s*[,;\n、/]\s*/u;
const PAIR_BORDER = /\s*(?:[&+]|\s(?:and|und|et|y|e|og|och|en|ja|и|та|dan)\s)\s*/iu;

/** Initials and abbreviations. */
const INITIALS = /^(?:\p{Lu}{1,2}|\p{Ll}{1,3})$/u;

const MAX_RAW_LENGTH = 300;
const MAX_NAME_LENGTH = 60;
const MAX_NAME_WORDS = 6;
const MAX_NAMES = 12;
/** Two long names joined by "and" have fewer. */
const MAX_UNPARTED_WORDS = 14;

/**
 * Names out of what pages write where an author belongs, people and houses apart: "By Ana Ruiz and Li Wei | Senior
 * Editor, 4 May 2024" gives two people.
 *
 * @param raw - values as written, several names in each
 * @param isSite - tells the names of the site, folded
 * @returns names in order, none twice
 */
export function sortNames(raw: readonly string[], isSite: (foldedName: string) => boolean): SortedNames {
  const people = new Map<string, string>();
  const houses = new Map<string, string>();
  for (const value of raw) {
    if (value.length > MAX_RAW_LENGTH || isAddress(value) || isSentence(value)) continue;
    for (const part of partsOf(value, isSite)) {
      const name = cleanName(part);
      const folded = foldText(name);
      if (!isName(name, folded)) continue;
      const kind = isHouse(name, isSite) ? houses : people;
      if (!kind.has(folded)) kind.set(folded, name);
    }
  }
  return {
    people: withoutHandles([...people.values()]).slice(0, MAX_NAMES),
    houses: [...houses.values()].slice(0, MAX_NAMES),
    desks: [...houses].flatMap(([folded, name]) => (isDesk(folded) && !isSite(folded) ? [name] : [])),
  };
}

/** Single names. What follows a house after a comma is its address. */
function partsOf(value: string, isSite: (foldedName: string) => boolean): string[] {
  const parts = value
    .split(LIST_BORDER)
    .flatMap((part) =>
      isHouse(part, isSite) ? [part] : part.replace(TRAILING_PLACE, '').split(PAIR_BORDER),
    );
  const [first = ''] = parts;
  return value.includes(',') && isHouse(first, isSite) && !isDesk(foldText(first)) ? [first] : parts;
}

function isDesk(folded: string): boolean {
  return AGENCIES.test(folded) || DESK_WORDS.test(folded);
}

function isHouse(name: string, isSite: (foldedName: string) => boolean): boolean {
  const folded = foldText(name);
  return isSite(folded) || AGENCIES.test(folded) || HOUSE_WORDS.test(folded);
}

function isAddress(value: string): boolean {
  return /^\s*(?:https?:|\/|@)|www\.|\.\w{2,4}\/|\S\/\S+\//i.test(value);
}

/** A biography, say: many words and nothing to part names. */
function isSentence(value: string): boolean {
  return !/[,;&|\n]/.test(value) && value.split(/\s+/).length > MAX_UNPARTED_WORDS;
}

function cleanName(part: string): string {
  const name = cleanLine(part)
    .replace(/\S{1,80}@\S{1,80}/g, '')
    .replace(/^[\s\p{P}]+/u, '')
    .replace(LEADING_CLAUSE, '')
    .replace(LEADING_WORDS, '')
    .replace(TRAILING_WORDS, '')
    .replace(TRAILING_PLACE, '')
    .replace(/^[\s\p{P}]+|[\s,;:|)*-]+$/gu, '');
  // Of "Chief Reporter" the rules above leave "Chief".
  if (ROLE.test(part) && !name.includes(' ')) return '';
  const lastWord = / (\S+)$/.exec(name)?.[1];
  return lastWord !== undefined && monthOf(lastWord) !== null && lastWord.length > 2
    ? name.slice(0, -lastWord.length).trim()
    : name;
}

function isName(name: string, folded: string): boolean {
  if (name.length < 2 || name.length > MAX_NAME_LENGTH || /[{}<>@=!?←→]/.test(name)) return false;
  if (folded === '' || NO_NAME.test(folded) || !/\p{L}{2}/u.test(name)) return false;
  if ((INITIALS.test(name) && !AGENCIES.test(folded)) || monthOf(name) !== null) return false;
  return folded.split(' ').length <= MAX_NAME_WORDS;
}

/** "jwinger" beside "Jill Winger" is an account. */
function withoutHandles(names: readonly string[]): readonly string[] {
  const full = names.filter((name) => !/^[a-z0-9._-]+$/.test(name));
  return full.length > 0 ? full : names;
}
