import type { ActorKind } from '../model/mention.js';
import organisationData from './gazetteer/organisations.json' with { type: 'json' };
import personData from './gazetteer/persons.json' with { type: 'json' };
import threatActorData from './gazetteer/threat-actors.json' with { type: 'json' };

/**
 * How an alias must stand in a text to count: in any case; in exactly this case (or all capitals); in exactly
 * this case with a word beside it that speaks of such actors; or, for a name that a crew shares with its
 * malware, in exactly this case where the text speaks of the people.
 */
export type AliasMode = 'any' | 'exact-case' | 'needs-context' | 'shared-with-malware';

/** One name of an actor. */
export interface ActorAlias {
  readonly alias: string;
  readonly mode: AliasMode;
}

/** A known actor: one identity with all its names. */
export interface CatalogueActor {
  /** The canonical name. It counts in a text only where it is also an alias. */
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly ActorAlias[];
  /** ISO 3166-1 alpha-2 of the country that the actor is said to work from. */
  readonly origin?: string;
  /** MITRE ATT&CK group id, `G0032`. */
  readonly attackId?: string;
  readonly sources: readonly string[];
  /** True for a name that several actors claim: it stands for one of them, and nobody knows for which. */
  readonly isAmbiguous?: true;
}

interface DataEntry {
  readonly name: string;
  readonly any?: readonly string[];
  readonly exactCase?: readonly string[];
  readonly needsContext?: readonly string[];
  readonly malware?: readonly string[];
  readonly origin?: string;
  readonly attackId?: string;
  readonly sources?: readonly string[];
}

/** The actors that come with the tagger: threat actors, organisations, persons. */
export function loadBuiltInActors(): CatalogueActor[] {
  const threatActors: readonly DataEntry[] = threatActorData.actors;
  const organisations: readonly DataEntry[] = organisationData.organisations;
  const persons: readonly DataEntry[] = personData.persons;
  return [
    ...threatActors.map((entry) => toActor(entry, 'threat-actor')),
    ...organisations.map((entry) => toActor(entry, 'organisation')),
    ...persons.map((entry) => toActor(entry, 'person')),
  ];
}

function toActor(entry: DataEntry, kind: ActorKind): CatalogueActor {
  return {
    name: entry.name,
    kind,
    aliases: [
      ...withMode(entry.any, 'any'),
      ...withMode(entry.exactCase, 'exact-case'),
      ...withMode(entry.needsContext, 'needs-context'),
      ...withMode(entry.malware, 'shared-with-malware'),
      ...withMode(entry.attackId === undefined ? [] : [entry.attackId], 'exact-case'),
    ],
    ...(entry.origin === undefined ? {} : { origin: entry.origin }),
    ...(entry.attackId === undefined ? {} : { attackId: entry.attackId }),
    sources: entry.sources ?? ['editors'],
  };
}

function withMode(aliases: readonly string[] | undefined, mode: AliasMode): ActorAlias[] {
  return (aliases ?? []).map((alias) => ({ alias, mode }));
}
