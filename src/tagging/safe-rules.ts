import { rejectActor } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import type { Reading } from './reading.js';
import type { RuleName } from './rule-confidence.js';

/** Rules that hold in any language: catalogues, designators, legal forms. The others read English. */
const SAFE_RULES: ReadonlySet<RuleName> = new Set<RuleName>([
  'threat-actor/catalogue',
  'threat-actor/catalogue-context',
  'threat-actor/designator',
  'organisation/catalogue',
  'organisation/suffix',
  'organisation/acronym',
  'person/catalogue',
  'person/surname',
]);

/** Of a text that is not English, the actors that are known without reading its grammar; of others, all. */
export function keepSafe(reading: Reading, actors: readonly ActorCandidate[]): readonly ActorCandidate[] {
  if (reading.language === 'en') return actors;
  return actors.filter((actor) => {
    const isSafe = SAFE_RULES.has(actor.rule);
    if (!isSafe) rejectActor(reading, actor, 'not-english');
    return isSafe;
  });
}
