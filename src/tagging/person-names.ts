import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import words from './gazetteer/person-words.json' with { type: 'json' };
import type { NameLexicon } from './name-lexicon.js';
import type { Reading, TokenRange } from './reading.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

const TITLES: ReadonlySet<string> = new Set(words.titles.flatMap((title) => [title, `${title}s`]));
const PARTICLES: ReadonlySet<string> = new Set(words.particles);
/** Particles that may open a name in small letters. */
const OPENING_PARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'van', 'von', 'bin']);
const SUFFIXES: ReadonlySet<string> = new Set(words.suffixes);
const NOT_NAMES: ReadonlySet<string> = new Set([
  ...words.notNames,
  ...organisationWords.notNames,
  ...organisationWords.technicalWords,
]);
const FAMILY_NAMES_TOO: ReadonlySet<string> = new Set(words.familyNamesToo);
const NAME_PREFIXES: ReadonlySet<string> = new Set(words.namePrefixes);
const HONORIFICS: ReadonlySet<string> = new Set(words.honorifics);
const NOT_INITIALS: ReadonlySet<string> = new Set(words.notInitials);
const FAMILY_NAMES_FIRST: ReadonlySet<string> = new Set(words.familyNamesFirst);
const ORGANISATION_HEADS: ReadonlySet<string> = new Set(organisationWords.suffixHeads);

/** What follows the hyphen of "Tehran-based" is no part of a name; "Jae-in" has one. */
const HYPHEN_WORDS: ReadonlySet<string> = new Set([
  'led',
  'based',
  'born',
  'era',
  'like',
  'run',
  'style',
  'made',
]);

/** A name of more words than this is a list or a heading. */
const MAX_NAME_TOKENS = 10;

/** A candidate name: its range, and how many name words it has (initials and particles are none). */
export interface NameShape extends TokenRange {
  readonly wordCount: number;
}

/** True for a word that is a title or role, in the singular or plural: "Senators". */
export function isTitle(key: string): boolean {
  return TITLES.has(key);
}

/** True for a word of the dictionary that is a family name as well: "West", "Baker". */
export function isFamilyNameToo(key: string): boolean {
  return FAMILY_NAMES_TOO.has(key);
}

/** What the grammar of persons' names looks at. */
export interface PersonContext {
  readonly reading: Reading;
  readonly lexicon: NameLexicon;
  /** 1 for tokens of organisations, threat actors, countries and places. */
  readonly taken: Uint8Array;
}

/**
 * Reads capitalised words with initials and particles between: "Franklin D. Roosevelt", "Ursula von der Leyen",
 * "Kim Dae-jung".
 */
export function readName(context: PersonContext, first: number): NameShape | null {
  const token = context.reading.tokens[first];
  const key = token?.key ?? '';
  if (!isCapitalised(token) && !OPENING_PARTICLES.has(key)) return null;
  if (isTitle(key) && !mayBeGivenName(context, first)) return null;
  const opens =
    isNameWord(context, first) ||
    opensWithInitials(context, first) ||
    opensWithParticle(context, first) ||
    mayCloseName(context, first, first);
  if (!opens) return null;
  let end = first;
  let wordCount = 0;
  while (end < first + MAX_NAME_TOKENS) {
    const step = nameStep(context, end, first);
    if (step === null) break;
    end += step.tokens;
    wordCount += step.words;
  }
  return wordCount === 0 ? null : { first, end, wordCount };
}

// "Dean Rusk", "Justice Adeyemi" cannot be told apart by themselves: only where another title stands before.
function mayBeGivenName({ reading, lexicon }: PersonContext, first: number): boolean {
  const key = reading.tokens[first]?.key ?? '';
  return lexicon.firstNames.has(key) && isTitle(reading.tokens[first - 1]?.key ?? '');
}

// "J. K. Rowling", "RG Casey"; "I." and "A." alone open lists.
function opensWithInitials(context: PersonContext, first: number): boolean {
  const { reading, lexicon } = context;
  if (isBareInitials(reading, first)) return lexicon.lastNames.has(reading.tokens[first + 1]?.key ?? '');
  return (
    isInitial(context, first) && (isInitial(context, first + 2) || isCapitalised(reading.tokens[first + 2]))
  );
}

// "al-Zawahiri", "van der Byl".
function opensWithParticle(context: PersonContext, first: number): boolean {
  const { tokens } = context.reading;
  const key = tokens[first]?.key ?? '';
  if (!OPENING_PARTICLES.has(key) || context.taken[first] === 1) return false;
  const hyphen = tokens[first + 1]?.key === '-' ? 1 : 0;
  if (hyphen === 0 && !isCapitalised(tokens[first])) return key === 'van' && isNameWord(context, first + 2);
  // "Van den Berg" opens a sentence.
  const inner = hyphen === 0 && PARTICLES.has(tokens[first + 1]?.key ?? '') ? 1 : 0;
  return isCapitalised(tokens[first + 1 + hyphen + inner]);
}

interface Step {
  readonly tokens: number;
  readonly words: number;
}

function nameStep(context: PersonContext, i: number, first: number): Step | null {
  const { tokens } = context.reading;
  const token = tokens[i];
  if (token === undefined || (i > first && token.opensLine)) return null;
  if (i > first && SUFFIXES.has(token.key) && isCapitalised(token))
    return {
      tokens: tokens[i + 1]?.text === '.' && token.key.length === 2 && /^[js]r$/.test(token.key) ? 2 : 1,
      words: 0,
    };
  // "German Chancellor Angela Merkel": a title begins another name, where it is no family name.
  if (i > first && isTitle(token.key) && !context.lexicon.lastNames.has(token.key)) return null;
  const particles = readParticles(context, i);
  if (particles > 0) return { tokens: particles, words: 0 };
  if (isInitial(context, i)) return { tokens: 2, words: 0 };
  if (i === first && isBareInitials(context.reading, i)) return { tokens: 1, words: 1 };
  const isNisba = i > first && tokens[i - 1]?.key === '-' && isCapitalised(token);
  const isName = isNisba || isNameWord(context, i) || mayCloseName(context, i, first);
  return isName ? { tokens: joinedEnd(context, i, first) - i, words: 1 } : null;
}

