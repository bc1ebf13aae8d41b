/** A record of a CSV file with the line that it starts in, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** True for a quote that is opened and never closed: the rest of the file is in the last field. */
  readonly isUnclosed: boolean;
}

/** A quoted field with the doubled quotes inside it, or a bare one up to the next separator. */
const FIELD = /"([^"]*(?:""[^"]*)*)("?)[^,\r\n]*|([^,\r\n]*)/y;

/**
 * Reads CSV per RFC 4180; line ends may be CRLF, LF or CR. Blank lines are passed over. Reads every
 * character once.
 */
export function readCsvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const start = line;
    const fields: string[] = [];
    let isUnclosed = false;
    for (;;) {
      FIELD.lastIndex = at;
      const match = FIELD.exec(text);
      const [whole, quoted, closing, bare] = match ?? [''];
      at += whole.length;
      line += countLineBreaks(whole);
      isUnclosed ||= quoted !== undefined && closing === '';
      fields.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
      if (text.charAt(at) !== ',') break;
      at += 1;
    }
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
    }
    if (fields.some((field) => field.trim() !== '')) rows.push({ line: start, fields, isUnclosed });
  }
  return rows;
}

function countLineBreaks(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\r|\n/).length - 1 : 0;
}
