/** What a cell may hold. Dates are written as ISO 8601 in UTC, null as an empty cell. */
export type CsvValue = string | number | Date | null;

/** A column: its header and how to get its cell from a row. */
export interface CsvColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => CsvValue;
}

/**
 * Starts that make a spreadsheet take text for a formula, full-width forms included.
 * Source: OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Writes rows as CSV per RFC 4180: a header line, CRLF line ends, quotes only where needed. Text that a
 * spreadsheet would run as a formula gets a leading apostrophe; numbers keep their sign.
 *
 * @param columns - in the order of the output
 * @param rows - one line each
 * @returns the file's text, ending with a line break
 */
export function renderCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const header = columns.map((column) => quoteField(column.header));
  const lines = rows.map((row) => columns.map((column) => renderCell(column.cell(row))));
  return [header, ...lines].map((fields) => `${fields.join(',')}\r\n`).join('');
}

function renderCell(value: CsvValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return String(value);
  return quoteField(disarmFormula(value));
}

function disarmFormula(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function quoteField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
