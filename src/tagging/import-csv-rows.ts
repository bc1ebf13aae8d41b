/** A record of a CSV file. */
export interface CsvRow {
  /** The line that it starts in, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** True when a quote is never closed: the rest of the file is in the last field. */
  readonly isUnclosed: boolean;
}

interface Field {
  readonly value: string;
  /** Where the field ends: at a comma, a line break or the end of the text. */
  readonly end: number;
  readonly isUnclosed: boolean;
}

/**
 * Reads CSV per RFC 4180; line ends may be CRLF, LF or CR. Blank lines are passed over, text behind a
 * closing quote is kept. Reads every character once.
 */
export function readCsvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const fields = readRecord(text, at);
    const end = fields.at(-1)?.end ?? text.length;
    const isUnclosed = fields.some((field) => field.isUnclosed);
    const values = fields.map((field) => field.value);
    if (values.some((value) => value.trim() !== '')) rows.push({ line, fields: values, isUnclosed });
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    line += text.slice(at, next).match(/\r\n|\r|\n/g)?.length ?? 0;
    at = next;
  }
  return rows;
}

function readRecord(text: string, start: number): Field[] {
  const fields: Field[] = [];
  let at = start;
  for (;;) {
    const field = text.charAt(at) === '"' ? readQuoted(text, at + 1) : readBare(text, at);
    fields.push(field);
    if (text.charAt(field.end) !== ',') return fields;
    at = field.end + 1;
  }
}

/** @param start - behind the opening quote */
function readQuoted(text: string, start: number): Field {
  const parts: string[] = [];
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { value: parts.join('') + text.slice(from), end: text.length, isUnclosed: true };
    parts.push(text.slice(from, quote));
    if (text.charAt(quote + 1) !== '"') {
      const rest = readBare(text, quote + 1);
      return { ...rest, value: parts.join('') + rest.value };
    }
    parts.push('"');
    from = quote + 2;
  }
}

function readBare(text: string, start: number): Field {
  const separator = /[,\r\n]/g;
  separator.lastIndex = start;
  const end = separator.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end, isUnclosed: false };
}
