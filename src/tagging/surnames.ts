import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/person-words.json' with { type: 'json' };
import { isTitle } from './person-names.js';
import { isTechnical } from './reading.js';
import type { Reading } from './reading.js';
import { isCapitalised } from './tokenise.js';

const SUFFIXES: ReadonlySet<string> = new Set(words.suffixes);

/**
 * Proposes a surname alone as the person whose full name the text gives: "Kishida" is Fumio Kishida.
 *
 * @param persons - the persons found so far
 * @param taken - 1 for tokens of other actors, countries and places, and of the persons
 */
export function findSurnames(
  reading: Reading,
  persons: readonly ActorCandidate[],
  taken: Uint8Array,
): ActorCandidate[] {
  const fullNames = new Map<string, string>();
  for (const person of persons) {
    const surname = surnameOf(reading, person);
    if (surname !== null && !fullNames.has(surname)) fullNames.set(surname, person.name);
  }
  if (fullNames.size === 0) return [];
  return reading.capitals.flatMap((i): ActorCandidate[] => {
    const name = fullNames.get(reading.tokens[i]?.text ?? '');
    const range = { first: i, end: i + 1 };
    if (name === undefined || taken[i] === 1 || isTechnical(reading, range)) return [];
    if (isPartOfLongerName(reading, i)) return [];
    return [{ ...range, kind: 'person', name, id: null, rule: 'person/surname' }];
  });
}

/**
 * Gives persons who are named by one word the name that the text gives in full: of several, the last one before,
 * else the first one behind. A catalogued person yields to the text: in a text about Ann Roe, "Roe" is she.
 *
 * @param actors - in order of position
 */
export function joinToFullNames(reading: Reading, actors: readonly ActorCandidate[]): ActorCandidate[] {
  const latest = new Map<string, string>();
  for (const actor of [...actors].reverse()) rememberFullName(reading, actor, latest);
  return actors.map((actor) => {
    rememberFullName(reading, actor, latest);
    const isLone = actor.kind === 'person' && actor.end - actor.first === 1;
    const name = isLone ? latest.get(reading.tokens[actor.first]?.text ?? '') : undefined;
    return name === undefined ? actor : { ...actor, name };
  });
}

function rememberFullName(reading: Reading, actor: ActorCandidate, names: Map<string, string>): void {
  if (actor.kind !== 'person' || actor.end - actor.first < 2) return;
  const surname = surnameOf(reading, actor);
  if (surname !== null) names.set(surname, actor.name);
}

function surnameOf(reading: Reading, person: ActorCandidate): string | null {
  let last = person.end - 1;
  while (
    last > person.first &&
    (SUFFIXES.has(reading.tokens[last]?.key ?? '') || reading.tokens[last]?.text === '.')
  )
    last--;
  const token = reading.tokens[last];
  if (token?.kind !== 'word' || token.text.length < 3 || !isCapitalised(token)) return null;
  const isLone = last === person.first;
  return !isLone || ['person/title', 'person/deed', 'person/list'].includes(person.rule) ? token.text : null;
}

// "Ford" in "Ford Motor", "Smith" in "Will Smith" are others; a title before is no hindrance.
function isPartOfLongerName(reading: Reading, i: number): boolean {
  const before = reading.tokens[i - 1];
  const after = reading.tokens[i + 1];
  if (isCapitalised(after) && after?.opensLine === false && !after.glued) return true;
  if (!isCapitalised(before) || reading.tokens[i]?.opensLine === true || before === undefined) return false;
  return !isTitle(before.key) && reading.sentences[reading.sentenceOf[i - 1] ?? 0]?.first !== i - 1;
}
