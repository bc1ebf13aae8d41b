import { rejectActor } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/organisation-words.json' with { type: 'json' };
import type { NameLexicon } from './name-lexicon.js';
import { isTechnical, spanOf } from './reading.js';
import type { Reading } from './reading.js';
import type { RejectionReason } from './rejection.js';
import type { RuleName } from './rule-confidence.js';
import { addPhrase, createTokenTrie, findPhrases } from './token-trie.js';

const LEGAL_SUFFIXES: ReadonlySet<string> = new Set(words.legalSuffixes);

/** Rules that know an organisation by what stands beside its name: the name alone says nothing elsewhere. */
const KNOWN_BY_CONTEXT: ReadonlySet<RuleName> = new Set([
  'organisation/suffix',
  'organisation/role',
  'organisation/members',
  'organisation/list',
  'organisation/acronym-context',
]);

/**
 * Proposes the places where names stand again, in exactly the same writing.
 *
 * @param names - the actor that each name stands for
 */
export function findNamesAgain(
  reading: Reading,
  names: ReadonlyMap<string, ActorCandidate>,
): ActorCandidate[] {
  if (names.size === 0) return [];
  const trie = createTokenTrie<string>();
  for (const name of names.keys()) addPhrase(trie, name, name);
  return findPhrases(trie, reading.tokens).flatMap(({ first, end, value }): ActorCandidate[] => {
    const actor = names.get(value);
    if (actor === undefined) return [];
    const again = { ...actor, first, end };
    if (isTechnical(reading, again)) return rejected(reading, again, 'technical');
    return spanOf(reading, again).text === value ? [again] : rejected(reading, again, 'wrong-case');
  });
}

function rejected(reading: Reading, candidate: ActorCandidate, reason: RejectionReason): [] {
  rejectActor(reading, candidate, reason);
  return [];
}

/**
 * Proposes every place where a group that the text introduced once stands again: there as well it is the same.
 *
 * @param introduced - groups that only the text makes known
 * @param commonWords - words of the dictionary, lower case: at the start of a sentence they are taken for words
 */
export function findGroupsAgain(
  reading: Reading,
  introduced: readonly ActorCandidate[],
  commonWords: ReadonlySet<string>,
): ActorCandidate[] {
  const names = new Map(introduced.map((actor) => [spanOf(reading, actor).text, actor]));
  const given = new Set(introduced.map(({ first }) => first));
  return findNamesAgain(reading, names).filter((actor) => {
    const objection = objectionToGroup(reading, actor, given.has(actor.first) ? null : commonWords);
    if (objection !== null) rejectActor(reading, actor, objection);
    return objection === null;
  });
}

// Common words matter where a name stands again, not where the text introduced it.
function objectionToGroup(
  reading: Reading,
  actor: ActorCandidate,
  commonWords: ReadonlySet<string> | null,
): RejectionReason | null {
  const { first } = actor;
  // "Loader.Foo" is what a scanner calls a file.
  if (reading.tokens[first]?.glued === true && reading.tokens[first - 1]?.text === '.') return 'scanner-name';
  const isOpener = reading.sentences[reading.sentenceOf[first] ?? 0]?.first === first;
  if (!isOpener || commonWords === null) return null;
  return commonWords.has(spanOf(reading, actor).text.toLowerCase()) ? 'plain-word' : null;
}

/**
 * Proposes organisations that were known once by what stood beside them wherever they stand again: behind
 * "Zetra Holm Ltd" also "Zetra Holm", behind "a member of Zetra" every "Zetra".
 *
 * @param actors - the actors found so far
 */
export function findOrganisationsAgain(
  reading: Reading,
  lexicon: NameLexicon,
  actors: readonly ActorCandidate[],
): ActorCandidate[] {
  const names = new Map<string, ActorCandidate>();
  for (const actor of actors) {
    if (!KNOWN_BY_CONTEXT.has(actor.rule)) continue;
    const end = actor.rule === 'organisation/suffix' ? legalStart(reading, actor) : actor.end;
    const range = { first: actor.first, end };
    if (end > actor.first && namesOnlyIt(reading, lexicon, range))
      names.set(spanOf(reading, range).text, actor);
  }
  return findNamesAgain(reading, names);
}

// Where the legal form begins: "Osprey Holm" of "Osprey Holm Co., Ltd.".
function legalStart(reading: Reading, actor: ActorCandidate): number {
  let end = actor.end;
  while (end > actor.first) {
    const token = reading.tokens[end - 1];
    if (token === undefined || (token.kind !== 'symbol' && !LEGAL_SUFFIXES.has(token.key))) break;
    end--;
  }
  return end;
}

// A word of the dictionary or somebody's name may stand for anything else.
function namesOnlyIt(
  reading: Reading,
  { commonWords, firstNames }: NameLexicon,
  { first, end }: { readonly first: number; readonly end: number },
): boolean {
  const key = reading.tokens[first]?.key ?? '';
  return end - first > 1 || (!commonWords.has(key) && !firstNames.has(key) && key.length > 2);
}
