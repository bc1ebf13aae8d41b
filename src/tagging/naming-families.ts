import { rejectActor } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import { isKnownOtherwise } from './actor-name.js';
import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import { isProgram } from './crew-sense.js';
import { hasCueNear, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RejectionReason } from './rejection.js';
import { speaksOfAttacks } from './subject.js';
import { isAllCaps, isCapitalised } from './tokenise.js';
import type { Token } from './tokenise.js';

const METALS = lowerKeys([words.prefixes.Secureworks]);
const LOOSE_PREFIXES = lowerKeys([words.prefixes['Trend Micro'], words.prefixes.PwC]);
const LOOSE_FAMILIES: ReadonlySet<string> = new Set(words.looseFamilies);
const SURE_FAMILIES: ReadonlySet<string> = new Set(
  [...lowerKeys(Object.values(words.families))].filter((word) => !LOOSE_FAMILIES.has(word)),
);
const NOT_BEFORE_FAMILY: ReadonlySet<string> = new Set(words.notFamilies);
const NOT_AFTER_PREFIX: ReadonlySet<string> = new Set(words.notAfterPrefix);
const CUES: ReadonlySet<string> = new Set(words.cues);
const CUE_REACH = { before: 5, after: 5 } as const;

function lowerKeys(families: readonly Readonly<Record<string, string | undefined>>[]): ReadonlySet<string> {
  return new Set(families.flatMap((family) => Object.keys(family).map((word) => word.toLowerCase())));
}

/**
 * Proposes threat actors whose name of two words follows a vendor's scheme: a family word behind ("Velvet Tempest",
 * CrowdStrike, Microsoft, Palo Alto Networks) or a prefix ("BRONZE UNION", Secureworks, in capitals; "Earth Lusca",
 * Trend Micro, and "White Tur", PwC, only where the text speaks of such actors).
 */
export function findFamilyNames(reading: Reading): ActorCandidate[] {
  const { tokens } = reading;
  const kind = 'threat-actor';
  const candidates: ActorCandidate[] = [];
  for (const i of reading.capitals) {
    const [first, second] = [tokens[i], tokens[i + 1]];
    const range = { first: i, end: i + 2 };
    if (!isPair(first, second)) continue;
    const isSure = isFamilyName(first, second) || isMetalName(first, second);
    if (!isSure && !isLoosePair(first, second)) continue;
    const name = spanOf(reading, range).text;
    const candidate = { ...range, kind, name, id: null, rule: 'threat-actor/family' } as const;
    const objection = objectionTo(reading, range, isSure);
    if (objection === null) candidates.push(candidate);
    else rejectActor(reading, candidate, objection);
  }
  if (candidates.length === 0 || speaksOfAttacks(reading)) return candidates;
  for (const candidate of candidates) rejectActor(reading, candidate, 'off-subject');
  return [];
}

// Why a pair of words that follows a scheme is none of its names; null where it is one.
function objectionTo(reading: Reading, range: TokenRange, isSure: boolean): RejectionReason | null {
  if (isTechnical(reading, range)) return 'technical';
  if (goesOn(reading, range)) return 'longer-name';
  if (!isSure && isProgram(reading, range.end)) return 'malware';
  if (!isSure && !hasCueNear(reading, range, CUES, CUE_REACH)) return 'no-context';
  return isKnownOtherwise(reading, range) ? 'known-otherwise' : null;
}

function isPair(first: Token | undefined, second: Token | undefined): boolean {
  return isCapitalised(first) && isCapitalised(second) && second?.opensLine === false && !second.glued;
}

// Two words are the whole name: "Royal Bengal Tiger Reserve" is none.
function goesOn({ tokens }: Reading, { first, end }: TokenRange): boolean {
  const before = tokens[first - 1];
  const after = tokens[end];
  if (isCapitalised(after) && after?.opensLine === false && !after.glued) return !isHeadWord(after);
  return (
    isCapitalised(before) &&
    tokens[first]?.opensLine === false &&
    !isAllCaps(before) &&
    before?.key === 'super'
  );
}

function isHeadWord(token: Token | undefined): boolean {
  return CUES.has(token?.key ?? '') || isAllCaps(token);
}

function isFamilyName(first: Token | undefined, second: Token | undefined): boolean {
  const word = first?.key ?? '';
  return SURE_FAMILIES.has(second?.key ?? '') && word.length > 2 && !NOT_BEFORE_FAMILY.has(word);
}

function isMetalName(first: Token | undefined, second: Token | undefined): boolean {
  if (!METALS.has(first?.key ?? '') || !isAllCaps(first) || !isAllCaps(second)) return false;
  return !NOT_AFTER_PREFIX.has(second?.key ?? '');
}

function isLoosePair(first: Token | undefined, second: Token | undefined): boolean {
  const isPrefixed = LOOSE_PREFIXES.has(first?.key ?? '') && !NOT_AFTER_PREFIX.has(second?.key ?? '');
  const isFamily = LOOSE_FAMILIES.has(second?.key ?? '') && !NOT_BEFORE_FAMILY.has(first?.key ?? '');
  return (isPrefixed || isFamily) && (second?.text.length ?? 0) > 2;
}
