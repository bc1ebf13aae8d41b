import { rejectName } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/organisation-words.json' with { type: 'json' };
import { readRun } from './organisation-runs.js';
import type { RunContext } from './organisation-runs.js';
import { proposeOrganisation } from './organisations.js';
import { hasCueNear, isTaken, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RejectionReason } from './rejection.js';
import { findNamesAgain } from './repeated-names.js';
import type { RuleName } from './rule-confidence.js';
import { joinsPrevious } from './token-trie.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

const PARTY_WORDS: ReadonlySet<string> = new Set(words.partyWords);
const SPEAKERS: ReadonlySet<string> = new Set(words.speakers);
const NOT_ACRONYMS: ReadonlySet<string> = new Set(words.notAcronyms);

/** An acronym is at most this many letters long. */
const MAX_ACRONYM_LETTERS = 8;

/** How near a word of party politics must stand to an acronym that nothing explains. */
const PARTY_CUE_REACH = { before: 8, after: 8 } as const;

/**
 * Proposes the short and other names that the text itself explains: after "World Food Board (WFB)" every "WFB" is
 * it, and "Harvest Party (Partia e Korrjes)" gives the name in another language.
 *
 * @param actors - the organisations and threat actors found so far
 * @param taken - 1 for tokens of actors, countries and places
 */
export function findExplainedNames(
  context: RunContext,
  actors: readonly ActorCandidate[],
  taken: Uint8Array,
): ActorCandidate[] {
  const { reading } = context;
  const explained = new Map<string, ActorCandidate>();
  const explain = (range: TokenRange | null, actor: ActorCandidate): void => {
    if (range !== null) explained.set(spanOf(reading, range).text, { ...actor, rule: acronymRule(actor) });
  };
  for (const actor of actors) explain(nameInBrackets(context, actor, taken), actor);
  for (const { name, acronym } of findSpelledOut(context, taken)) {
    const actor = proposeOrganisation(reading, name, 'organisation/acronym');
    explained.set(actor.name, actor);
    explain(acronym, actor);
  }
  return findNamesAgain(reading, explained);
}

function acronymRule({ kind }: ActorCandidate): RuleName {
  return kind === 'threat-actor' ? 'threat-actor/acronym' : 'organisation/acronym';
}

// "Coastal Ferry Authority (CFA)", "Harvest Party (Partia e Korrjes, founded 1990)".
function nameInBrackets(context: RunContext, actor: ActorCandidate, taken: Uint8Array): TokenRange | null {
  if (actor.kind === 'person' || actor.end - actor.first < 2) return null;
  const { reading } = context;
  const at = actor.end + 1;
  if (reading.tokens[actor.end]?.text !== '(' || isTaken(taken, { first: at, end: at + 1 })) return null;
  const acronym = acronymAt(reading, at);
  if (acronym !== null) return acronym;
  if (actor.rule !== 'organisation/head') return null;
  const run = readRun(context, at);
  const isWhole = run !== null && closesName(reading, run.end) && run.end - run.first > 1;
  return isWhole && !isTaken(taken, run) ? run : null;
}

// "WFB", "MoDem", "IMechE": two capitals or more, alone at the opening of the brackets.
function acronymAt(reading: Reading, i: number): TokenRange | null {
  const token = reading.tokens[i];
  if (token?.kind !== 'word' || token.text.length > MAX_ACRONYM_LETTERS || !closesName(reading, i + 1))
    return null;
  return isCapitalised(token) && !isKnownShort(token.text) && countCapitals(token.text) > 1
    ? { first: i, end: i + 1 }
    : null;
}

function closesName(reading: Reading, i: number): boolean {
  return [')', ',', ';'].includes(reading.tokens[i]?.text ?? '');
}

function countCapitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

interface SpelledOut {
  readonly name: TokenRange;
  readonly acronym: TokenRange;
}

// "Popular Choice (PC)" where parties are spoken of: a name of plain words, known by its initials.
function findSpelledOut(context: RunContext, taken: Uint8Array): SpelledOut[] {
  const { reading } = context;
  const found: SpelledOut[] = [];
  reading.tokens.forEach((token, i) => {
    if (token.text !== '(' || taken[i - 1] === 1) return;
    const acronym = acronymAt(reading, i + 1);
    if (acronym === null || isTaken(taken, acronym) || isKnownShort(spanOf(reading, acronym).text)) return;
    const name = runBefore(context, i);
    if (name === null || isTaken(taken, name) || isTechnical(reading, name)) return;
    if (!hasInitials(reading, name, spanOf(reading, acronym).text)) return;
    if (hasCueNear(reading, name, PARTY_WORDS, PARTY_CUE_REACH)) found.push({ name, acronym });
  });
  return found;
}

function runBefore(context: RunContext, end: number): TokenRange | null {
  for (let first = Math.max(0, end - MAX_ACRONYM_LETTERS); first < end - 1; first++) {
    const run = readRun(context, first);
    if (run?.end === end) return run;
  }
  return null;
}

// Other languages turn the words round, so one letter in common will do: "United Left" is "IU".
function hasInitials(reading: Reading, name: TokenRange, acronym: string): boolean {
  const words_ = reading.tokens.slice(name.first, name.end);
  return words_.some((token) => isCapitalised(token) && acronym.includes(token.text.charAt(0)));
}

function isKnownShort(text: string): boolean {
  return NOT_ACRONYMS.has(text.toUpperCase());
}

/**
 * Proposes acronyms that nothing explains, where parties or their people are spoken of: "the PLQ won nine seats",
 * "the ZKB said".
 *
 * @param taken - 1 for tokens of actors, countries and places
 */
export function findLoneAcronyms(reading: Reading, taken: Uint8Array): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  for (const i of reading.capitals) {
    const token = reading.tokens[i];
    if (token?.letterCase !== 'capitals' || token.text.length > MAX_ACRONYM_LETTERS) continue;
    if (taken[i] === 1 || isPartOfMore(reading, i)) continue;
    const range = { first: i, end: i + 1 };
    const objection = objectionToAcronym(reading, range);
    if (objection !== null) rejectName(reading, range, 'organisation', objection);
    else candidates.push(proposeOrganisation(reading, range, 'organisation/acronym-context'));
  }
  return candidates;
}

function objectionToAcronym(reading: Reading, acronym: TokenRange): RejectionReason | null {
  if (isKnownShort(reading.tokens[acronym.first]?.text ?? '')) return 'known-abbreviation';
  if (isTechnical(reading, acronym)) return 'technical';
  const speaks = SPEAKERS.has(reading.tokens[acronym.end]?.key ?? '');
  return speaks || hasCueNear(reading, acronym, PARTY_WORDS, PARTY_CUE_REACH) ? null : 'lone-acronym';
}

// "AB-12", "WINNER LTD": a code, or a line that shouts.
function isPartOfMore(reading: Reading, i: number): boolean {
  const before = reading.tokens[i - 1];
  const after = reading.tokens[i + 1];
  if (joinsPrevious(reading.tokens, i) || joinsPrevious(reading.tokens, i + 1)) return true;
  if (reading.tokens[i]?.glued === true && ['.', '-', '_'].includes(before?.text ?? '')) return true;
  return (
    (isAllCaps(before) && before?.opensLine !== undefined && !reading.tokens[i]?.opensLine) ||
    (isAllCaps(after) && after?.opensLine === false)
  );
}
