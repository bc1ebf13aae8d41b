import { rejectActor } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/person-words.json' with { type: 'json' };
import { isTitle } from './person-names.js';
import { isTechnical } from './reading.js';
import type { Reading } from './reading.js';
import { isCapitalised } from './tokenise.js';

const PARTICLES: ReadonlySet<string> = new Set(words.particles);
/** "van den", "von der". */
const MAX_PARTICLES = 2;
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
  const fullNames = new Map<string, ActorCandidate>();
  for (const person of persons) {
    const surname = surnameOf(reading, person);
    if (surname !== null && !fullNames.has(surname)) fullNames.set(surname, person);
  }
  if (fullNames.size === 0) return [];
  return reading.capitals.flatMap((i): ActorCandidate[] => {
    const person = fullNames.get(reading.tokens[i]?.text ?? '');
    if (person === undefined || taken[i] === 1) return [];
    const range = { first: startOfParticles(reading, i, person), end: i + 1 };
    const { name } = person;
    const candidate = { ...range, kind: 'person', name, id: null, rule: 'person/surname' } as const;
    const isInTechnical = isTechnical(reading, range);
    if (!isInTechnical && !isPartOfLongerName(reading, range.first, i)) return [candidate];
    rejectActor(reading, candidate, isInTechnical ? 'technical' : 'longer-name');
    return [];
  });
}

// "Van der Byl" is Ada van der Byl: her particles belong to the surname where they stand before it.
function startOfParticles({ tokens }: Reading, i: number, { name }: ActorCandidate): number {
  const inName = new Set(name.toLowerCase().split(' '));
  let first = i;
  while (first > 0 && first > i - MAX_PARTICLES && tokens[first]?.opensLine === false) {
    const key = tokens[first - 1]?.key ?? '';
    if (!PARTICLES.has(key) || !inName.has(key)) break;
    first--;
  }
  return first;
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
function isPartOfLongerName(reading: Reading, first: number, last: number): boolean {
  const before = reading.tokens[first - 1];
  const after = reading.tokens[last + 1];
  if (isCapitalised(after) && after?.opensLine === false && !after.glued) return true;
  if (!isCapitalised(before) || reading.tokens[first]?.opensLine === true || before === undefined)
    return false;
  return !isTitle(before.key) && reading.sentences[reading.sentenceOf[first - 1] ?? 0]?.first !== first - 1;
}
