import type { z } from 'zod';
import type { ActorKind } from '../model/mention.js';

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
}

/** An actor with its place in the file, for messages. */
export interface ImportEntry extends ImportedActor {
  /** `values[3]`, `objects[3]`, `line 3`. */
  readonly where: string;
}

/** Something in the file that was not used, and why. */
export interface ImportProblem {
  readonly where: string;
  readonly message: string;
}

/** What a file was found to hold. */
export interface ImportEntries {
  readonly entries: readonly ImportEntry[];
  readonly problems: readonly ImportProblem[];
}

/** Joins what several entries came to. */
export function joinEntries(parts: readonly ImportEntries[]): ImportEntries {
  return {
    entries: parts.flatMap((part) => part.entries),
    problems: parts.flatMap((part) => part.problems),
  };
}

/** An entry that can't be used at all. */
export function refuseEntry(where: string, message: string): ImportEntries {
  return { entries: [], problems: [{ where, message }] };
}

/** The first thing that a schema found wrong, with the field it is in. */
export function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return `${field === '' ? '' : `${field}: `}${issue?.message ?? 'not as expected'}`;
}
