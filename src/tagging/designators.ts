import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import { isTechnical, spanOf } from './reading.js';
import type { Reading } from './reading.js';
import type { Token } from './tokenise.js';
import { isCapitalised } from './tokenise.js';

const FAMILIES: ReadonlySet<string> = new Set(Object.keys(words.families).map((word) => word.toLowerCase()));
const PREFIXES: ReadonlySet<string> = new Set(
  Object.keys(words.familyPrefixes).map((word) => word.toLowerCase()),
);
const NOT_FAMILIES: ReadonlySet<string> = new Set(words.notFamilies);

/** Letters before the number, and how many digits the vendors give: APT28, UNC2452, TA505, FIN7, Storm-0558. */
const NUMBERED: ReadonlyMap<string, { readonly digits: RegExp; readonly canonical: string }> = new Map([
  ['apt', { digits: /^\d{1,3}$/, canonical: 'APT' }],
  ['unc', { digits: /^\d{3,5}$/, canonical: 'UNC' }],
  ['ta', { digits: /^\d{3,4}$/, canonical: 'TA' }],
  ['fin', { digits: /^\d{1,2}$/, canonical: 'FIN' }],
  ['storm', { digits: /^\d{4}$/, canonical: 'Storm-' }],
  ['dev', { digits: /^\d{4}$/, canonical: 'DEV-' }],
  ['uac', { digits: /^\d{4}$/, canonical: 'UAC-' }],
  ['uat', { digits: /^\d{4}$/, canonical: 'UAT-' }],
  ['uta', { digits: /^\d{4}$/, canonical: 'UTA' }],
  ['tag', { digits: /^\d{2,3}$/, canonical: 'TAG-' }],
  ['itg', { digits: /^\d{2}$/, canonical: 'ITG' }],
]);

/** Proposes threat actors whose name follows a vendor's scheme, in the catalogue or not. */
export function findDesignators(reading: Reading): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    if (!isCapitalised(reading.tokens[i])) continue;
    const found = readNumbered(reading.tokens, i) ?? readDotted(reading, i) ?? readFamily(reading, i);
    if (found === null || isTechnical(reading, found)) continue;
    candidates.push(found);
  }
  return candidates;
}

function candidate(first: number, end: number, name: string, rule: ActorCandidate['rule']): ActorCandidate {
  return { first, end, kind: 'threat-actor', name, id: null, rule };
}

function readNumbered(tokens: readonly Token[], i: number): ActorCandidate | null {
  const scheme = NUMBERED.get(tokens[i]?.key ?? '');
  if (scheme === undefined || !isCapitalised(tokens[i])) return null;
  const hyphen = tokens[i + 1]?.key === '-' ? 1 : 0;
  const number = tokens[i + 1 + hyphen];
  if (number?.kind !== 'number' || !scheme.digits.test(number.text) || number.opensLine) return null;
  if (tokens[i + 2 + hyphen]?.glued === true && tokens[i + 2 + hyphen]?.kind !== 'symbol') return null;
  // "APT 28" is written with a blank; "Storm 2024" and "TA 100" are something else.
  if (!number.glued && scheme.canonical !== 'APT') return null;
  return candidate(i, i + 2 + hyphen, `${scheme.canonical}${number.text}`, 'threat-actor/designator');
}

// "APT-C-36" (360 Threat Intelligence), "TEMP.Veles" (FireEye).
function readDotted(reading: Reading, i: number): ActorCandidate | null {
  const { tokens } = reading;
  const first = tokens[i];
  if (
    first?.text === 'TEMP' &&
    tokens[i + 1]?.text === '.' &&
    isCapitalised(tokens[i + 2]) &&
    tokens[i + 2]?.glued === true
  ) {
    return candidate(i, i + 3, spanOf(reading, { first: i, end: i + 3 }).text, 'threat-actor/designator');
  }
  const isAptC =
    first?.key === 'apt' &&
    tokens[i + 1]?.key === '-' &&
    tokens[i + 2]?.key === 'c' &&
    tokens[i + 3]?.key === '-';
  if (!isAptC) return null;
  const number = tokens[i + 4];
  if (number?.kind !== 'number' || !/^\d{2}$/.test(number.text)) return null;
  return candidate(i, i + 5, `APT-C-${number.text}`, 'threat-actor/designator');
}

// "Velvet Tempest", "BRONZE UNION": two capitalised words, one of them a vendor's family word.
function readFamily(reading: Reading, i: number): ActorCandidate | null {
  const [first, second] = [reading.tokens[i], reading.tokens[i + 1]];
  if (!isCapitalised(first) || !isCapitalised(second) || first === undefined || second === undefined)
    return null;
  if (second.opensLine || second.glued || first.text.length < 3 || NOT_FAMILIES.has(first.key)) return null;
  const isFamily = FAMILIES.has(second.key);
  const isSecureworks =
    PREFIXES.has(first.key) &&
    first.text === first.text.toUpperCase() &&
    second.text === second.text.toUpperCase();
  if (!isFamily && !isSecureworks) return null;
  if (isCapitalised(reading.tokens[i + 2]) && reading.tokens[i + 2]?.opensLine === false) return null;
  return candidate(i, i + 2, spanOf(reading, { first: i, end: i + 2 }).text, 'threat-actor/family');
}
