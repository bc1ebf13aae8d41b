import { parseArgs } from 'node:util';
import { alignColumns } from '../align-columns.js';
import { describeMachine } from '../describe-machine.js';
import {
  benchGrowth,
  benchReaders,
  benchStart,
  measureHostile,
  SIZES,
  type TagsBench,
  type TagsResult,
} from './bench-tags.js';
import { HOSTILE_PIECES } from './hostile-texts.js';
import type { StartMeasurement } from './start-process.js';
import { READERS, type ReaderName } from './tag-readers.js';

const HELP = `npm run bench -- tags [options]

Compares our tagger with compromise over whole texts, on reports that the bench writes, and says how far its figures
are from what they should be. Every measurement is a process of its own; the readers take turns, round by round.
Seconds are of processor time, so that other programs disturb less.

  --rounds N      how often each is measured (default 3); the median counts
  --seconds N     processor time of each measurement (default 2), after as long to warm up
  --hostile       instead: texts of 200 kB that are made to take long, each tagged once by a fresh process
  --json          one JSON object per line
`;

/** A figure with what it should be. */
interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
}

/** `npm run bench -- tags`. Returns the exit code. */
export async function runTagsBench(args: readonly string[]): Promise<number> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2' },
      hostile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.hostile) return runHostile(options.json);
  const bench: TagsBench = { rounds: Number(options.rounds), seconds: Number(options.seconds) };
  if (!(bench.rounds >= 1 && bench.seconds > 0)) {
    process.stderr.write(`wirewatch: nothing to measure with these options\n\n${HELP}`);
    return 2;
  }
  const readers = await benchReaders(bench);
  const figures = listFigures(readers, await benchGrowth(bench), await benchStart(bench.rounds));
  if (options.json) for (const line of [...readers, ...figures]) console.log(JSON.stringify(line));
  else console.log(render(readers, figures, bench));
  return 0;
}

function listFigures(readers: readonly TagsResult[], growth: number, start: StartMeasurement): Figure[] {
  const find = (reader: ReaderName, characters: number) =>
    readers.find((one) => one.reader === reader && one.characters === characters);
  const value = (figure: string, value: number | undefined, unit: string, target: string): Figure => ({
    figure,
    value: value ?? Number.NaN,
    unit,
    target,
  });
  const gazetteer = SIZES.map((size) => find('gazetteer', size)?.megabytesPerSecond ?? Number.NaN);
  const memory = readers.filter(({ reader }) => reader === 'wirewatch').map((one) => one.peakMemoryMb);
  return [
    ...SIZES.map((size) =>
      value(`documents of ${size} characters`, find('wirewatch', size)?.ratio, 'x compromise', 'at least 10'),
    ),
    value('gazetteer and money alone, slowest size', Math.min(...gazetteer), 'MB/s', 'at least 10'),
    value('gazetteer and money alone, fastest size', Math.max(...gazetteer), 'MB/s', ''),
    value(
      'a text of 200,000 characters',
      1 / (find('wirewatch', SIZES[2])?.documentsPerSecond ?? 0),
      's',
      'below 1',
    ),
    value('time per character, at 200,000 over at 20,000', growth, 'x', 'linear is 1, quadratic 10'),
    value('start and first answer', start.processorSeconds, 's', 'at most 0.6'),
    value('the same by the clock', start.clockSeconds, 's', ''),
    value('peak memory', Math.max(...memory), 'MB', 'below 300'),
  ];
}

function render(
  readers: readonly TagsResult[],
  figures: readonly Figure[],
  { rounds, seconds }: TagsBench,
): string {
  const table = readers.map((result) => [
    String(result.characters),
    result.reader,
    result.documentsPerSecond.toFixed(1),
    result.megabytesPerSecond.toFixed(2),
    result.ratio.toFixed(1),
    result.peakMemoryMb.toFixed(0),
  ]);
  const targets = figures.map(({ figure, value, unit, target }) => [
    figure,
    value.toFixed(value < 10 ? 2 : 1),
    unit,
    target,
  ]);
  return [
    alignColumns([['characters', 'reader', 'documents/s', 'MB/s', 'x compromise', 'peak MB'], ...table]),
    '',
    alignColumns([['figure', 'measured', '', 'target'], ...targets]),
    '',
    `Medians of ${rounds} rounds of ${seconds} s of processor time, a fresh process each. ${describeMachine()}`,
    ...Object.entries(READERS).map(([name, meaning]) => `  ${name}: ${meaning}`),
  ].join('\n');
}

async function runHostile(asJson: boolean): Promise<number> {
  const results = [];
  for (const piece of Object.keys(HOSTILE_PIECES))
    results.push({ piece, ...(await measureHostile(piece, SIZES[2])) });
  results.sort((a, b) => b.milliseconds - a.milliseconds);
  if (asJson) for (const result of results) console.log(JSON.stringify(result));
  else {
    const rows = results.map(({ piece, milliseconds, mentions, peakMemoryMb }) => [
      piece,
      milliseconds.toFixed(0),
      String(mentions),
      peakMemoryMb.toFixed(0),
    ]);
    console.log(
      `${alignColumns([['200,000 characters of', 'ms', 'mentions', 'peak MB'], ...rows])}\n\n${describeMachine()}`,
    );
  }
  return 0;
}
