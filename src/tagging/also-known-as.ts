import type { ActorCandidate } from './actor-candidate.js';
import { readNameBefore } from './actor-name.js';
import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import { endOfNameBeforeHead, readNameList, toThreatActor } from './introduced-actors.js';
import type { Reading, TokenRange } from './reading.js';
import { addPhrase, createTokenTrie, findPhrases } from './token-trie.js';
import type { TokenTrie } from './token-trie.js';

const PHRASES = buildPhrases();
const COPULAS = new Set(['is', 'was', 'are', 'were', 'being']);

function buildPhrases(): TokenTrie<true> {
  const trie = createTokenTrie<true>();
  for (const phrase of words.introductions.aliases) addPhrase(trie, phrase, true);
  return trie;
}

/**
 * Proposes the other names that a text gives to an actor: "APT99 (aka Foo, Bar and Baz)", "Foo, also known as APT99".
 * They are resolved to the actor. Names that are only said to be linked are not.
 *
 * @param actors - threat actors found so far
 */
export function findAlsoKnownAs(reading: Reading, actors: readonly ActorCandidate[]): ActorCandidate[] {
  if (actors.length === 0) return [];
  const byStart = new Map(actors.map((actor) => [actor.first, actor]));
  const byEnd = new Map(actors.map((actor) => [actor.end, actor]));
  return findPhrases(PHRASES, reading.tokens).flatMap(({ first, end }) => {
    const names = readNameList(reading, end);
    const nameEnd = endOfNameBefore(reading, first);
    const listed = names.flatMap((name) => byStart.get(name.first) ?? []);
    const known = byEnd.get(nameEnd) ?? listed.find(({ rule }) => rule !== 'threat-actor/unverified');
    if (known === undefined || names.length === 0) return [];
    const before = byEnd.has(nameEnd) ? null : readNameBefore(reading, nameEnd);
    return [...(before === null ? [] : [before]), ...names].map((range) => otherName(reading, range, known));
  });
}

function otherName(reading: Reading, range: TokenRange, { name, id }: ActorCandidate): ActorCandidate {
  return toThreatActor(reading, range, { name, id, rule: 'threat-actor/also-known-as' });
}

// "Foo (", "Foo, ", "Foo is ", "the Foo gang, ".
function endOfNameBefore(reading: Reading, phrase: number): number {
  const { tokens } = reading;
  let end = phrase;
  while (
    end > phrase - 3 &&
    (/^[(,["”’*]$/.test(tokens[end - 1]?.text ?? '') || COPULAS.has(tokens[end - 1]?.key ?? ''))
  ) {
    end--;
  }
  if (end < phrase && tokens[end]?.opensLine === true) return phrase;
  return endOfNameBeforeHead(reading, end);
}
