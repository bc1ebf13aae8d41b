/** A table as text: columns that hold figures to the right, others to the left. */
export function alignColumns(lines: readonly (readonly string[])[]): string {
  const [header = [], ...rows] = lines;
  const columns = header.map((title, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    return {
      width: Math.max(title.length, ...cells.map((cell) => cell.length)),
      isFigure: cells.every((cell) => /^(?:-|[\d.]+)$/.test(cell)),
    };
  });
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => {
          const { width = 0, isFigure = false } = columns[column] ?? {};
          return isFigure ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
