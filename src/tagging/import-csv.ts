import type { ActorKind } from '../model/mention.js';
import { readCsvRows, type CsvRow } from './import-csv-rows.js';
import { joinEntries, refuseEntry, type ImportEntries } from './import-entry.js';
import { tidyEntry } from './import-tidy-entry.js';

const KIND_NAMES: ReadonlyMap<string, ActorKind> = new Map([
  ['', 'threat-actor'],
  ['threat-actor', 'threat-actor'],
  ['threat actor', 'threat-actor'],
  ['person', 'person'],
  ['organisation', 'organisation'],
  ['organization', 'organisation'],
]);

/**
 * Reads actors from CSV with a header. `name` must be there; `kind` (threat-actor, person or
 * organisation; empty means threat-actor), `aliases` (separated by `;` or `|`), `external_id` and `origin`
 * (ISO 3166-1 alpha-2) may be. Other columns are passed over, so what `actors --format csv` writes can be
 * read.
 *
 * @returns null when the first line is no such header
 */
export function readActorCsv(text: string): ImportEntries | null {
  const [header, ...rows] = readCsvRows(text);
  const columns = header?.fields.map((field) => field.trim().toLowerCase().replaceAll(' ', '_')) ?? [];
  return columns.includes('name') ? joinEntries(rows.map((row) => readRow(row, columns))) : null;
}

function readRow(row: CsvRow, columns: readonly string[]): ImportEntries {
  const where = `line ${row.line}`;
  if (row.isUnclosed)
    return refuseEntry(where, 'a quote is opened and never closed: nothing from here on was read');
  if (row.fields.length > columns.length) {
    return refuseEntry(
      where,
      `${row.fields.length} cells under a header of ${columns.length}: put cells that hold a comma in quotes`,
    );
  }
  const cell = (column: string) => withoutApostrophe(row.fields[columns.indexOf(column)]?.trim() ?? '');
  const kind = KIND_NAMES.get(cell('kind').toLowerCase());
  if (kind === undefined) {
    return refuseEntry(
      where,
      `kind "${cell('kind').slice(0, 40)}" is none of threat-actor, person, organisation`,
    );
  }
  return tidyEntry({
    where,
    name: cell('name'),
    kind,
    externalId: cell('external_id'),
    aliases: cell('aliases').split(/[;|]/),
    origin: cell('origin'),
  });
}

/** Exports put an apostrophe before cells that a spreadsheet would take for a formula. */
function withoutApostrophe(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '');
}
