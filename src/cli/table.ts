/** A column of a table. */
export interface TableColumn<Row> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Cells longer than this are cut with an ellipsis. */
  readonly maxWidth?: number;
  cell(row: Row): string;
}

/**
 * Lays rows out as a plain-text table with aligned columns. Control characters in cells are dropped: titles come
 * from strangers, and a terminal obeys escape sequences.
 */
export function renderTable<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => clip(sanitise(column.cell(row)), column.maxWidth)));
  const widths = columns.map((column, index) =>
    Math.max(column.title.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => {
        const width = widths[index] ?? 0;
        return columns[index]?.align === 'right' ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    line(widths.map((width) => '─'.repeat(width))),
    ...cells.map(line),
  ].join('\n');
}

/** Text from outside, safe to print on a terminal: one line, no control characters, no direction overrides. */
export function sanitise(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

function clip(text: string, maxWidth: number | undefined): string {
  if (maxWidth === undefined || text.length <= maxWidth) return text;
  // The cut may go through a surrogate pair: the lone half is dropped.
  return `${text.slice(0, maxWidth - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
