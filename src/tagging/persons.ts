import type { ActorCandidate } from './actor-candidate.js';
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import words from './gazetteer/person-words.json' with { type: 'json' };
import { isFamilyName } from './name-lexicon.js';
import { followsHonorific, isTitle, readName } from './person-names.js';
import type { NameShape, PersonContext } from './person-names.js';
import { hasCueNear, isTechnical, spanOf } from './reading.js';
import type { Reading } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import type { SentenceParts } from './sentence-parts.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

const REPORTING_VERBS: ReadonlySet<string> = new Set(words.reportingVerbs);
const KIN: ReadonlySet<string> = new Set(words.kin);
const FAMILY_NAMES_FIRST: ReadonlySet<string> = new Set(words.familyNamesFirst);
const DOERS: ReadonlySet<string> = new Set(words.agentParticiples);
const DEEDS: ReadonlySet<string> = new Set(words.humanVerbs);
const FULL_NAME_DEEDS: ReadonlySet<string> = new Set(words.writersVerbs);
const OFFICE_VERBS: ReadonlySet<string> = new Set(words.officeVerbs);
const OFFICE_CUES: ReadonlySet<string> = new Set([...organisationWords.partyWords, 'board', 'congress', 'senate', 'council', 'office', 'mayor', 'minister', 'president', 'governor', 'election']);
const THING_NOUNS: ReadonlySet<string> = new Set(words.thingNouns);
const PRONOUNS: ReadonlySet<string> = new Set(words.pronouns);
const SUFFERED: ReadonlySet<string> = new Set(words.humanParticiples);
const FILLERS: ReadonlySet<string> = new Set(words.verbFillers);

/** How many tokens around an unknown name are searched for a sign that persons are spoken of. */
const PERSON_CUE_REACH = 12;

/** A pronoun for a subject stands at most so many tokens behind it. */
const PRONOUN_REACH = 8;

/** Between a subject and its verb stand at most so many small words: "had not yet been". */
const MAX_FILLERS = 4;

/** What the person rules look at besides the text. */
export interface PersonDeps extends PersonContext {
  readonly parts: SentenceParts;
  /** 1 for tokens of headlines, where a capital says nothing. */
  readonly headlines: Uint8Array;
}

/** Proposes persons: names by title, role, reporting verb, deed, apposition or known given name. */
export function findPersons(deps: PersonDeps): ActorCandidate[] {
  const { reading } = deps;
  const candidates: ActorCandidate[] = [];
  let i = 0;
  while (i < reading.tokens.length) {
    const shape = readName(deps, i);
    if (shape === null) {
      i++;
      continue;
    }
    const whole = trimVerb(deps, shape);
    const rule = isTechnical(reading, whole) ? null : personRule(deps, whole);
    if (rule !== null) candidates.push(proposePerson(reading, whole, rule));
    // "Presidents William McKinley": what is no name from its first word on may be one from the next.
    i = rule === null ? shape.first + 1 : whole.end;
  }
  return candidates;
}

function proposePerson(reading: Reading, { first, end }: NameShape, rule: RuleName): ActorCandidate {
  const name = spanOf(reading, { first, end }).text.replace(/\s+/g, ' ');
  return { first, end, kind: 'person', name, id: null, rule };
}

// "Jane Roe Buys Harbour": a headline's verb is no part of the name.
function trimVerb({ reading, lexicon }: PersonDeps, shape: NameShape): NameShape {
  const last = reading.tokens[shape.end - 1];
  if (last === undefined || shape.wordCount < 3 || !lexicon.commonWords.has(last.key)) return shape;
  const isVerb = /(?:s|ed|ing)$/.test(last.key) && !lexicon.lastNames.has(last.key);
  return isVerb ? { first: shape.first, end: shape.end - 1, wordCount: shape.wordCount - 1 } : shape;
}

