import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import words from './gazetteer/person-words.json' with { type: 'json' };
import { isFamilyNameToo, isTitle } from './person-names.js';
import type { NameShape, PersonContext } from './person-names.js';
import { hasCueNear } from './reading.js';
import type { Reading } from './reading.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

const REPORTING_VERBS: ReadonlySet<string> = new Set(words.reportingVerbs);
const KIN: ReadonlySet<string> = new Set(words.kin);
const DOERS: ReadonlySet<string> = new Set(words.agentParticiples);
const DEEDS: ReadonlySet<string> = new Set(words.humanVerbs);
const FULL_NAME_DEEDS: ReadonlySet<string> = new Set(words.writersVerbs);
const OFFICE_VERBS: ReadonlySet<string> = new Set(words.officeVerbs);
const OFFICE_CUES: ReadonlySet<string> = new Set([...organisationWords.partyWords, ...words.offices]);
const THING_NOUNS: ReadonlySet<string> = new Set(words.thingNouns);
const PRONOUNS: ReadonlySet<string> = new Set(words.pronouns);
const SUFFERED: ReadonlySet<string> = new Set(words.humanParticiples);
const FILLERS: ReadonlySet<string> = new Set(words.verbFillers);

/** A pronoun for a subject stands at most so many tokens behind it. */
const PRONOUN_REACH = 8;

/** How far behind a verb the office stands that it speaks of. */
const OFFICE_REACH = 12;

/** Between a subject and its verb stand at most so many small words: "had not yet been". */
const MAX_FILLERS = 4;

/** "Ann Roe Library": a thing has the name. */
export function isNameOfThing({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const next = reading.tokens[shape.end];
  const last = reading.tokens[shape.end - 1]?.key ?? '';
  if (THING_NOUNS.has(last) && !isFamilyNameToo(last) && !lexicon.lastNames.has(last)) return true;
  return next?.opensLine === false && isCapitalised(next) && THING_NOUNS.has(next.key);
}

/** '"We saw it," said Burns.' */
export function isNamedAsSpeaker(reading: Reading, shape: NameShape): boolean {
  const verb = reading.tokens[shape.first - 1];
  const closes = reading.tokens[shape.end]?.kind === 'symbol';
  return verb !== undefined && ['said', 'says', 'added', 'adds'].includes(verb.key) && closes;
}

/** "Kuusk won", "Oyelaran had scheduled", "In 2003, Kuusk co-founded": the subject at the opening of a sentence. */
export function acts({ reading, lexicon }: PersonContext, shape: NameShape): boolean {
  const { tokens } = reading;
  const before = tokens[shape.first - 1];
  if (!opensSentence(reading, shape.first) && before?.text !== ',') return false;
  const verb = tokens[shape.end];
  if (verb === undefined || verb.opensLine || verb.kind !== 'word' || isCapitalised(verb)) return false;
  return lexicon.verbs.has(verb.key) || /^(?:has|had|would|was|also|co|later|then|is)$/.test(verb.key);
}

/** "Zelphin ran for mayor", "Zelphin serves on the board". */
export function standsForOffice(reading: Reading, shape: NameShape): boolean {
  const verb = reading.tokens[shape.end]?.key ?? '';
  return (
    OFFICE_VERBS.has(verb) && hasCueNear(reading, shape, OFFICE_CUES, { before: 0, after: OFFICE_REACH })
  );
}

/** "Zarvanka announced her candidacy": no firm or program has a sex. */
export function isMeantByPronoun(reading: Reading, shape: NameShape): boolean {
  for (let i = shape.end + 1; i < shape.end + PRONOUN_REACH; i++) {
    const token = reading.tokens[i];
    if (token === undefined || token.opensLine || token.text === '.' || isCapitalised(token)) return false;
    if (PRONOUNS.has(token.key)) return true;
  }
  return false;
}

/** "the Rathaus Neustadt": nobody is named so. */
export function followsArticle(reading: Reading, first: number): boolean {
  return (
    ['the', 'a', 'an', 'its', 'this'].includes(reading.tokens[first - 1]?.key ?? '') &&
    reading.tokens[first]?.opensLine === false
  );
}

/** "the Foo was elected", "Blue Foo was elected": a thing, or part of a longer name. */
export function isQualified(reading: Reading, first: number): boolean {
  const before = reading.tokens[first - 1];
  if (before === undefined || reading.tokens[first]?.opensLine === true) return false;
  if (['the', 'a', 'an', 'this', 'these', 'its', '-', '/', '&'].includes(before.key)) return true;
  return isCapitalised(before) && !isTitle(before.key) && !opensSentence(reading, first - 1);
}

/** True for the first word of a sentence. */
export function opensSentence(reading: Reading, i: number): boolean {
  return reading.sentences[reading.sentenceOf[i] ?? 0]?.first === i;
}

/** "Minister Roe", "Gen. Roe", "analyst Jane Roe". */
export function hasTitleBefore(reading: Reading, shape: NameShape): boolean {
  if (reading.tokens[shape.first]?.opensLine === true) return false;
  let i = shape.first - 1;
  if (reading.tokens[i]?.text === '.') i--;
  const title = reading.tokens[i];
  if (title === undefined || reading.sentenceOf[i] !== reading.sentenceOf[shape.first]) return false;
  // "his brother Jo Roe", "analyst Jo Roe": a role in lower case introduces a full name only.
  if (!isCapitalised(title)) return shape.wordCount > 1 && (isTitle(title.key) || KIN.has(title.key));
  return isTitle(title.key);
}

/** '"No", said Jane Roe', "Jane Roe told". */
export function isReported(reading: Reading, shape: NameShape): boolean {
  const before = reading.tokens[shape.first - 1];
  const after = reading.tokens[shape.end];
  const isBefore =
    before !== undefined &&
    REPORTING_VERBS.has(before.key) &&
    reading.tokens[shape.first]?.opensLine === false;
  return isBefore || (after !== undefined && REPORTING_VERBS.has(after.key) && !after.opensLine);
}

/** "led by Zxy Wvu". */
export function isDoer(reading: Reading, shape: NameShape): boolean {
  const by = reading.tokens[shape.first - 1];
  if (by === undefined || reading.tokens[shape.first]?.opensLine === true) return false;
  if (by.key === 'starring') return true;
  return by.key === 'by' && DOERS.has(reading.tokens[shape.first - 2]?.key ?? '');
}

/** "Wvu resigned", "Wvu was later re-elected", "Wvu, who studied". */
export function doesHumanDeed(reading: Reading, shape: NameShape): boolean {
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
  if (verb.key === 're' && tokens[i + 1]?.key === '-')
    return SUFFERED.has(tokens[i + 2]?.key ?? '') && isPassive;
  if (isPassive) return SUFFERED.has(verb.key);
  return DEEDS.has(verb.key) || (shape.wordCount > 1 && FULL_NAME_DEEDS.has(verb.key));
}

/** "Jane Roe, a researcher at", "Jane Roe, 42,", "Jane Roe, chief executive of", "Jane Roe (born 1960)". */
export function isApposed(reading: Reading, shape: NameShape): boolean {
  const { tokens } = reading;
  const opener = tokens[shape.end]?.text;
  const next = tokens[shape.end + 1];
  if (opener === '(')
    return (
      next?.key === 'born' ||
      (next?.kind === 'number' &&
        /^1[5-9]\d\d$|^20\d\d$/.test(next.text) &&
        tokens[shape.end + 2]?.key === '-')
    );
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
