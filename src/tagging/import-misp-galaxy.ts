import { z } from 'zod';
import { PermanentError } from '../errors.js';
import type { ActorKind } from '../model/mention.js';
import { describeIssue, joinEntries, tidyEntry, type ImportEntries } from './import-entry.js';

/** Galaxies write one value or a list of them for the same field. */
const textList = z.union([z.string().transform((text) => [text]), z.array(z.string())]).default([]);

const clusterSchema = z.object({
  value: z.string(),
  meta: z
    .object({ synonyms: textList, country: textList, external_id: textList, refs: textList })
    .default({ synonyms: [], country: [], external_id: [], refs: [] }),
});

type Cluster = z.infer<typeof clusterSchema>;

/**
 * Galaxies whose clusters are actors although their category doesn't say so, or are not threat actors.
 * A ransomware brand stands for the group behind it. Types: https://github.com/MISP/misp-galaxy/tree/main/clusters
 */
const KIND_OF_GALAXY: Readonly<Record<string, ActorKind>> = {
  ransomware: 'threat-actor',
  'intelligence-agency': 'organisation',
  producer: 'organisation',
  'surveillance-vendor': 'organisation',
};

/**
 * Reads the clusters of a MISP galaxy
 * (https://www.misp-standard.org/rfc/misp-standard-galaxy-format.html).
 *
 * @param galaxy - the parsed file: `values`, and where given `type` and `category`
 * @throws PermanentError `bad_input` for a galaxy of something else than actors
 */
export function readMispGalaxy(
  galaxy: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): ImportEntries {
  const kind = kindOfGalaxy(galaxy);
  return joinEntries(values.map((value, index) => readCluster(value, `values[${index}]`, kind)));
}

function kindOfGalaxy({ type, category }: Readonly<Record<string, unknown>>): ActorKind {
  const known =
    typeof type === 'string' && Object.hasOwn(KIND_OF_GALAXY, type) ? KIND_OF_GALAXY[type] : undefined;
  if (known !== undefined) return known;
  // Written by hand or cut out of a galaxy: taken for what is mostly imported.
  if (typeof category !== 'string' || /actor|group/i.test(category)) return 'threat-actor';
  throw new PermanentError(
    'bad_input',
    `This MISP galaxy holds no actors: its category is "${category.slice(0, 40)}". Import a galaxy of actors, such as threat-actor.json.`,
  );
}

function readCluster(value: unknown, where: string, kind: ActorKind): ImportEntries {
  const parsed = clusterSchema.safeParse(value);
  if (!parsed.success) return { entries: [], problems: [{ where, message: describeIssue(parsed.error) }] };
  const { value: name, meta } = parsed.data;
  return tidyEntry({
    where,
    name,
    kind,
    externalId: meta.external_id[0] ?? attackIdOf(meta),
    aliases: meta.synonyms,
    // Several countries are no origin.
    origin: meta.country.length === 1 ? (meta.country[0] ?? null) : null,
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
