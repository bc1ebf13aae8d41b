import { describeMachine } from '../describe-machine.js';
import { ADAPTERS } from './adapters/adapter-names.js';
import type { FeedsBench, FeedsResult } from './bench-feeds.js';

/** One table for all cases, and below it what the figures mean. */
export function renderResults(results: readonly FeedsResult[], bench: FeedsBench): string {
  const header = ['feeds', 'parser', 'items/s', 'MB/s', 'x rss-parser', 'peak MB'];
  const lines = [header, ...results.map(cellsOf)];
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const table = lines.map((cells) =>
    cells
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const notes = bench.adapters.map((name) => `  ${name}: ${ADAPTERS[name]}`);
  return [
    ...table,
    '',
    `Median of ${bench.rounds} rounds of ${bench.seconds} s of processor time, a fresh process each. ${describeMachine()}`,
    'Left to the caller by each parser:',
    ...notes,
  ].join('\n');
}

function cellsOf(result: FeedsResult): string[] {
  const name = [result.case, result.parser];
  switch (result.kind) {
    case 'unread':
      return [...name, 'not read'];
    case 'failed':
      return [...name, `fails: ${result.reason}`];
    case 'timed':
      return [
        ...name,
        result.itemsPerSecond.toFixed(0),
        result.megabytesPerSecond.toFixed(1),
        result.ratio?.toFixed(2) ?? '-',
        result.peakMemoryMb.toFixed(0),
      ];
  }
}
