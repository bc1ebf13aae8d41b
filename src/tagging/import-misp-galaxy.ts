import { z } from 'zod';
import type { ActorKind } from '../model/mention.js';
import { describeIssue, joinEntries, refuseEntry, type ImportEntries } from './import-entry.js';
import { tidyEntry } from './import-tidy-entry.js';

/** Galaxies write one value or a list of them for the same field. */
const textList = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((value) => (typeof value === 'string' ? [value] : (value ?? [])));

const clusterSchema = z.object({
  value: z.string(),
  meta: z
    .object({ synonyms: textList, country: textList, external_id: textList, refs: textList })
    .prefault({}),
});

type Cluster = z.infer<typeof clusterSchema>;

/**
 * Galaxies whose clusters are actors although their category doesn't say so, or are not threat actors.
 * A ransomware brand stands for the group behind it. Types: https://github.com/MISP/misp-galaxy/tree/main/clusters
 */
const KIND_OF_GALAXY: ReadonlyMap<unknown, ActorKind> = new Map([
  ['ransomware', 'threat-actor'],
  ['intelligence-agency', 'organisation'],
  ['producer', 'organisation'],
  ['surveillance-vendor', 'organisation'],
]);

/**
 * Reads the clusters of a MISP galaxy
 * (https://www.misp-standard.org/rfc/misp-standard-galaxy-format.html).
 *
 * @param galaxy - the parsed file, of which `type` and `category` are read where given
 * @param values - its clusters
 * @returns null for a galaxy of something else than actors
 */
export function readMispGalaxy(
  galaxy: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): ImportEntries | null {
  const kind = kindOfGalaxy(galaxy);
  if (kind === null) return null;
  const isMalware = galaxy.type === 'ransomware';
  return joinEntries(
    values.map((value, index) => readCluster(value, { where: `values[${index}]`, kind, isMalware })),
  );
}

function kindOfGalaxy({ type, category }: Readonly<Record<string, unknown>>): ActorKind | null {
  const known = KIND_OF_GALAXY.get(type);
  if (known !== undefined) return known;
  // A file without a category was written by hand, for the actors that are mostly imported.
  return typeof category !== 'string' || /actor|group/i.test(category) ? 'threat-actor' : null;
}

interface ClusterPlace {
  readonly where: string;
  readonly kind: ActorKind;
  readonly isMalware: boolean;
}

function readCluster(value: unknown, { where, kind, isMalware }: ClusterPlace): ImportEntries {
  const parsed = clusterSchema.safeParse(value);
  if (!parsed.success) return refuseEntry(where, describeIssue(parsed.error));
  const { value: name, meta } = parsed.data;
  return tidyEntry({
    where,
    name,
    kind,
    externalId: meta.external_id[0] ?? attackIdOf(meta),
    aliases: meta.synonyms,
    // Several countries are no origin.
    origin: meta.country.length === 1 ? (meta.country[0] ?? null) : null,
    ...(isMalware ? { sharesNameWithMalware: true as const } : {}),
  });
}

/** The ATT&CK group among references and synonyms; null when they name several. */
function attackIdOf({ refs, synonyms }: Cluster['meta']): string | null {
  const fromRefs = refs.map((ref) => /^https:\/\/attack\.mitre\.org\/groups?\/(G\d{4})\b/i.exec(ref)?.[1]);
  const fromSynonyms = synonyms.map((synonym) => /^G\d{4}$/.exec(synonym)?.[0]);
  const ids = new Set([...fromRefs, ...fromSynonyms].flatMap((id) => id?.toUpperCase() ?? []));
  const [id] = ids;
  return ids.size === 1 ? (id ?? null) : null;
}
