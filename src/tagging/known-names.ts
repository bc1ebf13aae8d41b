import type { ActorKind } from '../model/mention.js';
import { loadBuiltInActors } from './actor-catalogue.js';

/** All names that the built-in catalogue has for an actor. Names that several actors claim are nobody's. */
export interface KnownNames {
  /** The names of the actor of that kind and canonical name; none for one that is not catalogued. */
  readonly ofActor: (kind: ActorKind, name: string) => readonly string[];
  /** The names of the actors, one of each kind at most, that have this one, in any case. */
  readonly sharing: (name: string) => readonly string[];
}

/** Reads the built-in catalogue by names: see actor-catalogue.ts for what it holds. */
export function createKnownNames(): KnownNames {
  const actors = loadBuiltInActors().map(({ kind, name, aliases }) => ({
    kind,
    keys: new Map([name, ...aliases.map(({ alias }) => alias)].map((one) => [one.toLowerCase(), one])),
    name,
  }));
  const claims = new Map<string, number>();
  for (const { kind, keys } of actors) {
    for (const key of keys.keys()) claims.set(`${kind} ${key}`, (claims.get(`${kind} ${key}`) ?? 0) + 1);
  }
  const byActor = new Map<string, readonly string[]>();
  const byName = new Map<string, string[]>();
  for (const { kind, keys, name } of actors) {
    const own = [...keys].filter(([key]) => claims.get(`${kind} ${key}`) === 1);
    const names = own.map(([, one]) => one);
    byActor.set(`${kind} ${name.toLowerCase()}`, names);
    for (const [key] of own) byName.set(key, [...(byName.get(key) ?? []), ...names]);
  }
  return {
    ofActor: (kind, name) => byActor.get(`${kind} ${name.toLowerCase()}`) ?? [],
    sharing: (name) => byName.get(name.toLowerCase()) ?? [],
  };
}
