import words from './gazetteer/organisation-words.json' with { type: 'json' };
import personWords from './gazetteer/person-words.json' with { type: 'json' };
import type { NameLexicon } from './name-lexicon.js';
import type { Reading, TokenRange } from './reading.js';
import { isCapitalised } from './tokenise.js';

const NOT_NAMES: ReadonlySet<string> = new Set(words.notNames);
const NAMES_WITHIN: ReadonlySet<string> = new Set(words.namesWithin);
const SUFFIX_HEADS: ReadonlySet<string> = new Set(words.suffixHeads);
const OF_HEADS: ReadonlySet<string> = new Set(words.ofHeads);
const TRAILERS: ReadonlySet<string> = new Set(words.trailers);
const BREAKERS: ReadonlySet<string> = new Set(words.breakers);
const TITLES: ReadonlySet<string> = new Set(personWords.titles);
const POLITICAL_WORDS: ReadonlySet<string> = new Set(words.politicalWords);

/** What stands before a hyphen and a small word in a name: "Co-operative". */
const HALF_WORDS: ReadonlySet<string> = new Set([
  'co',
  'non',
  'anti',
  'pro',
  'multi',
  'inter',
  'social',
  'self',
]);
/** Bodies whose members sit for something, which is no part of the name. */
const ELECTED: ReadonlySet<string> = new Set([
  'party',
  'parliament',
  'senate',
  'house',
  'assembly',
  'council',
]);
const LINKS: ReadonlySet<string> = new Set(words.links);

/** A name of more words than this is a heading. */
const MAX_RUN_TOKENS = 12;

/** "Ministry of Land, Infrastructure, Transport and Tourism" has four. */
const MAX_LIST_ITEMS = 6;

/** "Committee on the Rights of the Child" has two links; a name with more than three is a sentence. */
const MAX_LINKS = 3;

/** What the grammar of organisations' names looks at besides the text. */
export interface RunContext {
  readonly reading: Reading;
  readonly lexicon: NameLexicon;
  /** For the first token of a country or place the end of its name: "U.S.", "New Zealand" are one piece. */
  readonly placeEnds: ReadonlyMap<number, number>;
  /** For the first token of a country's noun the end of it: "Australia", not "Australian". */
  readonly countryEnds: ReadonlyMap<number, number>;
  /** The tokens that are a catalogued organisation by themselves. */
  readonly firms: ReadonlySet<number>;
}

/** Prepares to read organisations' names. */
export function createRunContext(reading: Reading, lexicon: NameLexicon): RunContext {
  const placeEnds = new Map<number, number>();
  const countryEnds = new Map<number, number>();
  const firms = new Set<number>();
  for (const { first, end, value } of reading.matches) {
    const isPlace = value.type === 'country' || value.type === 'place';
    if (value.type === 'actor' && value.actor.kind === 'organisation' && end - first === 1) firms.add(first);
    if (!isPlace || !isCapitalised(reading.tokens[first])) continue;
    placeEnds.set(first, end);
    if (value.type === 'country' && value.via !== 'demonym') countryEnds.set(first, end);
  }
  return { reading, lexicon, placeEnds, countryEnds, firms };
}

/** A run of capitalised words, with figures, initials and "&" inside: where a name may stand. */
export function readRun(context: RunContext, first: number): TokenRange | null {
  const { tokens } = context.reading;
  if (!mayOpen(context, first)) return null;
  let end = pieceEnd(context, first);
  while (end < first + MAX_RUN_TOKENS) {
    const token = tokens[end];
    if (token === undefined || token.opensLine || BREAKERS.has(token.key)) break;
    if (isCapitalised(token)) end = pieceEnd(context, end);
    else if (token.glued && token.kind !== 'symbol') end++;
    else if (isJoint(context, end)) end += 2;
    else break;
  }
  return { first, end: trimTrailers(context, first, end) };
}

// A function word opens a name only inside a sentence, and few do: "New Democratic Party", "Five Star Movement".
function mayOpen({ reading, placeEnds }: RunContext, first: number): boolean {
  const token = reading.tokens[first];
  if (!isCapitalised(token) || token === undefined) return false;
  if (!NOT_NAMES.has(token.key) || placeEnds.has(first)) return true;
  return NAMES_WITHIN.has(token.key) && !opensSentence(reading, first);
}

function opensSentence(reading: Reading, i: number): boolean {
  return reading.sentences[reading.sentenceOf[i] ?? 0]?.first === i;
}

