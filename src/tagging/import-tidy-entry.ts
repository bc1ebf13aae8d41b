import { refuseEntry, type ImportEntries, type ImportEntry, type ImportProblem } from './import-entry.js';

/** The longest names in MISP's galaxies of actors have about 60 characters. */
const MAX_NAME_LENGTH = 200;

/** A name of one letter would be found in every text. */
const MIN_NAME_LENGTH = 2;

/** Far above the few dozen names of the best known groups. */
const MAX_ALIASES = 500;

/** Ids are short codes, at most a UUID with a prefix. */
const MAX_EXTERNAL_ID_LENGTH = 100;

/**
 * Tidies an entry as its format has it: spaces collapsed, repeated aliases dropped. What can't be used is
 * left out and reported.
 *
 * @returns one entry, or none when its name can't be used
 */
export function tidyEntry(raw: ImportEntry): ImportEntries {
  const { where, kind, sharesNameWithMalware } = raw;
  const name = collapseSpace(raw.name);
  const flaw = nameFlaw(name);
  if (flaw !== null) return refuseEntry(where, `the name ${flaw}`);
  const problems: ImportProblem[] = [];
  const report = (message: string) => void problems.push({ where: `${where} (${name})`, message });
  const aliases = tidyAliases(raw.aliases, name, report);
  const externalId = tidyExternalId(raw.externalId, report);
  const origin = tidyOrigin(raw.origin, report);
  const shares = sharesNameWithMalware === undefined ? {} : { sharesNameWithMalware };
  return { entries: [{ where, name, kind, externalId, aliases, origin, ...shares }], problems };
}

/** What makes two spellings the same name: compatibility forms, case and spaces don't count. */
export function foldName(name: string): string {
  return collapseSpace(name.normalize('NFKC').toLowerCase());
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
    .replace(/[\s\p{Cc}\p{Cs}\ufffd]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
