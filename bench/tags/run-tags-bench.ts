import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { describeMachine } from '../describe-machine.js';
import { READER_NAMES, READERS, REFERENCE_READER, type ReaderName } from './tag-readers.js';
import type { TagsMeasurement } from './tags-process.js';

const HELP = `npm run bench -- tags [options]

Compares our tagger with compromise over whole texts, on reports that the bench writes. Every measurement is a process
of its own; the readers take turns, round by round. Seconds are of processor time, so that other programs disturb less.

  --sizes A,B     characters of a report (default 3000,8000,200000)
  --rounds N      how often each is measured (default 3); the median counts
  --seconds N     processor time of each measurement (default 2), after as long to warm up
  --json          one JSON object per line
`;

interface TagsResult extends TagsMeasurement {
  readonly characters: number;
  readonly reader: ReaderName;
  /** Documents a second as a multiple of compromise's in the same round. */
  readonly ratio: number;
}

/** `npm run bench -- tags`. Returns the exit code. */
export async function runTagsBench(args: readonly string[]): Promise<number> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '3000,8000,200000' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const sizes = options.sizes.split(',').map(Number);
  const [rounds, seconds] = [Number(options.rounds), Number(options.seconds)];
  if (!(rounds >= 1 && seconds > 0 && sizes.every((size) => size >= 1))) {
    process.stderr.write(`wirewatch: nothing to measure with these options\n\n${HELP}`);
    return 2;
  }
  const results: TagsResult[] = [];
  for (const size of sizes) results.push(...(await measureSize(size, rounds, seconds)));
  if (options.json) for (const result of results) console.log(JSON.stringify(result));
  else
    console.log(
      render(results, `Median of ${rounds} rounds of ${seconds} s of processor time, a fresh process each.`),
    );
  return 0;
}

async function measureSize(characters: number, rounds: number, seconds: number): Promise<TagsResult[]> {
  const measured = new Map<ReaderName, (TagsMeasurement & { readonly ratio: number })[]>();
  for (let round = 0; round < rounds; round += 1) {
    const inRound = new Map<ReaderName, TagsMeasurement>();
    for (const reader of READER_NAMES)
      inRound.set(reader, await measureInProcess(reader, characters, seconds));
    const reference = inRound.get(REFERENCE_READER)?.documentsPerSecond ?? Number.NaN;
    for (const [reader, one] of inRound)
      measured.set(reader, [
        ...(measured.get(reader) ?? []),
        { ...one, ratio: one.documentsPerSecond / reference },
      ]);
  }
  return [...measured].map(([reader, all]) => ({
    characters,
    reader,
    documentsPerSecond: median(all.map((one) => one.documentsPerSecond)),
    megabytesPerSecond: median(all.map((one) => one.megabytesPerSecond)),
    ratio: median(all.map((one) => one.ratio)),
    readyMs: median(all.map((one) => one.readyMs)),
    peakMemoryMb: median(all.map((one) => one.peakMemoryMb)),
  }));
}

async function measureInProcess(
  reader: ReaderName,
  characters: number,
  seconds: number,
): Promise<TagsMeasurement> {
  const script = fileURLToPath(new URL('tags-process.js', import.meta.url));
  const args = [script, reader, String(characters), String(seconds)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as TagsMeasurement;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function render(results: readonly TagsResult[], method: string): string {
  const header = ['characters', 'reader', 'documents/s', 'MB/s', 'x compromise', 'ready ms', 'peak MB'];
  const lines = results.map((result) => [
    String(result.characters),
    result.reader,
    result.documentsPerSecond.toFixed(1),
    result.megabytesPerSecond.toFixed(2),
    result.ratio.toFixed(1),
    result.readyMs.toFixed(0),
    result.peakMemoryMb.toFixed(0),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const table = [header, ...lines].map((cells) =>
    cells
      .map((cell, column) =>
        column === 1 ? cell.padEnd(widths[1] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const notes = READER_NAMES.map((name) => `  ${name}: ${READERS[name]}`);
  return [...table, '', `${method} ${describeMachine()}`, ...notes].join('\n');
}
