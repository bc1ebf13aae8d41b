import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../median.js';
import type { StartMeasurement } from './start-process.js';
import { READER_NAMES, REFERENCE_READER, type ReaderName } from './tag-readers.js';
import type { HostileMeasurement, TagsMeasurement } from './tags-process.js';

/** One reader on texts of one size: medians over the rounds. */
export interface TagsResult extends TagsMeasurement {
  readonly characters: number;
  readonly reader: ReaderName;
  /** Documents a second as a multiple of compromise's in the same round. */
  readonly ratio: number;
}

/** How often each thing is measured, and for how much processor time, after as much to warm up. */
export interface TagsBench {
  readonly rounds: number;
  readonly seconds: number;
}

/** Sizes that all readers are compared on. */
export const SIZES = [3_000, 8_000, 200_000] as const;

/** What growth is told from: a tenth of the largest. */
const SMALLER_SIZE = 20_000;

/** Compares the readers on each size. The readers take turns, round by round, each time in a fresh process. */
export async function benchReaders(bench: TagsBench): Promise<TagsResult[]> {
  const results: TagsResult[] = [];
  for (const characters of SIZES) {
    const rounds: ReadonlyMap<ReaderName, TagsMeasurement>[] = [];
    for (let round = 0; round < bench.rounds; round += 1) {
      const inRound = new Map<ReaderName, TagsMeasurement>();
      for (const reader of READER_NAMES)
        inRound.set(reader, await measure(reader, characters, bench.seconds));
      rounds.push(inRound);
    }
    for (const reader of READER_NAMES) results.push(summarise(characters, reader, rounds));
  }
  return results;
}

function summarise(
  characters: number,
  reader: ReaderName,
  rounds: readonly ReadonlyMap<ReaderName, TagsMeasurement>[],
): TagsResult {
  const own = rounds.flatMap((round) => round.get(reader) ?? []);
  const ratios = rounds.map((round) => {
    const reference = round.get(REFERENCE_READER)?.documentsPerSecond ?? Number.NaN;
    return (round.get(reader)?.documentsPerSecond ?? Number.NaN) / reference;
  });
  return {
    characters,
    reader,
    documentsPerSecond: median(own.map((one) => one.documentsPerSecond)),
    megabytesPerSecond: median(own.map((one) => one.megabytesPerSecond)),
    ratio: median(ratios),
    peakMemoryMb: median(own.map((one) => one.peakMemoryMb)),
  };
}

/**
 * How the time that a character costs grows with the text: at 200 kB over at 20 kB, the median of the rounds. 1 is
 * linear, 10 would be quadratic.
 */
export async function benchGrowth({ rounds, seconds }: TagsBench): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const small = await measure('wirewatch', SMALLER_SIZE, seconds);
    const large = await measure('wirewatch', SIZES[2], seconds);
    ratios.push(small.megabytesPerSecond / large.megabytesPerSecond);
  }
  return median(ratios);
}

/** What `wirewatch tag` costs from its start to its first answer and its end: medians. */
export async function benchStart(rounds: number): Promise<StartMeasurement> {
  const starts: StartMeasurement[] = [];
  for (let round = 0; round < rounds; round += 1) starts.push(await measureStart());
  return {
    processorSeconds: median(starts.map((one) => one.processorSeconds)),
    clockSeconds: median(starts.map((one) => one.clockSeconds)),
  };
}

async function measureStart(): Promise<StartMeasurement> {
  const run = promisify(execFile)(process.execPath, [scriptAt('start-process.js')]);
  run.child.stdin?.end('{"id":"1","text":"Ana Ruiz of Harbour Ltd. in Oslo lost $5 million to APT29."}\n');
  const { stdout, stderr } = await run;
  if (!stdout.includes('"APT29"')) throw new Error(`no answer: ${stdout}${stderr}`);
  return JSON.parse(stderr) as StartMeasurement;
}

/** Tags one hostile text in a process of its own. */
export async function measureHostile(piece: string, characters: number): Promise<HostileMeasurement> {
  return (await runProcess('hostile', String(characters), piece)) as HostileMeasurement;
}

async function measure(reader: ReaderName, characters: number, seconds: number): Promise<TagsMeasurement> {
  return (await runProcess(reader, String(characters), String(seconds))) as TagsMeasurement;
}

async function runProcess(...parameters: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    scriptAt('tags-process.js'),
    ...parameters,
  ]);
  return JSON.parse(stdout);
}

function scriptAt(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
