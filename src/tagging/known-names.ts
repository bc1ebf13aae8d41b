import type { ActorKind } from '../model/mention.js';
import { loadBuiltInActors } from './actor-catalogue.js';

/** All names that the built-in catalogue has for an actor. */
export interface KnownNames {
  /** @returns the names of the actor of that kind and canonical name; none for one that is not catalogued */
  readonly ofActor: (kind: ActorKind, name: string) => readonly string[];
  /** @returns the names of all actors that have this one, in any case */
  readonly sharing: (name: string) => readonly string[];
}

/** Reads the built-in catalogue by names: see actor-catalogue.ts for what it holds. */
export function createKnownNames(): KnownNames {
  const byActor = new Map<string, readonly string[]>();
  const byName = new Map<string, string[]>();
  for (const { kind, name, aliases } of loadBuiltInActors()) {
    const names = [...new Set([name, ...aliases.map(({ alias }) => alias)])];
    byActor.set(`${kind} ${name.toLowerCase()}`, names);
    for (const one of names) {
      const key = one.toLowerCase();
      byName.set(key, [...(byName.get(key) ?? []), ...names]);
    }
  }
  return {
    ofActor: (kind, name) => byActor.get(`${kind} ${name.toLowerCase()}`) ?? [],
    sharing: (name) => byName.get(name.toLowerCase()) ?? [],
  };
}
