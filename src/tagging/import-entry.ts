import type { z } from 'zod';
import type { ImportedActor } from '../model/imported-actor.js';

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
