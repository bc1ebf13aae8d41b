import type { PersonRole } from './cast.js';
import type { GroupMotive } from './data/threat-actors.js';

/**
 * A kind of story as sentence patterns. `[a|b]` stands for one of its parts; `{slot}` for something of the
 * story's cast, see `pen.ts`. A headline may only use slots that every lead uses as well.
 */
export interface StoryKind {
  readonly name: string;
  readonly motive: GroupMotive;
  readonly headlines: readonly string[];
  readonly leads: readonly string[];
  readonly facts: readonly string[];
  /** Sentences with at least one sum of money. */
  readonly sums: readonly string[];
  /** What people say, without quotation marks. */
  readonly speeches: readonly string[];
  readonly speakers: readonly PersonRole[];
}

/** Kinds of one field, with sentences that fit them all. */
export interface StoryField {
  readonly section: string;
  readonly kinds: readonly StoryKind[];
  readonly background: readonly string[];
  readonly speeches: readonly string[];
  readonly outlook: readonly string[];
}
