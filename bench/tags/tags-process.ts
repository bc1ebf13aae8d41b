import { writeHostileText } from './hostile-texts.js';
import { createReader, type ReaderName, type ReadText } from './tag-readers.js';
import { writeReport } from './write-report.js';

/** What one process measured. Seconds are of processor time. */
export interface TagsMeasurement {
  readonly documentsPerSecond: number;
  readonly megabytesPerSecond: number;
  readonly peakMemoryMb: number;
}

/** What one hostile text cost a process that has read none before. */
export interface HostileMeasurement {
  readonly milliseconds: number;
  readonly mentions: number;
  readonly peakMemoryMb: number;
}

/** So many different texts, that no answer is remembered. */
const DOCUMENTS = 40;

// The process of one measurement: node tags-process.js <reader> <characters> <seconds>, or hostile <characters> <piece>
const [subject = '', characters = '3000', parameter = '1'] = process.argv.slice(2);
const measured =
  subject === 'hostile'
    ? await measureHostile(parameter, Number(characters))
    : await measure(subject as ReaderName, Number(characters), Number(parameter));
process.stdout.write(`${JSON.stringify(measured)}\n`);

async function measure(name: ReaderName, size: number, wantedSeconds: number): Promise<TagsMeasurement> {
  const read = await createReader(name);
  const texts = Array.from({ length: DOCUMENTS }, (_, seed) => writeReport(size, seed));
  // A tagger runs for weeks: what counts is code that the compiler has seen.
  readFor(read, texts, wantedSeconds);
  const { documents, bytes, elapsedSeconds } = readFor(read, texts, wantedSeconds);
  return {
    documentsPerSecond: documents / elapsedSeconds,
    megabytesPerSecond: bytes / 1e6 / elapsedSeconds,
    peakMemoryMb: peakMemoryMb(),
  };
}

/** Reads text after text until the processor time is up, at least one. */
function readFor(
  read: ReadText,
  texts: readonly string[],
  wantedSeconds: number,
): { documents: number; bytes: number; elapsedSeconds: number } {
  const start = process.cpuUsage();
  let [documents, bytes, found, elapsedSeconds] = [0, 0, 0, 0];
  do {
    const text = texts[documents % texts.length] ?? '';
    found += read(text);
    documents += 1;
    bytes += Buffer.byteLength(text);
    elapsedSeconds = secondsSince(start);
  } while (elapsedSeconds < wantedSeconds);
  if (found === 0) throw new Error('nothing was found');
  return { documents, bytes, elapsedSeconds };
}

async function measureHostile(piece: string, size: number): Promise<HostileMeasurement> {
  const read = await createReader('wirewatch');
  const text = writeHostileText(piece, size);
  const start = process.cpuUsage();
  const mentions = read(text);
  return { milliseconds: secondsSince(start) * 1_000, mentions, peakMemoryMb: peakMemoryMb() };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function peakMemoryMb(): number {
  // Node gives kilobytes.
  return process.resourceUsage().maxRSS / 1_024;
}
