import { parseArgs } from 'node:util';
import { choose } from '../choose.js';
import { describeMachine } from '../describe-machine.js';
import { ADAPTER_NAMES } from './adapters/adapter-names.js';
import { benchFeeds } from './bench-feeds.js';
import { FEED_CASE_NAMES } from './feed-case.js';
import { renderResults } from './render-results.js';

const HELP = `npm run bench -- feeds [options]

Compares our feed parser with others on well-formed feeds that the bench writes: bytes in, items with title, link,
date, guid, summary and content out. A parser whose answer is wrong is not timed. Every measurement is a process of its
own; the parsers take turns, round by round. Seconds are of processor time, so that other programs disturb less.

  --cases A,B     some of ${FEED_CASE_NAMES.join(', ')} (default all)
  --parsers A,B   some of ${ADAPTER_NAMES.join(', ')} (default all)
  --rounds N      how often each is measured (default 3); the median counts
  --seconds N     processor time of each measurement (default 1), after as long to warm up
  --json          one JSON object per line: the machine, then each result
`;

/** `npm run bench -- feeds`. Returns the exit code. */
export async function runFeedsBench(args: readonly string[]): Promise<number> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string' },
      parsers: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const bench = {
    cases: choose(FEED_CASE_NAMES, options.cases),
    adapters: choose(ADAPTER_NAMES, options.parsers),
    rounds: Number(options.rounds),
    seconds: Number(options.seconds),
  };
  const isSensible = bench.rounds >= 1 && bench.seconds >= 0;
  if (bench.cases.length === 0 || bench.adapters.length === 0 || !isSensible) {
    process.stderr.write(`wirewatch: nothing to measure with these options\n\n${HELP}`);
    return 2;
  }
  const results = await benchFeeds(bench);
  if (options.json) {
    for (const line of [{ machine: describeMachine() }, ...results]) console.log(JSON.stringify(line));
  } else {
    console.log(renderResults(results, bench));
  }
  return results.some((result) => result.parser === 'wirewatch' && result.kind === 'failed') ? 1 : 0;
}
