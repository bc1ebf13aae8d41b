import type { FeedParserAdapter, ReadItem } from './adapters/adapter.js';
import { makeFeedCase, type FeedCase, type FeedCaseName } from './feed-case.js';
import type { ExpectedItem } from './write-feed.js';

/** What one process measured. */
export type FeedsMeasurement =
  | {
      readonly kind: 'timed';
      readonly itemsPerSecond: number;
      readonly megabytesPerSecond: number;
      readonly peakMemoryMb: number;
    }
  | { readonly kind: 'unread' }
  | { readonly kind: 'failed'; readonly reason: string };

// The process of one measurement: node feeds-process.js <adapter> <case> <seconds>
const [adapterName = '', caseName = '', seconds = '1'] = process.argv.slice(2);
const { adapter } = (await import(`./adapters/${adapterName}.js`)) as { adapter: FeedParserAdapter };
const feedCase = makeFeedCase(caseName as FeedCaseName);
process.stdout.write(`${JSON.stringify(await measure(adapter, feedCase, Number(seconds)))}\n`);

async function measure(
  parser: FeedParserAdapter,
  { feeds, syntax }: FeedCase,
  measuredSeconds: number,
): Promise<FeedsMeasurement> {
  if (syntax !== 'mixed' && !parser.reads.includes(syntax)) return { kind: 'unread' };
  const reason = await findFault(parser, feeds).catch((error: unknown) => String(error));
  if (reason !== null) return { kind: 'failed', reason };
  // A poller runs for weeks: what counts is code that the compiler has seen.
  await readFor(parser, feeds, measuredSeconds);
  const { items, bytes, elapsedSeconds } = await readFor(parser, feeds, measuredSeconds);
  return {
    kind: 'timed',
    itemsPerSecond: items / elapsedSeconds,
    megabytesPerSecond: bytes / 1e6 / elapsedSeconds,
    // Node gives kilobytes.
    peakMemoryMb: process.resourceUsage().maxRSS / 1_024,
  };
}

/** Reads the set over and over until the processor time is up, at least once. */
async function readFor(
  parser: FeedParserAdapter,
  feeds: FeedCase['feeds'],
  wantedSeconds: number,
): Promise<{ items: number; bytes: number; elapsedSeconds: number }> {
  const start = process.cpuUsage();
  let items = 0;
  let bytes = 0;
  let elapsedSeconds: number;
  do {
    for (const { body, contentType } of feeds) {
      items += (await parser.read(body, contentType)).length;
      bytes += body.length;
    }
    const { user, system } = process.cpuUsage(start);
    elapsedSeconds = (user + system) / 1e6;
  } while (elapsedSeconds < wantedSeconds);
  return { items, bytes, elapsedSeconds };
}

/** Only a right answer may be timed. */
async function findFault(parser: FeedParserAdapter, feeds: FeedCase['feeds']): Promise<string | null> {
  for (const feed of feeds) {
    const items = await parser.read(feed.body, feed.contentType);
    if (items.length !== feed.items) return `${items.length} items of ${feed.items}`;
    const fault = faultOf('first', items[0], feed.first) ?? faultOf('last', items.at(-1), feed.last);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOf(which: string, read: ReadItem | undefined, expected: ExpectedItem): string | null {
  if (read?.title !== expected.title) return `title of the ${which} item: ${read?.title ?? 'none'}`;
  if (read.link !== expected.link) return `link of the ${which} item: ${read.link ?? 'none'}`;
  const publishedMs = new Date(read.date ?? Number.NaN).getTime();
  if (publishedMs !== expected.publishedMs) return `date of the ${which} item: ${String(read.date)}`;
  return (read.summary ?? read.content ?? '') === '' ? `no text in the ${which} item` : null;
}
