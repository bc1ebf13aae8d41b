import { describe, expect, it } from 'vitest';
import { chooseActors } from '../../../src/tagging/actor-candidate.js';
import type { ActorCandidate } from '../../../src/tagging/actor-candidate.js';
import { createGazetteer } from '../../../src/tagging/create-gazetteer.js';
import { RULE_CONFIDENCE } from '../../../src/tagging/rule-confidence.js';
import type { RuleName } from '../../../src/tagging/rule-confidence.js';
import { rankOfRule } from '../../../src/tagging/rule-precedence.js';
import { readText } from '../../../src/tagging/reading.js';

const READING = readText('Three plain words', createGazetteer([]));

const actorRules = (Object.keys(RULE_CONFIDENCE) as RuleName[]).filter((rule) =>
  /^(?:threat-actor|person|organisation)\//.test(rule),
);

function candidate(rule: RuleName, first = 0, end = 2): ActorCandidate {
  return { first, end, kind: 'person', name: rule, id: null, rule };
}

describe('precedence', () => {
  it('is decided between any two rules for actors', () => {
    const ranks = actorRules.map(rankOfRule).sort((a, b) => a - b);
    expect(ranks).toEqual(actorRules.map((_, i) => i));
  });

  it.each([
    ['person/catalogue', 'person/title'],
    ['threat-actor/catalogue', 'organisation/suffix'],
    ['organisation/role', 'person/name-shape'],
  ] as const)('of %s goes before that of %s', (stronger, weaker) => {
    const chosen = chooseActors(READING, [candidate(weaker), candidate(stronger)]);
    expect(chosen.map(({ rule }) => rule)).toEqual([stronger]);
  });

  it('yields to length', () => {
    const chosen = chooseActors(READING, [
      candidate('threat-actor/catalogue'),
      candidate('person/name-shape', 0, 3),
    ]);
    expect(chosen.map(({ rule }) => rule)).toEqual(['person/name-shape']);
  });
});
