import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import type { Reading, TokenRange } from './reading.js';
import { isCapitalised } from './tokenise.js';

const NOUNS: ReadonlySet<string> = new Set(words.crew.nouns);
const MODIFIERS: ReadonlySet<string> = new Set(words.crew.modifiers);
const LINKS: ReadonlySet<string> = new Set(words.crew.links);
const DEEDS: ReadonlySet<string> = new Set(words.crew.deeds);
const BLAMED: ReadonlySet<string> = new Set(words.crew.blamed);
const ACCUSING: ReadonlySet<string> = new Set(words.crew.accusing);
const BELONGINGS: ReadonlySet<string> = new Set(words.crew.belongings);
const SITES: ReadonlySet<string> = new Set(words.crew.sites);
const MALWARE: ReadonlySet<string> = new Set(words.crew.malware);
const MALWARE_BEFORE: ReadonlySet<string> = new Set(words.crew.malwareBefore);
const PROGRAM = new Set(['ransomware', 'raas', 'malware', 'program', 'service']);
const ARTICLES = new Set(['a', 'an', 'the']);
const AUXILIARIES = new Set(
  'has have had also later then since now already reportedly allegedly recently initially'.split(' '),
);

/** Words from a name to the deed that it shares: "Foo, Bar and Baz claimed". */
const SHARING_REACH = 8;
/** How far a name may stand from the noun that says what it is. */
const REACH = 8;

/** What a name that a crew shares with its malware means where it stands. */
export type NameSense = 'crew' | 'malware' | 'unclear';

/**
 * Tells the people from the program of the same name: "the Conti gang", "claimed by Conti" and "Conti's leak site"
 * are people; "the Conti ransomware", "deployed Conti" are not.
 */
export function senseOfName(reading: Reading, range: TokenRange): NameSense {
  const after = senseOfWhatFollows(reading, range.end);
  if (after !== 'unclear' || isProgram(reading, range.end)) return after;
  return senseOfWhatPrecedes(reading, range.first);
}

function senseOfWhatFollows(reading: Reading, end: number): NameSense {
  const key = (i: number): string => reading.tokens[i]?.key ?? '';
  const sentenceEnd = endOfSentence(reading, end - 1);
  let i = end;
  // A version, a closing quote or bracket: "LockBit 3.0", "“Play”".
  while (i < sentenceEnd && i < end + 3 && isPassedOver(reading, i)) i++;
  if (i >= sentenceEnd) return 'unclear';
  if (key(i) === "'" && key(i + 1) === 's') {
    return BELONGINGS.has(key(i + 2)) || DEEDS.has(key(i + 3)) ? 'crew' : 'unclear';
  }
  if (SITES.has(key(i)) || SITES.has(key(i + 1))) return 'crew';
  // "Foo, a ransomware gang".
  let noun = key(i) === ',' && ARTICLES.has(key(i + 1)) ? i + 2 : i;
  const modifiersEnd = noun + 4;
  while (noun < modifiersEnd && noun < sentenceEnd && MODIFIERS.has(key(noun))) noun++;
  if (NOUNS.has(key(noun)) && !reading.tokens[noun]?.opensLine) return 'crew';
  if (MALWARE.has(key(i))) return 'malware';
  i = endOfSharers(reading, i);
  const auxiliariesEnd = i + 4;
  while (i < auxiliariesEnd && AUXILIARIES.has(key(i))) i++;
  return DEEDS.has(key(i)) ? 'crew' : 'unclear';
}

// "Foo and Bar claimed", "Foo, Bar and Baz": past the other names of a list that an "and" closes.
function endOfSharers({ tokens }: Reading, from: number): number {
  let i = from;
  let isClosed = false;
  while (i < from + SHARING_REACH && !isClosed && [',', 'and'].includes(tokens[i]?.key ?? '')) {
    isClosed = tokens[i]?.key === 'and';
    i++;
    const first = i;
    while (isCapitalised(tokens[i]) && i < first + 2) i++;
    if (i === first) return from;
  }
  return isClosed ? i : from;
}

/** True where a name is that of a program by the word behind it: "operators of the Foo ransomware". */
export function isProgram(reading: Reading, end: number): boolean {
  const key = reading.tokens[end]?.key ?? '';
  return PROGRAM.has(key) || MALWARE.has(key);
}

function isPassedOver(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  return token?.kind === 'number' || /^["”’*_)\]]$/.test(token?.text ?? '');
}

// "gangs such as Foo and Bar", "operators of Foo", "claimed by Foo".
function senseOfWhatPrecedes(reading: Reading, first: number): NameSense {
  const { tokens } = reading;
  const start = reading.sentences[reading.sentenceOf[first] ?? 0]?.first ?? 0;
  if (ACCUSING.has(tokens[first - 1]?.key ?? '')) return 'crew';
  let bySomebody = false;
  for (let i = first - 1; i >= Math.max(start, first - REACH); i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (NOUNS.has(token.key)) return 'crew';
    if (bySomebody) return BLAMED.has(token.key) ? 'crew' : 'unclear';
    if (token.key === 'by' || (token.key === 'to' && i === first - 1)) bySomebody = true;
    else if (i >= first - 2 && MALWARE_BEFORE.has(token.key)) return 'malware';
    else if (!LINKS.has(token.key) && !isCapitalised(token)) break;
  }
  return 'unclear';
}

function endOfSentence(reading: Reading, i: number): number {
  return reading.sentences[reading.sentenceOf[i] ?? 0]?.end ?? reading.tokens.length;
}
