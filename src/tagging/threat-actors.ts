import type { ActorCandidate } from './actor-candidate.js';
import { findAlsoKnownAs } from './also-known-as.js';
import { findDesignators } from './designators.js';
import { findIntroducedActors } from './introduced-actors.js';
import { findFamilyNames } from './naming-families.js';
import type { Reading } from './reading.js';
import { findGroupsAgain } from './repeated-names.js';

/**
 * Proposes threat actors that no catalogue need know: by vendors' schemes, and by how the text introduces them.
 *
 * @param catalogued - what the catalogue found, whose other names the text may give
 * @param commonWords - words of the dictionary, lower case
 */
export function findUncataloguedThreatActors(
  reading: Reading,
  catalogued: readonly ActorCandidate[],
  commonWords: ReadonlySet<string>,
): ActorCandidate[] {
  const schemed = [...findDesignators(reading), ...findFamilyNames(reading)];
  const introduced = findIntroducedActors(reading, commonWords);
  const known = catalogued.filter(({ kind }) => kind === 'threat-actor');
  const renamed = findAlsoKnownAs(reading, [...known, ...schemed, ...introduced]);
  const named = [...introduced, ...renamed];
  const unverified = named.filter(({ rule }) => rule !== 'threat-actor/catalogue-context');
  return [...schemed, ...named, ...findGroupsAgain(reading, unverified, commonWords)];
}
