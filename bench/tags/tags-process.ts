import { createReader, type ReaderName, type ReadText } from './tag-readers.js';
import { writeReport } from './write-report.js';

/** What one process measured. */
export interface TagsMeasurement {
  /** Both per second of processor time. */
  readonly documentsPerSecond: number;
  readonly megabytesPerSecond: number;
  readonly readyMs: number;
  readonly peakMemoryMb: number;
}

/** So many different texts, that no answer is remembered. */
const DOCUMENTS = 40;

// The process of one measurement: node tags-process.js <reader> <characters> <seconds>
const [reader = '', characters = '3000', seconds = '1'] = process.argv.slice(2);
process.stdout.write(
  `${JSON.stringify(await measure(reader as ReaderName, Number(characters), Number(seconds)))}\n`,
);

async function measure(name: ReaderName, size: number, wantedSeconds: number): Promise<TagsMeasurement> {
  const beforeReader = performance.now();
  const read = await createReader(name);
  const readyMs = performance.now() - beforeReader;
  const texts = Array.from({ length: DOCUMENTS }, (_, seed) => writeReport(size, seed));
  // A tagger runs for weeks: what counts is code that the compiler has seen.
  readFor(read, texts, wantedSeconds);
  const { documents, bytes, elapsedSeconds } = readFor(read, texts, wantedSeconds);
  return {
    documentsPerSecond: documents / elapsedSeconds,
    megabytesPerSecond: bytes / 1e6 / elapsedSeconds,
    readyMs,
    // Node gives kilobytes.
    peakMemoryMb: process.resourceUsage().maxRSS / 1_024,
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
    const { user, system } = process.cpuUsage(start);
    elapsedSeconds = (user + system) / 1e6;
  } while (elapsedSeconds < wantedSeconds);
  if (found === 0) throw new Error('nothing was found');
  return { documents, bytes, elapsedSeconds };
}
