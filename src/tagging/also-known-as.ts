import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import { readNameList, toThreatActor } from './introduced-actors.js';
import type { Reading } from './reading.js';
import { addPhrase, createTokenTrie, longestPhraseAt } from './token-trie.js';
import type { TokenTrie } from './token-trie.js';

const PHRASES = buildPhrases();

function buildPhrases(): TokenTrie<true> {
  const trie = createTokenTrie<true>();
  for (const phrase of words.introductions.aliases) addPhrase(trie, phrase, true);
  return trie;
}

/**
 * Proposes the other names that a text gives to an actor: "APT99 (aka Foo, Bar and Baz)". They are resolved to the
 * actor. Names that are only said to be linked are not.
 *
 * @param actors - threat actors found so far
 */
export function findAlsoKnownAs(reading: Reading, actors: readonly ActorCandidate[]): ActorCandidate[] {
  return actors.flatMap((actor) => {
    let at = actor.end;
    while (at < actor.end + 3 && /^[(,["”’*[]$/.test(reading.tokens[at]?.text ?? '')) at++;
    const phrase = longestPhraseAt(PHRASES, reading.tokens, at);
    if (phrase === null || reading.tokens[at]?.opensLine === true) return [];
    const { name, id } = actor;
    return readNameList(reading, phrase.end).map((range) =>
      toThreatActor(reading, range, { name, id, rule: 'threat-actor/also-known-as' }),
    );
  });
}
