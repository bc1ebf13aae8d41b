import type { ActorCandidate } from './actor-candidate.js';
import { findDesignators } from './designators.js';
import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import { isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import { addPhrase, createTokenTrie, findPhrases } from './token-trie.js';
import { isCapitalised } from './tokenise.js';
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };

const NOT_NAMES: ReadonlySet<string> = new Set(organisationWords.notNames);
const QUOTES = new Set(['"', '“', "'", '‘']);
const PHRASES = buildPhrases();

/** A name introduced by context is at most this many words long. */
const MAX_NAME_WORDS = 3;

/** Proposes threat actors that no catalogue need know: by vendors' schemes, and by how the text introduces them. */
export function findUncataloguedThreatActors(reading: Reading): ActorCandidate[] {
  return [...findDesignators(reading), ...findAgain(reading, findIntroduced(reading))];
}

function buildPhrases(): ReturnType<typeof createTokenTrie<'intro' | 'outro'>> {
  const trie = createTokenTrie<'intro' | 'outro'>();
  for (const phrase of words.intro) addPhrase(trie, phrase, 'intro');
  for (const phrase of words.outro) addPhrase(trie, phrase, 'outro');
  return trie;
}

// "a ransomware gang called Foo", "the Foo hacking group".
function findIntroduced(reading: Reading): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  for (const { first, end, value } of findPhrases(PHRASES, reading.tokens)) {
    const range = value === 'intro' ? nameAfter(reading, end) : nameBefore(reading, first);
    if (range === null || isTechnical(reading, range) || !isNameLike(reading, range)) continue;
    const isWeak =
      value === 'intro' && !/group|gang|actor|itself|collective/.test(spanOf(reading, { first, end }).text);
    if (isWeak && !speaksOfGroup(reading, first)) continue;
    const name = spanOf(reading, range).text;
    candidates.push({ ...range, kind: 'threat-actor', name, id: null, rule: 'threat-actor/unverified' });
  }
  return candidates;
}

// A name that was introduced once is the same actor wherever it stands again.
function findAgain(reading: Reading, introduced: readonly ActorCandidate[]): ActorCandidate[] {
  if (introduced.length === 0) return [];
  const trie = createTokenTrie<ActorCandidate>();
  for (const actor of new Map(introduced.map((candidate) => [candidate.name, candidate])).values()) {
    addPhrase(trie, actor.name, actor);
  }
  return findPhrases(trie, reading.tokens).flatMap(({ first, end, value }) => {
    const range = { first, end };
    const isSame = spanOf(reading, range).text === value.name && !isTechnical(reading, range);
    return isSame ? [{ ...value, ...range }] : [];
  });
}

function nameAfter(reading: Reading, at: number): TokenRange | null {
  const first = QUOTES.has(reading.tokens[at]?.text ?? '') ? at + 1 : at;
  let end = first;
  while (end < first + MAX_NAME_WORDS && isNameWord(reading, end, first)) end = afterGlued(reading, end);
  return end > first ? { first, end } : null;
}

function nameBefore(reading: Reading, at: number): TokenRange | null {
  let first = at;
  while (
    first > at - MAX_NAME_WORDS &&
    isNameWord(reading, first - 1, -1) &&
    reading.tokens[first]?.opensLine !== true
  )
    first--;
  while (first < at && NOT_NAMES.has(reading.tokens[first]?.key ?? '')) first++;
  return first < at ? { first, end: at } : null;
}

function isNameWord(reading: Reading, i: number, first: number): boolean {
  const token = reading.tokens[i];
  if (token === undefined || (i > first && token.opensLine && first >= 0)) return false;
  return isCapitalised(token) && (first < 0 || !NOT_NAMES.has(token.key));
}

function afterGlued(reading: Reading, i: number): number {
  let end = i + 1;
  while (reading.tokens[end]?.glued === true && reading.tokens[end]?.kind !== 'symbol') end++;
  return end;
}

// One word that is also a plain sentence opener is no name; figures or inner capitals make one surer.
function isNameLike(reading: Reading, range: TokenRange): boolean {
  const first = reading.tokens[range.first];
  return first !== undefined && !NOT_NAMES.has(first.key) && spanOf(reading, range).text.length > 2;
}

function speaksOfGroup(reading: Reading, at: number): boolean {
  for (let i = Math.max(0, at - 5); i < at; i++) {
    if (/^(?:groups?|gangs?|crews?|actors?|hackers?|collectives?|apt)$/.test(reading.tokens[i]?.key ?? ''))
      return true;
  }
  return false;
}
