import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/person-words.json' with { type: 'json' };
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import type { NameLexicon } from './name-lexicon.js';
import { isTaken, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import type { SentenceParts } from './sentence-parts.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

const TITLES: ReadonlySet<string> = new Set(words.titles);
const REPORTING_VERBS: ReadonlySet<string> = new Set(words.reportingVerbs);
const PARTICLES: ReadonlySet<string> = new Set(words.particles);
const FAMILY_NAMES_FIRST: ReadonlySet<string> = new Set(words.familyNamesFirst);
const SUFFIXES: ReadonlySet<string> = new Set(words.suffixes);
const NOT_NAMES: ReadonlySet<string> = new Set([...words.notNames, ...organisationWords.notNames]);
const ORGANISATION_HEADS: ReadonlySet<string> = new Set(organisationWords.suffixHeads);

/** A name of more words than this is a list or a heading. */
const MAX_NAME_TOKENS = 9;

/** How many tokens around an unknown name are searched for a sign that persons are spoken of. */
const PERSON_CUE_REACH = 12;

/** What the person rules look at besides the text. */
export interface PersonDeps {
  readonly lexicon: NameLexicon;
  readonly parts: SentenceParts;
}

/** A candidate name: its range, and how many name words it has (initials and particles are none). */
interface NameShape extends TokenRange {
  readonly wordCount: number;
}

/**
 * Proposes persons: full names by title, role, reporting verb, apposition or known given name.
 *
 * @param taken - 1 for tokens of organisations, threat actors, countries and places
 */
export function findPersons(reading: Reading, taken: Uint8Array, deps: PersonDeps): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  let i = 0;
  while (i < reading.tokens.length) {
    const shape = readName(reading, i, taken);
    if (shape === null) {
      i++;
      continue;
    }
    const rule = isTechnical(reading, shape) ? null : personRule(reading, shape, deps);
    if (rule !== null) {
      const name = spanOf(reading, shape).text.replace(/\s+/g, ' ');
      candidates.push({ first: shape.first, end: shape.end, kind: 'person', name, id: null, rule });
    }
    // "Presidents William McKinley": what is no name from its first word on may be one from the next.
    i = rule === null ? shape.first + 1 : shape.end;
  }
  return [...candidates, ...findSurnames(reading, candidates, taken)].sort((a, b) => a.first - b.first);
}

// Capitalised words with initials and particles between: "Franklin D. Roosevelt", "Ursula von der Leyen".
function readName(reading: Reading, first: number, taken: Uint8Array): NameShape | null {
  const { tokens } = reading;
  if (!isNameWord(reading, first, taken) || TITLES.has(tokens[first]?.key ?? '')) return null;
  let end = first;
  let wordCount = 0;
  while (end < first + MAX_NAME_TOKENS) {
    const step = nameStep(reading, end, first, taken);
    if (step === null) break;
    end += step.tokens;
    wordCount += step.words;
  }
  return wordCount === 0 ? null : { first, end, wordCount };
}

function nameStep(
  reading: Reading,
  i: number,
  first: number,
  taken: Uint8Array,
): { tokens: number; words: number } | null {
  const { tokens } = reading;
  const token = tokens[i];
  if (token === undefined || (i > first && token.opensLine)) return null;
  if (i > first && SUFFIXES.has(token.key) && isCapitalised(token))
    return { tokens: tokens[i + 1]?.text === '.' ? 2 : 1, words: 0 };
  if (i > first && PARTICLES.has(token.key) && !isCapitalised(token)) {
    const hyphen = tokens[i + 1]?.key === '-' || tokens[i + 1]?.key === "'" ? 1 : 0;
    const next = i + 1 + hyphen;
    const second = PARTICLES.has(tokens[next]?.key ?? '') ? 1 : 0;
    return isNameWord(reading, next + second, taken) ? { tokens: 1 + hyphen + second, words: 0 } : null;
  }
  if (isInitial(reading, i)) return { tokens: tokens[i + 1]?.text === '.' ? 2 : 1, words: 0 };
  if (!isNameWord(reading, i, taken)) return null;
  const joint = tokens[i + 1]?.key ?? '';
  const joins =
    (joint === '-' || joint === "'") && tokens[i + 2]?.glued === true && tokens[i + 1]?.glued === true;
  if (joins && (tokens[i + 2]?.text.length ?? 0) > 1 && isCapitalised(tokens[i + 2]))
    return { tokens: 3, words: 1 };
  return { tokens: 1, words: 1 };
}