function personRule(deps: PersonDeps, shape: NameShape): RuleName | null {
  const { reading, lexicon } = deps;
  const first = reading.tokens[shape.first];
  if (first === undefined || shape.wordCount > 4 || isNameOfThing(reading, shape)) return null;
  const isCommon = isMostlyCommon(deps, shape);
  if (followsHonorific(reading, shape.first)) return 'person/title';
  if (hasTitleBefore(reading, shape) && (!isCommon || isFullName(deps, shape))) return 'person/title';
  if (isRoyal(deps, shape)) return 'person/first-name';
  if (shape.wordCount < 2 && shape.end - shape.first < 4) return loneRule(deps, shape, isCommon);
  if (isCommon && !isFullName(deps, shape)) return null;
  if (isFullName(deps, shape) || isFamilyNameFirst(deps, shape)) return 'person/first-name';
  return nameInContextRule(deps, shape);
}

// "Ann Roe Library": a thing has the name.
function isNameOfThing(reading: Reading, shape: NameShape): boolean {
  const next = reading.tokens[shape.end];
  return next?.opensLine === false && isCapitalised(next) && THING_NOUNS.has(next.key);
}

function nameInContextRule(deps: PersonDeps, shape: NameShape): RuleName | null {
  const { reading, lexicon } = deps;
  if (deps.headlines[shape.first] === 1 || followsArticle(reading, shape.first)) return null;
  if (isReported(reading, shape)) return 'person/reporting-verb';
  if (isApposed(reading, shape)) return 'person/apposition';
  if (isDoer(reading, shape) || doesHumanDeed(reading, shape)) return 'person/deed';
  const last = reading.tokens[shape.end - 1];
  if (!opensSentence(reading, shape.first) && isFamilyName(lexicon, last?.key ?? '')) return 'person/name-shape';
  // An unknown name among persons is one more of them: "Jane Roe, Zxy Wvu and John Doe".
  const first = reading.tokens[shape.first];
  const isUnknown = !lexicon.commonWords.has(first?.key ?? '') && !lexicon.commonWords.has(last?.key ?? '');
  if (!isUnknown || shape.wordCount > 3 || opensSentence(reading, shape.first)) return null;
  if (speaksOfPersons(deps, shape)) return 'person/name-shape';
  return deps.parts.isPerson(shape.first) ? 'person/name-shape' : null;
}

// A name word alone: a family name that does or suffers what only persons do.
function loneRule(deps: PersonDeps, shape: NameShape, isCommon: boolean): RuleName | null {
  const { reading, lexicon } = deps;
  const token = reading.tokens[shape.end - 1];
  if (token === undefined || token.text.length < 3 || deps.headlines[shape.first] === 1) return null;
  if (isCapitalised(reading.tokens[shape.end]) || isQualified(reading, shape.first)) return null;
  const isFamily = isFamilyName(lexicon, token.key);
  if (isCommon) return isFamily && isNamedAsSpeaker(reading, shape) ? 'person/deed' : null;
  if (doesHumanDeed(reading, shape)) return 'person/deed';
  if (acts(deps, shape) && (isFamily || isMeantByPronoun(reading, shape) || standsForOffice(reading, shape))) return 'person/deed';
  if (isFamily && isReported(reading, shape)) return 'person/deed';
  return (isFamily || lexicon.firstNames.has(token.key)) && isDoer(reading, shape) ? 'person/deed' : null;
}

