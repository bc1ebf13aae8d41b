import { parseArgs } from 'node:util';
import { createTagger } from '../../src/tagging/tag-text.js';
import { alignColumns } from '../align-columns.js';
import { describeMachine } from '../describe-machine.js';
import { measureCost, type CostResult } from './measure-cost.js';
import { measureFingerprint } from './measure-fingerprint.js';
import { measureQuality, type QualityResult } from './measure-quality.js';
import { openBenchStore } from './open-bench-store.js';
import { addScores, ratesOf } from './score-pairs.js';

const HELP = `npm run bench -- stories [options]

How well reprints and coverage of one event are put together, and what it costs. The newsroom writes the coverage of
events with known truth: reprints (verbatim, trimmed, under another headline, with 30 % of the sentences replaced, lightly
edited, with other boilerplate), other reports of the event, and traps: other events in the same words. It is tagged into
a PostgreSQL server of the bench's own. Exits with 1 when a target is missed.

  --seeds A,B     worlds to measure quality in (default 1,2,3,4,5)
  --events N      events of each (default 60; about six articles each)
  --sizes A,B     stored signatures to measure cost at, growing (default 10000,100000,1000000; the last takes minutes)
  --json          one JSON object
`;

const TARGETS = { reprintF1: 0.98, mergedTraps: 0, slowdown: 2 } as const;

interface StoriesReport {
  readonly quality: readonly (QualityResult & { readonly seed: number })[];
  readonly fingerprintMs: number;
  readonly costs: readonly CostResult[];
}

/** `npm run bench -- stories`. Returns the exit code. */
export async function runStoriesBench(args: readonly string[]): Promise<number> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '1,2,3,4,5' },
      events: { type: 'string', default: '60' },
      sizes: { type: 'string', default: '10000,100000,1000000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const numbers = (list: string) => list.split(',').map(Number);
  const [seeds, sizes, events] = [numbers(options.seeds), numbers(options.sizes), Number(options.events)];
  if (![...seeds, ...sizes, events].every((value) => Number.isInteger(value) && value >= 1)) {
    process.stderr.write(`wirewatch: nothing to measure with these options\n\n${HELP}`);
    return 2;
  }
  const report = await measure(seeds, events, sizes);
  const missed = missedTargets(report);
  if (options.json) console.log(JSON.stringify({ ...report, missed }));
  else console.log(render(report));
  for (const target of missed) process.stderr.write(`missed: ${target}\n`);
  return missed.length > 0 ? 1 : 0;
}

async function measure(
  seeds: readonly number[],
  events: number,
  sizes: readonly number[],
): Promise<StoriesReport> {
  const tagger = createTagger();
  const fingerprintMs = measureFingerprint(tagger);
  const store = await openBenchStore();
  const { app } = store;
  try {
    const quality = [];
    for (const seed of seeds)
      quality.push({ seed, ...(await measureQuality(app, tagger, { seed, events })) });
    const costs = [];
    for (const [index, size] of sizes.entries()) {
      process.stderr.write(`filling up to ${size} signatures\n`);
      costs.push(await measureCost(app, tagger, { size, events: 40, seed: 1_000 + index }));
    }
    return { quality, fingerprintMs, costs };
  } finally {
    await store.close();
  }
}

function missedTargets({ quality, costs }: StoriesReport): string[] {
  const { f1 } = ratesOf(addScores(quality.map(({ reprints }) => reprints)));
  const merged = quality.reduce((sum, { traps }) => sum + traps.merged, 0);
  const slowdown = slowdownOf(costs);
  return [
    ...(f1 < TARGETS.reprintF1 ? [`F1 of reprints ${f1.toFixed(4)}, at least ${TARGETS.reprintF1}`] : []),
    ...(merged > TARGETS.mergedTraps ? [`${merged} traps merged, at most ${TARGETS.mergedTraps}`] : []),
    ...(slowdown > TARGETS.slowdown ? [`slowdown ${slowdown.toFixed(2)}, at most ${TARGETS.slowdown}`] : []),
  ];
}

function slowdownOf(costs: readonly CostResult[]): number {
  return Math.max(
    ...costs.flatMap((cost) => [
      cost.lookupMs.median / (costs[0]?.lookupMs.median ?? Number.NaN),
      cost.saveMs.median / (costs[0]?.saveMs.median ?? Number.NaN),
    ]),
  );
}

function render({ quality, fingerprintMs, costs }: StoriesReport): string {
  const rate = (value: number) => value.toFixed(4);
  const rows = [
    ...quality.map((result) => ({ ...result, seed: String(result.seed) })),
    {
      seed: 'all',
      articles: quality.reduce((sum, { articles }) => sum + articles, 0),
      reprints: addScores(quality.map(({ reprints }) => reprints)),
      stories: addScores(quality.map(({ stories }) => stories)),
      traps: {
        total: quality.reduce((sum, { traps }) => sum + traps.total, 0),
        merged: quality.reduce((sum, { traps }) => sum + traps.merged, 0),
      },
    },
  ];
  const qualityLines = rows.map(({ seed, articles, reprints, stories, traps }) => {
    const [copies, events] = [ratesOf(reprints), ratesOf(stories)];
    return [
      seed,
      String(articles),
      String(reprints.wanted),
      ...[copies.precision, copies.recall, copies.f1, events.precision, events.recall, events.f1].map(rate),
      `${traps.merged}/${traps.total}`,
    ];
  });
  const costLines = costs.map(({ stored, lookupMs, saveMs, perSecond, bytesPerArticle }) => [
    String(stored),
    lookupMs.median.toFixed(1),
    lookupMs.p95.toFixed(1),
    saveMs.median.toFixed(1),
    saveMs.p95.toFixed(1),
    perSecond.toFixed(0),
    bytesPerArticle.toFixed(0),
  ]);
  return [
    alignColumns([
      ['seed', 'articles', 'pairs', 'reprints P', 'R', 'F1', 'stories P', 'R', 'F1', 'traps merged'],
      ...qualityLines,
    ]),
    `targets: F1 of reprints at least ${TARGETS.reprintF1}, no trap merged`,
    '',
    alignColumns([
      ['stored', 'lookup ms', '95 % ms', 'save ms', '95 % ms', `articles/s, 4 writers`, 'bytes/article'],
      ...costLines,
    ]),
    `target: at most ${TARGETS.slowdown} times the time at the first size; here ${slowdownOf(costs).toFixed(2)}`,
    `a fingerprint takes ${fingerprintMs.toFixed(2)} ms of processor time; saving is the whole tagging transaction`,
    describeMachine(),
  ].join('\n');
}
