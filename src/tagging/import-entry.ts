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

/** What a format says of an actor, before it was looked at. */
export interface RawEntry {
  readonly where: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly externalId: string | null;
  readonly aliases: readonly string[];
  readonly origin: string | null;
}

/** The longest real name in MISP's galaxies has 58 characters. */
const MAX_NAME_LENGTH = 200;

/** A name of one letter would be found in every text. */
const MIN_NAME_LENGTH = 2;

/** The best known groups have about 50 names. */
const MAX_ALIASES = 500;

const MAX_EXTERNAL_ID_LENGTH = 100;

/**
 * Tidies an entry: spaces collapsed, repeated aliases dropped, what can't be used left out and reported.
 *
 * @returns one entry, or none when its name can't be used
 */
export function tidyEntry(raw: RawEntry): ImportEntries {
  const { where, kind } = raw;
  const name = collapseSpace(raw.name);
  const flaw = nameFlaw(name);
  if (flaw !== null) return { entries: [], problems: [{ where, message: `the name ${flaw}` }] };
  const problems: ImportProblem[] = [];
  const report = (message: string) => void problems.push({ where: `${where} (${name})`, message });
  const aliases = tidyAliases(raw.aliases, name, report);
  const externalId = tidyExternalId(raw.externalId, report);
  const origin = tidyOrigin(raw.origin, report);
  return { entries: [{ where, name, kind, externalId, aliases, origin }], problems };
}

/** What makes two spellings the same name: compatibility forms, case and spaces don't count. */
export function foldName(name: string): string {
  return collapseSpace(name.normalize('NFKC').toLowerCase());
}

/** The first thing that a schema found wrong, with the field it is in. */
export function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return `${field === '' ? '' : `${field}: `}${issue?.message ?? 'not as expected'}`;
}

/** Joins what several entries came to. */
export function joinEntries(parts: readonly ImportEntries[]): ImportEntries {
  return {
    entries: parts.flatMap((part) => part.entries),
    problems: parts.flatMap((part) => part.problems),
  };
}

function tidyAliases(aliases: readonly string[], name: string, report: (message: string) => void): string[] {
  const byFold = new Map<string, string>();
  for (const alias of aliases.slice(0, MAX_ALIASES).map(collapseSpace)) {
    const flaw = alias === '' ? null : nameFlaw(alias);
    if (flaw !== null) report(`the alias "${alias.slice(0, 40)}" was left out: it ${flaw}`);
    else if (alias !== '' && !byFold.has(foldName(alias))) byFold.set(foldName(alias), alias);
  }
  if (aliases.length > MAX_ALIASES) {
    report(`only the first ${MAX_ALIASES} of ${aliases.length} aliases are used`);
  }
  byFold.delete(foldName(name));
  return [...byFold.values()];
}

function nameFlaw(name: string): string | null {
  if (name === '') return 'is empty';
  if (name.length < MIN_NAME_LENGTH) return `is shorter than ${MIN_NAME_LENGTH} characters`;
  if (name.length > MAX_NAME_LENGTH) return `is longer than ${MAX_NAME_LENGTH} characters`;
  return /[\p{L}\p{N}]/u.test(name) ? null : 'has no letter or digit';
}

function tidyExternalId(id: string | null, report: (message: string) => void): string | null {
  const tidy = collapseSpace(id ?? '');
  if (tidy.length > MAX_EXTERNAL_ID_LENGTH) {
    report(`the external id was left out: it is longer than ${MAX_EXTERNAL_ID_LENGTH} characters`);
    return null;
  }
  return tidy === '' ? null : tidy;
}

function tidyOrigin(origin: string | null, report: (message: string) => void): string | null {
  const code = collapseSpace(origin ?? '').toUpperCase();
  if (code === '' || /^[A-Z]{2}$/.test(code)) return code === '' ? null : code;
  report(`the country "${code.slice(0, 40)}" was left out: it is no two-letter ISO 3166-1 code`);
  return null;
}

/** On one line, without control characters and lone surrogates, which a database would refuse. */
function collapseSpace(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
