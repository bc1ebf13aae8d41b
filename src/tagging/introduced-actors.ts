import { rejectName } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import { cataloguedAs, isDistinctiveName, readNameAt, readNameBefore } from './actor-name.js';
import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import { hasCueNear, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import { isCapitalised } from './tokenise.js';

const { introductions } = words;
const CRIME: ReadonlySet<string> = new Set(introductions.crime);
const HEADS: ReadonlySet<string> = new Set(introductions.heads);
const SURE_HEADS: ReadonlySet<string> = new Set(introductions.sureHeads);
const GANGS: ReadonlySet<string> = new Set(introductions.gangs);
const NAMERS: ReadonlySet<string> = new Set(introductions.namers);
const TRACKERS: ReadonlySet<string> = new Set(introductions.trackers);
const LINKS: ReadonlySet<string> = new Set(introductions.links);
const LISTS: ReadonlySet<string> = new Set(introductions.lists);
const TOPIC: ReadonlySet<string> = new Set(words.topic);

/** Words between "group" and the name that it is "tracked as". */
const NAMING_REACH = 12;
const LISTED_NAMES = 8;
const TOPIC_REACH = { before: 15, after: 15 } as const;

/**
 * Proposes threat actors that only the text introduces: "the ransomware gang Foo", "a group tracked by Acme as Foo",
 * "the Foo hacking group", "threat actors such as Foo and Bar".
 *
 * @param commonWords - words of the dictionary, lower case: capitalised at the start of a sentence they are no names
 */
export function findIntroducedActors(reading: Reading, commonWords: ReadonlySet<string>): ActorCandidate[] {
  const ranges: TokenRange[] = [];
  reading.tokens.forEach((token, head) => {
    if (!HEADS.has(token.key)) return;
    const isCriminal = isCriminalHead(reading, head);
    ranges.push(...namesAfter(reading, head, isCriminal));
    if (isCriminal) ranges.push(...nameBefore(reading, head, commonWords));
  });
  return ranges.map((range) => {
    const name = spanOf(reading, range).text;
    return toThreatActor(reading, range, { name, id: null, rule: 'threat-actor/unverified' });
  });
}

/** A proposal for a name that the text shows to be a threat actor's: whom the catalogue knows by it, or the given one. */
export function toThreatActor(
  reading: Reading,
  range: TokenRange,
  unknown: Pick<ActorCandidate, 'name' | 'id' | 'rule'>,
): ActorCandidate {
  const known = cataloguedAs(reading, range);
  const kind = 'threat-actor' as const;
  if (known === null) return { ...range, kind, ...unknown };
  return {
    ...range,
    kind,
    name: known.name,
    id: known.attackId ?? null,
    rule: 'threat-actor/catalogue-context',
  };
}

// "cyber espionage group", "ransomware-as-a-service gang": a word of crime right before the noun; for a gang anywhere near.
function isCriminalHead(reading: Reading, head: number): boolean {
  const key = reading.tokens[head]?.key ?? '';
  if (!SURE_HEADS.has(key)) return false;
  if (phraseStart(reading, head) < head) return true;
  return GANGS.has(key) && hasCueNear(reading, rangeOf(head), TOPIC, TOPIC_REACH);
}

/** Where a name ends before "ransomware gang" or the like, given where that ends; that itself where there is none. */
export function endOfNameBeforeHead(reading: Reading, end: number): number {
  return HEADS.has(reading.tokens[end - 1]?.text ?? '') ? phraseStart(reading, end - 1) : end;
}

/** Where the words of crime before a noun begin; the noun itself when there are none. */
function phraseStart(reading: Reading, head: number): number {
  let start = head;
  for (let i = head - 1; i >= Math.max(0, head - 5); i--) {
    const token = reading.tokens[i];
    if (token === undefined || reading.tokens[i + 1]?.opensLine === true) break;
    if (CRIME.has(token.key)) start = i;
    else if (token.text !== '-') break;
  }
  return start;
}

function namesAfter(reading: Reading, head: number, isCriminal: boolean): TokenRange[] {
  const next = reading.tokens[head + 1];
  // Headlines capitalise every word: there only a name that can be no word counts.
  const isHeadline = isCapitalised(reading.tokens[head]);
  const accepts = (range: TokenRange): boolean => {
    const isName = !isHeadline || isDistinctiveName(spanOf(reading, range).text);
    if (!isName) rejectName(reading, range, 'threat-actor', 'headline');
    return isName;
  };
  if (isCriminal && LISTS.has(next?.key ?? '')) {
    const at = next?.key === 'such' ? head + 3 : head + 2;
    return readNameList(reading, at).filter(accepts);
  }
  const direct = isCriminal ? [...namesRightAfter(reading, head), ...nameApposed(reading, head)] : [];
  if (direct.length > 0) return direct.filter(accepts);
  const isOnTopic = TOPIC.has(reading.tokens[head]?.key ?? '');
  const named =
    isCriminal || isOnTopic || hasCueNear(reading, rangeOf(head), TOPIC, TOPIC_REACH)
      ? nameGiven(reading, head)
      : null;
  return named !== null && accepts(named) ? [named] : [];
}

// "the gang Foo", "the threat actors Foo, Bar and Baz".
function namesRightAfter(reading: Reading, head: number): TokenRange[] {
  const at = head + 1;
  if (reading.tokens[at]?.opensLine !== false) return [];
  if (reading.tokens[head]?.key.endsWith('s') === true) return readNameList(reading, at);
  const name = readNameAt(reading, at);
  return name === null ? [] : [name];
}

// "a hacking crew, Foo1, leaked": between commas only a name that can be no word.
function nameApposed(reading: Reading, head: number): TokenRange[] {
  if (reading.tokens[head + 1]?.text !== ',') return [];
  const name = readNameAt(reading, head + 2);
  if (name === null || reading.tokens[name.end]?.text !== ',') return [];
  return isDistinctiveName(spanOf(reading, name).text) ? [name] : [];
}

// "group, which Acme tracks as Foo", "gang calling itself Foo": only linking words stand in between.
function nameGiven(reading: Reading, head: number): TokenRange | null {
  const sentence = reading.sentenceOf[head];
  let isTracked = false;
  for (let i = head + 1; i <= head + NAMING_REACH; i++) {
    const token = reading.tokens[i];
    if (token === undefined || reading.sentenceOf[i] !== sentence) return null;
    if (NAMERS.has(token.key) || (isTracked && token.key === 'as')) {
      const at = reading.tokens[i + 1]?.key === 'of' ? i + 2 : i + 1;
      const next = reading.tokens[at]?.key ?? '';
      if (NAMERS.has(next) || next === 'as') continue;
      const name = readNameAt(reading, at);
      if (name !== null) return name;
    }
    if (TRACKERS.has(token.key)) isTracked = true;
    else if (
      !LINKS.has(token.key) &&
      !NAMERS.has(token.key) &&
      !isCapitalised(token) &&
      token.kind !== 'number'
    ) {
      return null;
    }
  }
  return null;
}

/** Reads "Foo, Bar and Baz" from a token on. */
export function readNameList(reading: Reading, at: number): TokenRange[] {
  const names: TokenRange[] = [];
  let next = at;
  while (names.length < LISTED_NAMES) {
    const name = readNameAt(reading, next);
    if (name === null) break;
    names.push(name);
    next = name.end;
    while (next < name.end + 3 && /^(?:,|\/|and|or|["”’*])$/.test(reading.tokens[next]?.key ?? '')) next++;
    if (next === name.end) break;
  }
  return names;
}

function nameBefore(reading: Reading, head: number, commonWords: ReadonlySet<string>): TokenRange[] {
  const noun = reading.tokens[head];
  // "Foo threat actors" are whoever uses Foo; in headlines every word is capitalised.
  if (noun?.key === 'actors' || isCapitalised(noun)) return [];
  const range = readNameBefore(reading, phraseStart(reading, head));
  if (range === null) return [];
  if (!isPlainOpener(reading, range, commonWords)) return [range];
  rejectName(reading, range, 'threat-actor', 'plain-word');
  return [];
}

// "Notorious hacking group …": a sentence's first word is capitalised without being a name.
function isPlainOpener(
  reading: Reading,
  { first, end }: TokenRange,
  commonWords: ReadonlySet<string>,
): boolean {
  const token = reading.tokens[first];
  const sentence = reading.sentences[reading.sentenceOf[first] ?? 0];
  if (token === undefined || sentence === undefined || first > sentence.first + 1) return false;
  if (end - first > 1 || isDistinctiveName(token.text)) return false;
  return commonWords.has(token.key) || /(?:ous|ing|ed|ly|ive|al|ful|ian|ese|ish|s)$/.test(token.key);
}

function rangeOf(token: number): TokenRange {
  return { first: token, end: token + 1 };
}