function isInitial(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  return (
    token?.kind === 'word' &&
    token.text.length === 1 &&
    isCapitalised(token) &&
    reading.tokens[i + 1]?.text === '.'
  );
}

function isNameWord(reading: Reading, i: number, taken: Uint8Array): boolean {
  const token = reading.tokens[i];
  if (token === undefined || !isCapitalised(token) || token.text.length < 2 || taken[i] === 1) return false;
  if (isAllCaps(token) || NOT_NAMES.has(token.key) || ORGANISATION_HEADS.has(token.key)) return false;
  const next = reading.tokens[i + 1];
  // "M00nD3V", "Win32": letters and figures.
  return (
    !(next?.glued === true && next.kind === 'number') &&
    !(token.glued && reading.tokens[i - 1]?.kind === 'number')
  );
}

function personRule(reading: Reading, shape: NameShape, deps: PersonDeps): RuleName | null {
  const { tokens } = reading;
  const first = tokens[shape.first];
  if (first === undefined || shape.wordCount > 4) return null;
  const { lexicon } = deps;
  const before = tokens[shape.first - 1];
  if (isMostlyCommon(reading, shape, lexicon)) return null;
  if (hasTitleBefore(reading, shape)) return 'person/title';
  if (shape.wordCount < 2) return null;
  const opensSentence = reading.sentences[reading.sentenceOf[shape.first] ?? 0]?.first === shape.first;
  if (lexicon.firstNames.has(first.key)) return 'person/first-name';
  if (
    FAMILY_NAMES_FIRST.has(first.key) &&
    shape.wordCount < 4 &&
    tokens[shape.first + 1]?.kind === 'word' &&
    !lexicon.commonWords.has(tokens[shape.first + 1]?.key ?? '')
  ) {
    return 'person/first-name';
  }
  if (isReported(reading, shape)) return 'person/reporting-verb';
  if (isApposed(reading, shape)) return 'person/apposition';
  const last = tokens[shape.end - 1];
  if (!opensSentence && lexicon.lastNames.has(last?.key ?? '')) return 'person/name-shape';
  // An unknown name among persons is one more of them: "Jane Roe, Zxy Wvu and John Doe".
  const isUnknown = !lexicon.commonWords.has(first.key) && !lexicon.commonWords.has(last?.key ?? '');
  if (!isUnknown || shape.wordCount > 3) return null;
  if (!opensSentence && speaksOfPersons(reading, shape, deps.lexicon)) return 'person/name-shape';
  if (before !== undefined && deps.parts.isPerson(shape.first)) return 'person/name-shape';
  return null;
}

// A title or role, or a given name before a capital, in the same sentence and near.
function speaksOfPersons(reading: Reading, shape: NameShape, lexicon: NameLexicon): boolean {
  const sentence = reading.sentences[reading.sentenceOf[shape.first] ?? 0];
  if (sentence === undefined) return false;
  const from = Math.max(sentence.first, shape.first - PERSON_CUE_REACH);
  const to = Math.min(sentence.end, shape.end + PERSON_CUE_REACH);
  for (let i = from; i < to; i++) {
    if (i >= shape.first && i < shape.end) continue;
    const token = reading.tokens[i];
    if (token === undefined) continue;
    if (TITLES.has(token.key)) return true;
    if (isCapitalised(token) && lexicon.firstNames.has(token.key) && isCapitalised(reading.tokens[i + 1]))
      return true;
  }
  return false;
}