// "Louis XIV", "Benedict XVI", "King Charles I".
function isRoyal({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const last = reading.tokens[shape.end - 1];
  return shape.wordCount === 1 && shape.end - shape.first === 2 && /^[IVX]{2,5}$/.test(last?.text ?? '') && lexicon.firstNames.has(reading.tokens[shape.first]?.key ?? '');
}

// '"We saw it," said Burns.'
function isNamedAsSpeaker(reading: Reading, shape: NameShape): boolean {
  const verb = reading.tokens[shape.first - 1];
  const closes = reading.tokens[shape.end]?.kind === 'symbol';
  return verb !== undefined && ['said', 'says', 'added', 'adds'].includes(verb.key) && closes;
}

// "Barnett won", "Corsi had scheduled", "In 2003, Kaczynski co-founded": the subject at the opening of a sentence.
function acts({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const { tokens } = reading;
  const before = tokens[shape.first - 1];
  if (!opensSentence(reading, shape.first) && before?.text !== ',') return false;
  const verb = tokens[shape.end];
  if (verb === undefined || verb.opensLine || verb.kind !== 'word' || isCapitalised(verb)) return false;
  return lexicon.verbs.has(verb.key) || /^(?:has|had|would|was|also|co|later|then|is)$/.test(verb.key);
}

// "Zelphin ran for mayor", "Zelphin serves on the board".
function standsForOffice(reading: Reading, shape: NameShape): boolean {
  const verb = reading.tokens[shape.end]?.key ?? '';
  return OFFICE_VERBS.has(verb) && hasCueNear(reading, shape, OFFICE_CUES, { before: 0, after: PERSON_CUE_REACH });
}

// "LaMarche announced her candidacy": no firm or program has a sex.
function isMeantByPronoun(reading: Reading, shape: NameShape): boolean {
  for (let i = shape.end + 1; i < shape.end + PRONOUN_REACH; i++) {
    const token = reading.tokens[i];
    if (token === undefined || token.opensLine || token.text === '.' || isCapitalised(token)) return false;
    if (PRONOUNS.has(token.key)) return true;
  }
  return false;
}

// "the Rathaus Neustadt": nobody is named so.
function followsArticle(reading: Reading, first: number): boolean {
  return ['the', 'a', 'an', 'its', 'this'].includes(reading.tokens[first - 1]?.key ?? '') && reading.tokens[first]?.opensLine === false;
}

// "the Foo was elected", "Blue Foo was elected": a thing, or part of a longer name.
function isQualified(reading: Reading, first: number): boolean {
  const before = reading.tokens[first - 1];
  if (before === undefined || reading.tokens[first]?.opensLine === true) return false;
  if (['the', 'a', 'an', 'this', 'these', 'its', '-', '/', '&'].includes(before.key)) return true;
  return isCapitalised(before) && !isTitle(before.key) && !opensSentence(reading, first - 1);
}

function opensSentence(reading: Reading, i: number): boolean {
  return reading.sentences[reading.sentenceOf[i] ?? 0]?.first === i;
}

// "Maria Oyelaran", "Bill Kristol"; a given name that is a word ("Mark", "Will") asks for more than a second word.
function isFullName({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const first = reading.tokens[shape.first];
  const last = reading.tokens[shape.end - 1];
  if (shape.wordCount < 2 || first === undefined || !lexicon.firstNames.has(first.key)) return false;
  const isWord = lexicon.commonWords.has(first.key);
  return !isWord || !lexicon.commonWords.has(last?.key ?? '') || lexicon.lastNames.has(last?.key ?? '');
}

// "Wang Yufei".
function isFamilyNameFirst({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const second = reading.tokens[shape.first + 1];
  return (
    FAMILY_NAMES_FIRST.has(reading.tokens[shape.first]?.key ?? '') &&
    shape.wordCount < 4 &&
    second?.kind === 'word' &&
    !lexicon.commonWords.has(second.key)
  );
}

// A title or role, or a given name before a capital, in the same sentence and near.
function speaksOfPersons({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const sentence = reading.sentences[reading.sentenceOf[shape.first] ?? 0];
  if (sentence === undefined) return false;
  const from = Math.max(sentence.first, shape.first - PERSON_CUE_REACH);
  const to = Math.min(sentence.end, shape.end + PERSON_CUE_REACH);
  for (let i = from; i < to; i++) {
    if (i >= shape.first && i < shape.end) continue;
    const token = reading.tokens[i];
    if (token === undefined) continue;
    if (isTitle(token.key)) return true;
    if (isCapitalised(token) && lexicon.firstNames.has(token.key) && isCapitalised(reading.tokens[i + 1]))
      return true;
  }
  return false;
}

function isMostlyCommon({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  let common = 0;
  for (let i = shape.first; i < shape.end; i++) {
    const token = reading.tokens[i];
    const isWord = token !== undefined && isCapitalised(token) && token.text.length > 1;
    if (isWord && lexicon.commonWords.has(token.key)) common++;
  }
  return common >= shape.wordCount;
}

function hasTitleBefore(reading: Reading, shape: NameShape): boolean {
  if (reading.tokens[shape.first]?.opensLine === true) return false;
  let i = shape.first - 1;
  if (reading.tokens[i]?.text === '.') i--;
  const title = reading.tokens[i];
  if (title === undefined || reading.sentenceOf[i] !== reading.sentenceOf[shape.first]) return false;
  // "his brother Jo Roe", "analyst Jo Roe": a role in lower case introduces a full name only.
  if (!isCapitalised(title)) return shape.wordCount > 1 && (isTitle(title.key) || KIN.has(title.key));
  return isTitle(title.key);
}

function isReported(reading: Reading, shape: NameShape): boolean {
  const before = reading.tokens[shape.first - 1];
  const after = reading.tokens[shape.end];
  const isBefore = before !== undefined && REPORTING_VERBS.has(before.key) && reading.tokens[shape.first]?.opensLine === false;
  return isBefore || (after !== undefined && REPORTING_VERBS.has(after.key) && !after.opensLine);
}

// "led by Zxy Wvu".
function isDoer(reading: Reading, shape: NameShape): boolean {
  const by = reading.tokens[shape.first - 1];
  if (by === undefined || reading.tokens[shape.first]?.opensLine === true) return false;
  if (by.key === 'starring') return true;
  return by.key === 'by' && DOERS.has(reading.tokens[shape.first - 2]?.key ?? '');
}

// "Wvu resigned", "Wvu was later re-elected", "Wvu, who studied".
function doesHumanDeed(reading: Reading, shape: NameShape): boolean {
  const { tokens } = reading;
  let i = shape.end;
  let isPassive = false;
  for (let fillers = 0; fillers < MAX_FILLERS; fillers++) {
    const key = tokens[i]?.key ?? '';
    if (!FILLERS.has(key) || tokens[i]?.opensLine === true) break;
    isPassive ||= /^(?:was|were|been|is|be|being|got)$/.test(key);
    i++;
  }
  const verb = tokens[i];
  if (verb === undefined || verb.opensLine || isAllCaps(verb)) return false;
  if (verb.key === 're' && tokens[i + 1]?.key === '-') return SUFFERED.has(tokens[i + 2]?.key ?? '') && isPassive;
  if (isPassive) return SUFFERED.has(verb.key);
  return DEEDS.has(verb.key) || (shape.wordCount > 1 && FULL_NAME_DEEDS.has(verb.key));
}

// "Jane Roe, a researcher at", "Jane Roe, 42,", "Jane Roe, chief executive of", "Jane Roe (born 1960)".
function isApposed(reading: Reading, shape: NameShape): boolean {
  const { tokens } = reading;
  const opener = tokens[shape.end]?.text;
  const next = tokens[shape.end + 1];
  if (opener === '(') return next?.key === 'born' || (next?.kind === 'number' && /^1[5-9]\d\d$|^20\d\d$/.test(next.text) && tokens[shape.end + 2]?.key === '-');
  if (opener !== ',') return false;
  if (next?.kind === 'number' && /^\d{2}$/.test(next.text)) return true;
  for (let i = shape.end + 1; i < shape.end + 6; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'symbol') return false;
    // "Zxy Wvu, Minister Roe": another person.
    if (isTitle(token.key)) return !isCapitalised(tokens[i + 1]) || isCapitalised(tokens[i + 2]);
  }
  return false;
}