// "U.S.", "New Zealand", "M." of "John M. Olin", one word.
function pieceEnd({ reading, placeEnds }: RunContext, i: number): number {
  const end = placeEnds.get(i) ?? i + 1;
  const last = reading.tokens[end - 1];
  const isAbbreviated = last?.text.length === 1 || last?.key === 'st';
  const dot = reading.tokens[end];
  const after = reading.tokens[end + 1];
  const goesOn = dot?.text === '.' && dot.glued && isCapitalised(after) && after?.opensLine === false;
  return isAbbreviated && goesOn ? end + 1 : end;
}

// "Johnson & Johnson", "Anglo-American", "People's".
function isJoint({ reading }: RunContext, i: number): boolean {
  const sign = reading.tokens[i]?.key ?? '';
  const next = reading.tokens[i + 1];
  if (next === undefined || next.opensLine) return false;
  if (sign === '&') return isCapitalised(next);
  if (sign === "'")
    return (
      next.key === 's' &&
      next.glued &&
      isCapitalised(reading.tokens[i + 2]) &&
      reading.tokens[i - 1]?.key === 'people'
    );
  if (sign !== '-' || !next.glued || next.kind === 'symbol') return false;
  return isCapitalised(next) || HALF_WORDS.has(reading.tokens[i - 1]?.key ?? '');
}

// "Conservative Party MP", "Socialist Party President": the office is not of the name.
function trimTrailers({ reading }: RunContext, first: number, end: number): number {
  let last = end;
  while (last > first + 1) {
    const key = reading.tokens[last - 1]?.key ?? '';
    // "News-Leader" is one word.
    if (!isTrailer(key) || reading.tokens[last - 1]?.glued === true) break;
    last--;
  }
  return last;
}

function isTrailer(key: string): boolean {
  return TRAILERS.has(key) || (TITLES.has(key) && key !== 'justice');
}

/** Adds "of …", "for …", "of the …" with the capitalised words behind, and their enumeration. */
export function extendWithLinks(context: RunContext, range: TokenRange): TokenRange {
  const { tokens } = context.reading;
  let { end } = range;
  for (let links = 0; links < MAX_LINKS; links++) {
    if (!LINKS.has(tokens[end]?.key ?? '') || tokens[end]?.opensLine === true) break;
    const article = ['the', 'a', 'an', 'la', 'los', 'las'].includes(tokens[end + 1]?.key ?? '') ? 1 : 0;
    const next = readRun(context, end + 1 + article);
    if (next === null || tokens[end + 1]?.opensLine === true) break;
    // "members of the Senate for the Harbour Coast".
    const isFor = tokens[end]?.key === 'for' && article === 1;
    if (isFor && ELECTED.has(tokens[end - 1]?.key ?? '')) break;
    // "Harbour Party of Ann Roe": the link leads to somebody.
    if (isNamedAfterPerson(context, range, next)) break;
    // "Executive Committee of the Harbour Trust Foundation": two names.
    if (
      article === 1 &&
      tokens[end + 1]?.key === 'the' &&
      end - range.first > 1 &&
      isNamedByHead(context, next)
    )
      break;
    end = readEnumeration(context, beforePerson(context, afterPlace(context, next)));
  }
  return { first: range.first, end };
}

function isNamedAfterPerson(context: RunContext, range: TokenRange, next: TokenRange): boolean {
  const { tokens } = context.reading;
  const given = tokens[next.first]?.key ?? '';
  if (
    next.end - next.first < 2 ||
    !context.lexicon.firstNames.has(given) ||
    context.lexicon.commonWords.has(given)
  )
    return false;
  const isChurch = tokens[range.end - 1]?.key === 'church' || context.placeEnds.has(next.first);
  return !isChurch && !SUFFIX_HEADS.has(tokens[next.end - 1]?.key ?? '');
}

// "National Party of Australia Coalition": the name ends with the country.
function afterPlace(context: RunContext, run: TokenRange): TokenRange {
  const placeEnd = context.countryEnds.get(run.first);
  const last = context.reading.tokens[run.end - 1]?.key ?? '';
  const isLonger = placeEnd !== undefined && placeEnd < run.end;
  return isLonger && (!SUFFIX_HEADS.has(last) || last === 'coalition')
    ? { first: run.first, end: placeEnd }
    : run;
}

// "Board of Trustees Ann Roe": a given name behind a plain word begins another name.
function beforePerson(context: RunContext, run: TokenRange): TokenRange {
  const { tokens } = context.reading;
  for (let i = run.first + 1; i < run.end - 1; i++) {
    const isGiven = context.lexicon.firstNames.has(tokens[i]?.key ?? '') && isPlainWord(context, i - 1);
    if (isGiven && !isPlainWord(context, i) && isCapitalised(tokens[i + 1]))
      return { first: run.first, end: i };
  }
  return run;
}