// "de", "van der", "al-": small words before a name word.
function readParticles(context: PersonContext, i: number): number {
  const { tokens } = context.reading;
  const token = tokens[i];
  if (token === undefined || !PARTICLES.has(token.key)) return 0;
  const hyphen = tokens[i + 1]?.key === '-' || tokens[i + 1]?.key === "'" ? 1 : 0;
  if (isCapitalised(token) && hyphen === 0) return 0;
  const next = i + 1 + hyphen;
  const second = PARTICLES.has(tokens[next]?.key ?? '') ? 1 : 0;
  // "al-Kuwaiti": a name, whatever country it comes from.
  const isNisba = hyphen === 1 && isCapitalised(tokens[next]) && tokens[next]?.glued === true;
  return isNisba || isNameWord(context, next + second) ? 1 + hyphen + (isNisba ? 0 : second) : 0;
}

// "Jean-Luc", "O'Brien", "D'Alema", "Jae-in".
function joinedEnd(context: PersonContext, i: number, first: number): number {
  const { tokens } = context.reading;
  const joint = tokens[i + 1];
  const after = tokens[i + 2];
  if (joint === undefined || after === undefined || !after.glued || after.text.length < 2) return i + 1;
  const isElision = tokens[i]?.text.length === 1 && joint.key === "'" && isCapitalised(after);
  if (isElision) return i + 3;
  if (!joint.glued) return i + 1;
  if (joint.key === '-' && isCapitalised(after))
    return i + 2 < first + MAX_NAME_TOKENS ? joinedEnd(context, i + 2, first) : i + 3;
  if (joint.key === "'" && isCapitalised(after)) return i + 3;
  const isSyllable = joint.key === '-' && after.kind === 'word' && after.text.length < 6;
  const isEastAsian = i > first && FAMILY_NAMES_FIRST.has(tokens[first]?.key ?? '');
  return isSyllable && isEastAsian && !HYPHEN_WORDS.has(after.key) ? i + 3 : i + 1;
}

function isBareInitials(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  return token?.text.length === 2 && isAllCaps(token) && !NOT_INITIALS.has(token.text);
}

// "D." of a name; "U.S." is a country.
function isInitial({ reading, taken }: PersonContext, i: number): boolean {
  const token = reading.tokens[i];
  const isLetter = token?.kind === 'word' && token.text.length === 1 && isCapitalised(token);
  return isLetter && taken[i] !== 1 && reading.tokens[i + 1]?.text === '.';
}

// "Zadie Ferry", "Anna Day", "Ms. Hill": a plain word closes a name that begins like one and ends there.
function mayCloseName(context: PersonContext, i: number, first: number): boolean {
  const { reading, lexicon, taken } = context;
  const token = reading.tokens[i];
  if (token === undefined || !isCapitalised(token) || !FAMILY_NAMES_TOO.has(token.key) || isAllCaps(token))
    return false;
  const isTaken = taken[i] === 1 && token.text.length > 1;
  if (isTaken || isCapitalised(reading.tokens[i + 1])) return false;
  return i === first
    ? followsHonorific(reading, i)
    : lexicon.firstNames.has(reading.tokens[first]?.key ?? '');
}

/** True behind "Mr", "Ms." and the like. */
export function followsHonorific(reading: Reading, i: number): boolean {
  const at = reading.tokens[i - 1]?.text === '.' ? i - 2 : i - 1;
  const title = reading.tokens[at];
  return HONORIFICS.has(title?.key ?? '') && isCapitalised(title) && reading.tokens[i]?.opensLine === false;
}

function isNameWord({ reading, taken }: PersonContext, i: number): boolean {
  const token = reading.tokens[i];
  if (token === undefined || !isCapitalised(token) || taken[i] === 1) return false;
  if (token.text.length < 2 && !isElided(reading, i)) return false;
  if (token.letterCase === 'mixed' && !opensWithPrefix(token.text)) return false;
  if (isAllCaps(token) || NOT_NAMES.has(token.key) || ORGANISATION_HEADS.has(token.key)) return false;
  const next = reading.tokens[i + 1];
  // "M00nD3V", "Win32": letters and figures.
  return (
    !(next?.glued === true && next.kind === 'number') &&
    !(token.glued && reading.tokens[i - 1]?.kind === 'number')
  );
}

// "JSSLoader", "MaaS" are no persons, "McLeay" and "DeGrippo" may be.
function opensWithPrefix(text: string): boolean {
  const opening = /^\p{L}[^\p{Lu}]*(?=\p{Lu})/u.exec(text);
  return opening === null || NAME_PREFIXES.has(opening[0]);
}

// The "O" of "O'Brien", also where a blank stands before the apostrophe.
function isElided(reading: Reading, i: number): boolean {
  const after = reading.tokens[i + 2];
  // "Seán Ó Briain".
  if (reading.tokens[i]?.text === 'Ó') return isCapitalised(reading.tokens[i + 1]);
  const isLetter = ['o', 'd', 'l', 'n'].includes(reading.tokens[i]?.key ?? '');
  return isLetter && reading.tokens[i + 1]?.key === "'" && after?.glued === true && isCapitalised(after);
}
