import { rejectName } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import countryForms from './gazetteer/country-forms.json' with { type: 'json' };
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import words from './gazetteer/person-words.json' with { type: 'json' };
import { isFamilyName } from './name-lexicon.js';
import { followsHonorific, isFamilyNameToo, isTitle, readName } from './person-names.js';
import type { NameShape, PersonContext } from './person-names.js';
import {
  acts,
  doesHumanDeed,
  followsArticle,
  hasTitleBefore,
  isApposed,
  isDoer,
  isMeantByPronoun,
  isNameOfThing,
  isNamedAsSpeaker,
  isQualified,
  isReported,
  opensSentence,
  standsForOffice,
} from './person-signs.js';
import { hasCueNear, isTechnical, spanOf } from './reading.js';
import type { Reading } from './reading.js';
import { isRejection } from './rejection.js';
import type { Verdict } from './rejection.js';
import type { RuleName } from './rule-confidence.js';
import type { SentenceParts } from './sentence-parts.js';
import { isCapitalised } from './tokenise.js';

const FAMILY_NAMES_FIRST: ReadonlySet<string> = new Set(words.familyNamesFirst);

const NAMES_OF_PLACES: ReadonlySet<string> = new Set([...countryForms.givenNames.forms, 'Paris']);
const MALWARE_WORDS: ReadonlySet<string> = new Set(organisationWords.malwareWords);

/** How near a word about malware must stand to spoil a name that is known by its shape alone. */
const MALWARE_REACH = { before: 5, after: 5 } as const;

/** How many tokens around an unknown name are searched for a sign that persons are spoken of. */
const PERSON_CUE_REACH = 12;

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
    const verdict = isTechnical(reading, whole) ? 'technical' : judgePerson(deps, whole);
    if (isRejection(verdict)) {
      if (mayBeMissed(deps, whole)) rejectName(reading, whole, 'person', verdict);
      // "Presidents William McKinley": what is no name from its first word on may be one from the next.
      i = shape.first + 1;
    } else {
      candidates.push(proposePerson(reading, whole, verdict));
      i = whole.end;
    }
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

// Not every capitalised word of a text is worth a word to those who ask why it is no person.
function mayBeMissed({ reading, lexicon }: PersonDeps, shape: NameShape): boolean {
  if (reading.trace === null) return false;
  if (shape.wordCount > 1) return true;
  const key = reading.tokens[shape.end - 1]?.key ?? '';
  return lexicon.firstNames.has(key) || isFamilyName(lexicon, key);
}

function judgePerson(deps: PersonDeps, shape: NameShape): Verdict {
  const { reading } = deps;
  if (shape.wordCount > 4) return 'too-long';
  if (isNameOfThing(deps, shape)) return 'thing-name';
  const isCommon = isMostlyCommon(deps, shape);
  if (followsHonorific(reading, shape.first)) return 'person/title';
  if (hasTitleBefore(reading, shape) && (!isCommon || isFullName(deps, shape))) return 'person/title';
  if (isRoyal(deps, shape)) return 'person/first-name';
  if (shape.wordCount < 2 && shape.end - shape.first < 5)
    return loneRule(deps, shape, isCommon) ?? 'lone-name';
  if (isCommon && !isFullName(deps, shape)) return 'plain-word';
  if (isFullName(deps, shape) || isFamilyNameFirst(deps, shape)) return 'person/first-name';
  return judgeInContext(deps, shape);
}

function judgeInContext(deps: PersonDeps, shape: NameShape): Verdict {
  const { reading } = deps;
  if (deps.headlines[shape.first] === 1) return 'headline';
  if (followsArticle(reading, shape.first)) return 'after-article';
  if (isReported(reading, shape)) return 'person/reporting-verb';
  if (isApposed(reading, shape)) return 'person/apposition';
  if (isDoer(reading, shape) || doesHumanDeed(reading, shape)) return 'person/deed';
  if (!looksLikeName(deps, shape)) return 'no-sign';
  return deps.parts.isPerson(shape) ? 'person/parts-of-speech' : 'person/name-shape';
}

// Nothing but the words tells: "Zxy Petrenko"; "Jane Roe, Zxy Wvu and John Doe", an unknown name among persons.
function looksLikeName(deps: PersonDeps, shape: NameShape): boolean {
  const { reading, lexicon } = deps;
  if (opensSentence(reading, shape.first) || hasCueNear(reading, shape, MALWARE_WORDS, MALWARE_REACH))
    return false;
  const first = reading.tokens[shape.first]?.key ?? '';
  const last = reading.tokens[shape.end - 1]?.key ?? '';
  if (lexicon.commonWords.has(first) && first.length > 1) return false;
  // "J. T. Marrowby".
  if (first.length === 1 && shape.end - shape.first > 4) return !lexicon.commonWords.has(last);
  if (isFamilyName(lexicon, last)) return true;
  if (lexicon.commonWords.has(last) || shape.wordCount > 3) return false;
  return speaksOfPersons(deps, shape);
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
  if (acts(deps, shape) && (isFamily || isMeantByPronoun(reading, shape) || standsForOffice(reading, shape)))
    return 'person/deed';
  if (isFamily && isReported(reading, shape)) return 'person/deed';
  return (isFamily || lexicon.firstNames.has(token.key)) && isDoer(reading, shape) ? 'person/deed' : null;
}

// "Louis XIV", "Benedict XVI", "King Charles I".
function isRoyal({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const last = reading.tokens[shape.end - 1];
  return (
    shape.wordCount === 1 &&
    shape.end - shape.first === 2 &&
    /^[IVX]{2,5}$/.test(last?.text ?? '') &&
    lexicon.firstNames.has(reading.tokens[shape.first]?.key ?? '')
  );
}

// "Maria Oyelaran", "Zadie Ferry"; a given name before any other word is no name ("Will Focus").
function isFullName({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const first = reading.tokens[shape.first];
  const last = reading.tokens[shape.end - 1];
  if (shape.wordCount < 2 || first === undefined) return false;
  const closing = last?.key ?? '';
  // "Jordan Whitmore": a country's name is a given name before a family name.
  if (NAMES_OF_PLACES.has(first.text) && isFamilyName(lexicon, closing)) return true;
  if (!lexicon.firstNames.has(first.key)) return false;
  if (!lexicon.commonWords.has(closing) || lexicon.lastNames.has(closing)) return true;
  return isFamilyNameToo(closing) && !lexicon.commonWords.has(first.key);
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