function isNamedByHead({ reading, placeEnds }: RunContext, run: TokenRange): boolean {
  if (placeEnds.get(run.first) === run.end) return false;
  const last = reading.tokens[run.end - 1]?.key ?? '';
  const isHead = run.end - run.first > 1 && SUFFIX_HEADS.has(last);
  return isHead || (OF_HEADS.has(last) && LINKS.has(reading.tokens[run.end]?.key ?? ''));
}

// "Land, Infrastructure, Transport and Tourism": commas count only when an "and" closes the list.
function readEnumeration(context: RunContext, run: TokenRange): number {
  const { tokens } = context.reading;
  let { end } = run;
  if (tokens[run.first]?.key === 'england' && tokens[end]?.key === 'and' && tokens[end + 1]?.key === 'wales')
    return end + 2;
  // "Party of Serbia, United Left": after a country the name is complete.
  if (context.placeEnds.get(run.first) === run.end) return end;
  for (let items = 0; items < MAX_LIST_ITEMS; items++) {
    const sign = tokens[end]?.key ?? '';
    const isLast = sign === 'and' || sign === '&';
    if (sign !== ',' && !isLast) return run.end;
    const oxford = sign === ',' && tokens[end + 1]?.key === 'and' ? 1 : 0;
    const next = readRun(context, end + 1 + oxford);
    if (next === null || holdsHead(context, next) || namesPerson(context, next)) return run.end;
    ({ end } = next);
    if (isLast || oxford === 1) return closesList(context, next, items) ? end : run.end;
  }
  return run.end;
}

function namesPerson({ reading, lexicon }: RunContext, run: TokenRange): boolean {
  return run.end - run.first > 1 && lexicon.firstNames.has(reading.tokens[run.first]?.key ?? '');
}

// One or two plain words close it ("Culture and Tourism"); "Bank of China and Mr Smith" is two names.
function closesList(context: RunContext, run: TokenRange, items: number): boolean {
  if (context.placeEnds.has(run.first) || run.end - run.first > 2) return false;
  if (items > 0) return true;
  for (let i = run.first; i < run.end; i++) if (!isPlainWord(context, i)) return false;
  return true;
}

function holdsHead({ reading }: RunContext, run: TokenRange): boolean {
  const key = reading.tokens[run.end - 1]?.key ?? '';
  return (SUFFIX_HEADS.has(key) || OF_HEADS.has(key)) && (!key.endsWith('s') || key === 'congress');
}

const ABSTRACT =
  /(?:sciences|arts|letters|studies|ism|tion|ment|ence|ance|ture|ity|ology|ics|ness|affairs|rights|workers|sport|sports|trade|security|industry|commerce|science|health|research|services|labour|labor|technology|progress|freedoms?|eanic|atic|eric|onal|ical|ective|olent|socialists|democrats|liberals|republicans)$/;

/** True for a word of the dictionary that names nobody: "Freedoms", "Tourism". */
export function isPlainWord({ reading, lexicon }: RunContext, i: number): boolean {
  const key = reading.tokens[i]?.key ?? '';
  if ((TITLES.has(key) && key !== 'justice') || NOT_NAMES.has(key)) return false;
  if (POLITICAL_WORDS.has(key)) return true;
  const { commonWords } = lexicon;
  return (
    commonWords.has(key) || (key.endsWith('s') && commonWords.has(key.slice(0, -1))) || ABSTRACT.test(key)
  );
}

/**
 * Adds the first part of a double name: "Social Democratic and Labour Party", "Peace and Freedom Party". Only plain
 * words are joined: "Apple and Samsung Corporation" are two.
 */
export function extendBackwards(context: RunContext, range: TokenRange): TokenRange {
  const { tokens } = context.reading;
  const sign = tokens[range.first - 1];
  if (sign === undefined || sign.opensLine || tokens[range.first]?.opensLine === true) return range;
  if (sign.key !== 'and' && sign.key !== '&') return range;
  let { first } = range;
  let i = range.first - 2;
  while (i >= 0 && range.first - i < 5 && isCapitalised(tokens[i]) && isPlainWord(context, i)) {
    if (context.placeEnds.has(i) || isHeadWord(tokens[i]?.key ?? '')) return range;
    first = i;
    if (tokens[i]?.opensLine === true) break;
    i--;
  }
  // "Blue Sea and Freedom Party": a name before the plain words, which then are part of it.
  const goesOn = tokens[first]?.opensLine === false && isCapitalised(tokens[i]);
  return goesOn && !NOT_NAMES.has(tokens[i]?.key ?? '') ? range : { first, end: range.end };
}

function isHeadWord(key: string): boolean {
  return SUFFIX_HEADS.has(key) || OF_HEADS.has(key);
}
