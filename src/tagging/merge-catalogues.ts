import type { ImportedActor } from '../model/imported-actor.js';
import type { ActorAlias, AliasMode, CatalogueActor } from './actor-catalogue.js';
import { modeOfImportedName } from './imported-alias-mode.js';
import type { WordKnowledge } from './imported-alias-mode.js';
import { phraseKey } from './token-trie.js';

/** What came of an import beside the built-in catalogue. */
export interface MergedCatalogue {
  readonly actors: readonly CatalogueActor[];
  /** Imported actors that the built-in catalogue has, and under which name. */
  readonly merged: readonly { readonly name: string; readonly into: string }[];
  /** Names that several actors claim, with the actors. */
  readonly ambiguous: readonly { readonly alias: string; readonly claimants: readonly string[] }[];
  /** Imported names that are not looked for, because they mean something else nearly everywhere. */
  readonly unusable: readonly { readonly alias: string; readonly of: string }[];
}

interface OpenActor {
  readonly actor: CatalogueActor;
  /** Keys of all its names. */
  readonly keys: Set<string>;
  /** What imports add, by key. */
  readonly added: Map<string, ActorAlias>;
}

/**
 * Joins what users imported with the built-in actors. An imported actor is the built-in one of the same kind with the
 * same ATT&CK id, or, where both ids don't differ, the one that alone has its name; it then only adds names. The name of
 * an actor stays with that actor; an alias that several actors claim becomes an ambiguous name of its own and is given
 * to none of them.
 */
export function mergeCatalogues(
  builtIn: readonly CatalogueActor[],
  imported: readonly ImportedActor[],
  knowledge: WordKnowledge,
): MergedCatalogue {
  if (imported.length === 0) return { actors: builtIn, merged: [], ambiguous: [], unusable: [] };
  const open = builtIn.map(openActor);
  const index = createIndex(open);
  const merged: { name: string; into: string }[] = [];
  const unusable: { alias: string; of: string }[] = [];
  for (const entry of imported) {
    const known = index.find(entry);
    const target = known ?? openActor(toCatalogueActor(entry));
    if (known === null) open.push(target);
    else merged.push({ name: entry.name, into: known.actor.name });
    for (const alias of [entry.name, ...entry.aliases]) {
      if (target.keys.has(phraseKey(alias))) continue;
      const mode = modeOf(entry, alias, knowledge);
      if (mode === null) unusable.push({ alias, of: entry.name });
      else addName(target, alias, mode);
    }
    if (known === null) index.add(target);
  }
  return { merged, unusable, ...settle(open) };
}

function openActor(actor: CatalogueActor): OpenActor {
  return { actor, keys: new Set(actor.aliases.map(({ alias }) => phraseKey(alias))), added: new Map() };
}

function toCatalogueActor({ name, kind, externalId, origin }: ImportedActor): CatalogueActor {
  return {
    name,
    kind,
    aliases: [],
    sources: ['import'],
    ...(externalId === null ? {} : { attackId: externalId }),
    ...(origin === null ? {} : { origin }),
  };
}

function modeOf(entry: ImportedActor, name: string, knowledge: WordKnowledge): AliasMode | null {
  const sharesNameWithMalware = entry.sharesNameWithMalware === true;
  return modeOfImportedName({ name, kind: entry.kind, sharesNameWithMalware }, knowledge);
}

function addName({ keys, added }: OpenActor, name: string, mode: AliasMode): void {
  const key = phraseKey(name);
  if (key === '') return;
  // Lists that write all names in small letters don't mean that texts do.
  const alias = mode === 'any' ? name : name.replace(/^\p{Ll}(?=\p{Ll}*$)/u, (first) => first.toUpperCase());
  keys.add(key);
  added.set(key, { alias, mode });
}

// Who has a name or an id, among actors of one kind.
function createIndex(actors: readonly OpenActor[]) {
  const byId = new Map<string, OpenActor>();
  const byName = new Map<string, Set<OpenActor>>();
  const add = (open: OpenActor): void => {
    const { kind, attackId, name } = open.actor;
    if (attackId !== undefined) byId.set(`${kind} ${attackId}`, open);
    for (const key of [phraseKey(name), ...open.keys]) {
      const owners = byName.get(`${kind} ${key}`);
      if (owners === undefined) byName.set(`${kind} ${key}`, new Set([open]));
      else owners.add(open);
    }
  };
  actors.forEach(add);
  return {
    add,
    find({ kind, name, externalId }: ImportedActor): OpenActor | null {
      const withId = externalId === null ? undefined : byId.get(`${kind} ${externalId}`);
      if (withId !== undefined) return withId;
      const owners = byName.get(`${kind} ${phraseKey(name)}`);
      const [owner] = owners ?? [];
      if (owner === undefined || owners?.size !== 1) return null;
      const differs = externalId !== null && (owner.actor.attackId ?? externalId) !== externalId;
      return differs ? null : owner;
    },
  };
}

function settle(open: readonly OpenActor[]): Pick<MergedCatalogue, 'actors' | 'ambiguous'> {
  const ambiguous: { alias: string; claimants: string[] }[] = [];
  const nobody: CatalogueActor[] = [];
  for (const [key, claimants] of collectClaims(open)) {
    const alias = claimants.flatMap(({ added }) => added.get(key) ?? [])[0];
    const [first] = claimants;
    // What the built-in catalogue has twice, it means.
    if (claimants.length === 1 || first === undefined || alias === undefined) continue;
    // Built-in actors come first: of namesakes the built-in one keeps the name.
    const owner = claimants.find(({ actor }) => isNameOf(key, actor));
    ambiguous.push({ alias: alias.alias, claimants: claimants.map(({ actor }) => actor.name) });
    if (owner === undefined) nobody.push(toAmbiguous(first.actor, alias));
    for (const one of claimants) if (one !== owner) one.keys.delete(key);
  }
  return { actors: [...open.map(closeActor), ...nobody], ambiguous };
}

function collectClaims(open: readonly OpenActor[]): Map<string, OpenActor[]> {
  const claims = new Map<string, OpenActor[]>();
  for (const one of open) {
    for (const key of one.keys) {
      const claimants = claims.get(key);
      if (claimants === undefined) claims.set(key, [one]);
      else claimants.push(one);
    }
  }
  return claims;
}

function closeActor({ actor, keys, added }: OpenActor): CatalogueActor {
  const aliases = [...actor.aliases, ...added.values()];
  return { ...actor, aliases: aliases.filter(({ alias }) => keys.has(phraseKey(alias))) };
}

// "Winnti" is the name of the Winnti Group.
function isNameOf(key: string, actor: CatalogueActor): boolean {
  const name = phraseKey(actor.name);
  return name === key || name.replace(/ (?:group|team|gang)$/, '') === key;
}

function toAmbiguous({ kind }: CatalogueActor, alias: ActorAlias): CatalogueActor {
  return { name: alias.alias, kind, aliases: [alias], sources: ['import'], isAmbiguous: true };
}
