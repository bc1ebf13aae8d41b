import type { ActorCandidate } from './actor-candidate.js';
import { isTechnical, spanOf } from './reading.js';
import type { Reading } from './reading.js';
import { addPhrase, createTokenTrie, findPhrases } from './token-trie.js';

/**
 * Proposes every place where a name that the text introduced once stands again, written the same way: there as well
 * it is the same actor.
 *
 * @param commonWords - words of the dictionary, lower case: at the start of a sentence they are taken for words
 */
export function findRepeatedNames(
  reading: Reading,
  introduced: readonly ActorCandidate[],
  commonWords: ReadonlySet<string>,
): ActorCandidate[] {
  if (introduced.length === 0) return [];
  const trie = createTokenTrie<{ readonly surface: string; readonly actor: ActorCandidate }>();
  const bySurface = new Map(introduced.map((actor) => [spanOf(reading, actor).text, actor]));
  for (const [surface, actor] of bySurface) addPhrase(trie, surface, { surface, actor });
  const given = new Set(introduced.map(({ first }) => first));
  return findPhrases(trie, reading.tokens).flatMap(({ first, end, value: { surface, actor } }) => {
    const range = { first, end };
    if (spanOf(reading, range).text !== surface || isTechnical(reading, range)) return [];
    // "Loader.Foo" is what a scanner calls a file.
    if (reading.tokens[first]?.glued === true && reading.tokens[first - 1]?.text === '.') return [];
    const isOpener = reading.sentences[reading.sentenceOf[first] ?? 0]?.first === first;
    if (isOpener && !given.has(first) && commonWords.has(surface.toLowerCase())) return [];
    return [{ ...actor, ...range }];
  });
}