function isMostlyCommon(reading: Reading, shape: NameShape, lexicon: NameLexicon): boolean {
  let common = 0;
  for (let i = shape.first; i < shape.end; i++) {
    const token = reading.tokens[i];
    if (
      token?.kind === 'word' &&
      isCapitalised(token) &&
      token.text.length > 1 &&
      lexicon.commonWords.has(token.key)
    )
      common++;
  }
  return common >= shape.wordCount;
}

function hasTitleBefore(reading: Reading, shape: NameShape): boolean {
  if (reading.tokens[shape.first]?.opensLine === true) return false;
  let i = shape.first - 1;
  if (reading.tokens[i]?.text === '.') i--;
  const title = reading.tokens[i];
  if (
    title === undefined ||
    !TITLES.has(title.key) ||
    reading.sentenceOf[i] !== reading.sentenceOf[shape.first]
  )
    return false;
  // A role in lower case introduces a full name only ("analyst John Doe", not "editor Word").
  return isCapitalised(title) || shape.wordCount > 1;
}

function isReported(reading: Reading, shape: NameShape): boolean {
  const before = reading.tokens[shape.first - 1]?.key ?? '';
  const after = reading.tokens[shape.end]?.key ?? '';
  return REPORTING_VERBS.has(before) || REPORTING_VERBS.has(after);
}

// "Jane Roe, a researcher at", "Jane Roe, 42,", "Jane Roe, chief executive of".
function isApposed(reading: Reading, shape: NameShape): boolean {
  const { tokens } = reading;
  if (tokens[shape.end]?.text !== ',') return false;
  const next = tokens[shape.end + 1];
  if (next?.kind === 'number' && /^\d{2}$/.test(next.text)) return true;
  for (let i = shape.end + 1; i < shape.end + 6; i++) {
    const key = tokens[i]?.key ?? '';
    if (tokens[i]?.kind === 'symbol') return false;
    if (TITLES.has(key)) return true;
  }
  return false;
}

/** A surname alone is the person whose full name the text gives: "Kishida" is Fumio Kishida. */
function findSurnames(
  reading: Reading,
  persons: readonly ActorCandidate[],
  taken: Uint8Array,
): ActorCandidate[] {
  const fullNames = new Map<string, string>();
  const named = new Uint8Array(reading.tokens.length);
  for (const person of persons) {
    named.fill(1, person.first, person.end);
    const surname = surnameOf(reading, person);
    if (surname !== null && !fullNames.has(surname)) fullNames.set(surname, person.name);
  }
  if (fullNames.size === 0) return [];
  return reading.tokens.flatMap((token, i): ActorCandidate[] => {
    const name = fullNames.get(token.text);
    const range = { first: i, end: i + 1 };
    if (name === undefined || isTaken(named, range) || isTaken(taken, range) || isTechnical(reading, range))
      return [];
    if (isPartOfLongerName(reading, i)) return [];
    return [{ ...range, kind: 'person', name, id: null, rule: 'person/surname' }];
  });
}

function surnameOf(reading: Reading, person: ActorCandidate): string | null {
  let last = person.end - 1;
  while (
    last > person.first &&
    (SUFFIXES.has(reading.tokens[last]?.key ?? '') || reading.tokens[last]?.text === '.')
  )
    last--;
  const token = reading.tokens[last];
  const isLone = last === person.first;
  return token?.kind === 'word' && token.text.length > 2 && (!isLone || person.rule === 'person/title')
    ? token.text
    : null;
}

// "Ford" in "Ford Motor", "Smith" in "Will Smith" are others; a title before is no hindrance.
function isPartOfLongerName(reading: Reading, i: number): boolean {
  const before = reading.tokens[i - 1];
  const after = reading.tokens[i + 1];
  if (isCapitalised(after) && after?.opensLine === false && !after.glued) return true;
  if (!isCapitalised(before) || reading.tokens[i]?.opensLine === true || before === undefined) return false;
  return !TITLES.has(before.key) && reading.sentences[reading.sentenceOf[i - 1] ?? 0]?.first !== i - 1;
}
