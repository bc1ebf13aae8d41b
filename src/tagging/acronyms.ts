import type { ActorCandidate } from './actor-candidate.js';
import { isTechnical } from './reading.js';
import type { Reading } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

/** An acronym is at most this many letters long. */
const MAX_ACRONYM_LETTERS = 8;

/**
 * Proposes the short forms that the text itself explains: after "World Food Board (WFB)" every "WFB" is it.
 *
 * @param actors - the organisations and threat actors found so far
 */
export function findExplainedAcronyms(reading: Reading, actors: readonly ActorCandidate[]): ActorCandidate[] {
  const explained = new Map<string, ActorCandidate>();
  for (const actor of actors) {
    const acronym = acronymAfter(reading, actor);
    if (acronym !== null) explained.set(acronym, actor);
  }
  if (explained.size === 0) return [];
  return reading.tokens.flatMap((token, i) => {
    const actor = explained.get(token.text);
    const range = { first: i, end: i + 1 };
    if (actor === undefined || isTechnical(reading, range)) return [];
    return [{ ...range, kind: actor.kind, name: actor.name, id: actor.id, rule: acronymRule(actor) }];
  });
}

function acronymRule({ kind }: ActorCandidate): RuleName {
  return kind === 'threat-actor' ? 'threat-actor/acronym' : 'organisation/acronym';
}

function acronymAfter(reading: Reading, actor: ActorCandidate): string | null {
  if (actor.kind === 'person' || actor.end - actor.first < 2) return null;
  const { tokens } = reading;
  const inner = tokens[actor.end + 1];
  if (tokens[actor.end]?.text !== '(' || tokens[actor.end + 2]?.text !== ')' || inner === undefined)
    return null;
  if (!isAllCaps(inner) || inner.text.length > MAX_ACRONYM_LETTERS) return null;
  const initials = tokens
    .slice(actor.first, actor.end)
    .filter((token) => isCapitalised(token))
    .map((token) => token.text.slice(0, 1))
    .join('');
  return isSubsequence(inner.text, initials) || inner.text.startsWith(initials.slice(0, 1))
    ? inner.text
    : null;
}

function isSubsequence(short: string, long: string): boolean {
  let i = 0;
  for (const letter of long) if (letter === short.charAt(i)) i++;
  return i === short.length;
}
