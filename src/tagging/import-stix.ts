import { z } from 'zod';
import type { ActorKind } from '../model/mention.js';
import { describeIssue, joinEntries, refuseEntry, type ImportEntries } from './import-entry.js';
import { tidyEntry } from './import-tidy-entry.js';

const actorSchema = z.object({
  type: z.enum(['threat-actor', 'intrusion-set', 'identity']),
  id: z.string().optional(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  identity_class: z.string().optional(),
  external_references: z
    .array(z.object({ source_name: z.string(), external_id: z.string().optional() }))
    .default([]),
});

type StixActor = z.infer<typeof actorSchema>;

const locationSchema = z.object({ type: z.literal('location'), id: z.string(), country: z.string() });

/** An intrusion set originates from a country, a threat actor or identity is located there. */
const originSchema = z.object({
  type: z.literal('relationship'),
  relationship_type: z.enum(['originates-from', 'located-at']),
  source_ref: z.string(),
  target_ref: z.string(),
});

/** Withdrawn objects stay in MITRE's bundles, marked like this. */
const withdrawnSchema = z.union([
  z.object({ revoked: z.literal(true) }),
  z.object({ x_mitre_deprecated: z.literal(true) }),
]);

const typeSchema = z.object({ type: z.string() });

const ACTOR_TYPES: ReadonlySet<string> = new Set(actorSchema.shape.type.options);

/** Classes of identity that are somebody: not `class` ("all banks"), `system` or `unknown`. */
const KIND_OF_CLASS: ReadonlyMap<string | undefined, ActorKind> = new Map([
  ['individual', 'person'],
  ['organization', 'organisation'],
  ['group', 'organisation'],
]);

/**
 * Reads the actors of a STIX 2.0 or 2.1 bundle: `threat-actor`, `intrusion-set` and `identity` objects.
 * Other objects and withdrawn ones are passed over.
 *
 * @param objects - the `objects` of the parsed bundle
 */
export function readStixBundle(objects: readonly unknown[]): ImportEntries {
  const origins = collectOrigins(objects);
  return joinEntries(
    objects.map((object, index) => {
      const where = `objects[${index}]`;
      const typed = typeSchema.safeParse(object);
      if (!typed.success) return refuseEntry(where, describeIssue(typed.error));
      const isWanted = ACTOR_TYPES.has(typed.data.type) && !withdrawnSchema.safeParse(object).success;
      return isWanted ? readActor(object, where, origins) : { entries: [], problems: [] };
    }),
  );
}

function readActor(object: unknown, where: string, origins: ReadonlyMap<string, string>): ImportEntries {
  const parsed = actorSchema.safeParse(object);
  if (!parsed.success) return refuseEntry(where, describeIssue(parsed.error));
  const actor = parsed.data;
  const kind = kindOf(actor);
  if (kind === null) {
    const message = `left out: identity_class "${actor.identity_class ?? ''}" is nobody in particular (individual, organization and group are read)`;
    return refuseEntry(`${where} (${actor.name.slice(0, 40)})`, message);
  }
  return tidyEntry({
    where,
    name: actor.name,
    kind,
    externalId: attackIdOf(actor),
    aliases: actor.aliases,
    origin: origins.get(actor.id ?? '') ?? null,
  });
}

function kindOf(actor: StixActor): ActorKind | null {
  if (actor.type !== 'identity') return 'threat-actor';
  return KIND_OF_CLASS.get(actor.identity_class) ?? null;
}

/** ATT&CK's own reference is named mitre-attack, mitre-mobile-attack or mitre-ics-attack. */
function attackIdOf(actor: StixActor): string | null {
  const reference = actor.external_references.find(({ source_name: source }) =>
    /^mitre-(?:\w+-)?attack$/.test(source),
  );
  return reference?.external_id ?? null;
}

/** Countries by the id of the object that is from there; the first of several counts. */
function collectOrigins(objects: readonly unknown[]): Map<string, string> {
  const countries = new Map(
    objects.flatMap((object) => {
      const { data } = locationSchema.safeParse(object);
      return data === undefined ? [] : [[data.id, data.country] as const];
    }),
  );
  const origins = new Map<string, string>();
  for (const object of objects) {
    const { data } = originSchema.safeParse(object);
    const country = data === undefined ? undefined : countries.get(data.target_ref);
    if (data !== undefined && country !== undefined && !origins.has(data.source_ref)) {
      origins.set(data.source_ref, country);
    }
  }
  return origins;
}
