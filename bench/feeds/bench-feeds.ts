import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../median.js';
import { REFERENCE_ADAPTER, type AdapterName } from './adapters/adapter-names.js';
import type { FeedCaseName } from './feed-case.js';
import type { FeedsMeasurement } from './feeds-process.js';

/** What to measure. */
export interface FeedsBench {
  readonly cases: readonly FeedCaseName[];
  readonly adapters: readonly AdapterName[];
  readonly rounds: number;
  /** Processor time of each measurement, after as long to warm up. */
  readonly seconds: number;
}

/** One parser on one case: medians over the rounds. */
export type FeedsResult = { readonly case: FeedCaseName; readonly parser: AdapterName } & (
  | {
      readonly kind: 'timed';
      /** Per second of processor time: other programs on the machine hardly matter. */
      readonly itemsPerSecond: number;
      readonly megabytesPerSecond: number;
      /** Items per second as a multiple of rss-parser's in the same round; null where it did not run. */
      readonly ratio: number | null;
      readonly peakMemoryMb: number;
    }
  | Exclude<FeedsMeasurement, { kind: 'timed' }>
);

/**
 * Compares feed parsers: a fresh process for every parser, case and round. All parsers run a case one after the other
 * before the next round begins, so that a machine that slows down slows all of them down.
 */
export async function benchFeeds(bench: FeedsBench): Promise<FeedsResult[]> {
  const results: FeedsResult[] = [];
  for (const name of bench.cases) {
    const rounds: Map<AdapterName, FeedsMeasurement>[] = [];
    for (let round = 0; round < bench.rounds; round += 1) {
      const measured = new Map<AdapterName, FeedsMeasurement>();
      for (const adapter of bench.adapters) {
        measured.set(adapter, await measureInProcess(adapter, name, bench.seconds));
      }
      rounds.push(measured);
    }
    for (const adapter of bench.adapters) results.push(summarise(name, adapter, rounds));
  }
  return results;
}

async function measureInProcess(
  adapter: AdapterName,
  name: FeedCaseName,
  seconds: number,
): Promise<FeedsMeasurement> {
  const script = fileURLToPath(new URL('feeds-process.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, adapter, name, String(seconds)]);
  return JSON.parse(stdout) as FeedsMeasurement;
}

function summarise(
  name: FeedCaseName,
  parser: AdapterName,
  rounds: readonly ReadonlyMap<AdapterName, FeedsMeasurement>[],
): FeedsResult {
  const timed = [];
  const ratios = [];
  for (const round of rounds) {
    const own = round.get(parser);
    if (own === undefined) continue;
    // A parser that fails once is not timed at all.
    if (own.kind !== 'timed') return { case: name, parser, ...own };
    timed.push(own);
    const reference = round.get(REFERENCE_ADAPTER);
    if (reference?.kind === 'timed') ratios.push(own.itemsPerSecond / reference.itemsPerSecond);
  }
  return {
    case: name,
    parser,
    kind: 'timed',
    itemsPerSecond: median(timed.map((one) => one.itemsPerSecond)),
    megabytesPerSecond: median(timed.map((one) => one.megabytesPerSecond)),
    ratio: ratios.length === 0 ? null : median(ratios),
    peakMemoryMb: median(timed.map((one) => one.peakMemoryMb)),
  };
}
