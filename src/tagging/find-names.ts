import { findExplainedNames, findLoneAcronyms } from './acronyms.js';
import { chooseActors, rejectActor } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import countryForms from './gazetteer/country-forms.json' with { type: 'json' };
import { findListedNames } from './name-lists.js';
import { findOrganisationsByMembers } from './organisation-members.js';
import type { RunContext } from './organisation-runs.js';
import { findPersons } from './persons.js';
import type { Reading } from './reading.js';
import { findOrganisationsAgain } from './repeated-names.js';
import { createSentenceParts } from './sentence-parts.js';
import { findSurnames, joinToFullNames } from './surnames.js';

const GIVEN_NAMES: ReadonlySet<string> = new Set(countryForms.givenNames.forms);

/**
 * Adds what the text tells about other names: short forms that it explains; persons, where neither organisations
 * nor countries and places stand; organisations by their people; the unknown names of a list; and every name again
 * where it stands again.
 *
 * @param headlines - 1 for tokens of headlines
 * @param strong - actors found by the catalogue and by their names alone, without overlaps
 * @returns all actors in order of position, without overlaps
 */
export function findNames(
  context: RunContext,
  headlines: Uint8Array,
  strong: readonly ActorCandidate[],
): ActorCandidate[] {
  const { reading, lexicon } = context;
  // What is known has no overlaps: with nothing added there is nothing to choose.
  const choose = (chosen: readonly ActorCandidate[], ...added: (readonly ActorCandidate[])[]) =>
    added.every((list) => list.length === 0) ? chosen : chooseActors(reading, [chosen, ...added].flat());
  const groups = choose(strong, findExplainedNames(context, strong, markActorsAndPlaces(reading, strong)));
  const known = choose(groups, findAllPersons(context, headlines, groups));
  // A name that only looks like a person's may turn out to be an organisation's.
  const sure = known.filter(({ rule }) => rule !== 'person/name-shape');
  const taken = markActorsAndPlaces(reading, sure);
  const cued = choose(known, findOrganisationsByMembers(context, taken), findLoneAcronyms(reading, taken));
  const named = choose(cued, findListedNames(context, cued, markActorsAndPlaces(reading, cued)));
  const all = choose(named, findOrganisationsAgain(reading, lexicon, named));
  return joinToFullNames(reading, dropRepeated(reading, all));
}

function dropRepeated(reading: Reading, actors: readonly ActorCandidate[]): ActorCandidate[] {
  return actors.filter((actor, i) => {
    const isRepeated = repeats(actor, actors[i - 1]);
    if (isRepeated) rejectActor(reading, actor, 'said-twice');
    return !isRepeated;
  });
}

// "Cisco Talos": the firm, named with its team.
function repeats(actor: ActorCandidate, before: ActorCandidate | undefined): boolean {
  return before?.kind === 'organisation' && before.name === actor.name && before.end === actor.first;
}

function findAllPersons(
  { reading, lexicon }: RunContext,
  headlines: Uint8Array,
  groups: readonly ActorCandidate[],
): ActorCandidate[] {
  const taken = markGroupsAndPlaces(reading, groups);
  const full = findPersons({ reading, lexicon, parts: createSentenceParts(reading), headlines, taken });
  const others = markActorsAndPlaces(reading, [...groups, ...full]);
  return [...full, ...findSurnames(reading, full, others)];
}

function markActorsAndPlaces(reading: Reading, actors: readonly ActorCandidate[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const { first, end } of actors) taken.fill(1, first, end);
  for (const { first, end, value } of reading.matches) if (value.type !== 'actor') taken.fill(1, first, end);
  return taken;
}

// Where no person's name may stand. A country or city that is also a given name may be one ("Jordan Smith").
function markGroupsAndPlaces(reading: Reading, groups: readonly ActorCandidate[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const { first, end, kind } of groups) if (kind !== 'person') taken.fill(1, first, end);
  for (const { first, end, value } of reading.matches) {
    if (value.type === 'actor') continue;
    const isName = value.type !== 'other' && GIVEN_NAMES.has(value.form);
    const isDoubtful = value.type === 'place' && end - first === 1;
    if (!isName && !isDoubtful) taken.fill(1, first, end);
  }
  return taken;
}
