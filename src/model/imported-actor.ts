import type { ActorKind } from './mention.js';

/** An actor as an imported file describes it. */
export interface ImportedActor {
  readonly name: string;
  readonly kind: ActorKind;
  /** An id that others know it by (ATT&CK `G0032`). */
  readonly externalId: string | null;
  /** Its other names, without `name` itself; none is claimed by another actor of the file. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2 of the country that it is said to work from. */
  readonly origin: string | null;
  /** True when the names are those of malware as well: a list of ransomware, say. */
  readonly sharesNameWithMalware?: true;
}

/** All actors that users imported, in one state. */
export interface ImportedActors {
  /** Grows with every import. */
  readonly version: number;
  readonly actors: readonly ImportedActor[];
}
