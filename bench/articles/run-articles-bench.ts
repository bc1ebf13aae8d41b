import { parseArgs } from 'node:util';
import { choose } from '../choose.js';
import { describeMachine } from '../describe-machine.js';
import { alignColumns } from '../align-columns.js';
import { benchArticles, measureHostile, sumUp, type ArticlesResult } from './bench-articles.js';
import { HOSTILE_PAGES } from './hostile-pages.js';
import { listPageSets } from './pages.js';
import { SUBJECT_NAMES } from './subjects.js';

const HELP = `npm run bench -- articles [options]

What it costs to extract an article, beside parsing its page alone with cheerio on htmlparser2
(\`cheerio.load(html, { xml: { xmlMode: false } })\`). Every measurement is a process of its own; the subjects take
turns, round by round. Times are of processor time, so that other programs disturb less.

  --sets A,B       "own" (pages that the bench writes, 50 to 300 kB), "kit:<source>" (default: own, with --kit all)
  --kit            the pages of the evaluation kit as well, looked for in ../shared/kits or where WIREWATCH_KITS says
  --subjects A,B   some of ${SUBJECT_NAMES.join(', ')} (default all)
  --rounds N       how often each is measured (default 3); the median counts
  --seconds N      processor time of each measurement (default 2), after one pass to warm up
  --hostile        instead: pages that are made to take long, each read once
  --json           one JSON object per line: the machine, then each result
`;

/** `npm run bench -- articles`. Returns the exit code. */
export async function runArticlesBench(args: readonly string[]): Promise<number> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      sets: { type: 'string' },
      kit: { type: 'boolean', default: false },
      subjects: { type: 'string' },
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
  const bench = {
    sets: choose(listPageSets(options.kit || options.sets !== undefined), options.sets),
    subjects: choose(SUBJECT_NAMES, options.subjects),
    rounds: Number(options.rounds),
    seconds: Number(options.seconds),
  };
  if (bench.sets.length === 0 || bench.subjects.length === 0 || !(bench.rounds >= 1 && bench.seconds >= 0)) {
    process.stderr.write(`wirewatch: nothing to measure with these options\n\n${HELP}`);
    return 2;
  }
  const measured = await benchArticles(bench);
  const results = bench.sets.length > 1 ? [...measured, ...sumUp(measured)] : measured;
  print(
    results.map((result) => ({ ...result })),
    options.json,
    [['pages', 'subject', 'kB', 'ms/page', 'x parsing', 'peak MB'], ...results.map(cellsOf)],
  );
  return 0;
}

function cellsOf(result: ArticlesResult): string[] {
  return [
    `${result.set} (${result.pages})`,
    result.subject,
    result.kiloCharacters.toFixed(0),
    result.msPerPage.toFixed(2),
    result.ratio?.toFixed(2) ?? '-',
    result.peakMemoryMb.toFixed(0),
  ];
}

async function runHostile(asJson: boolean): Promise<number> {
  const results = [];
  for (const page of Object.keys(HOSTILE_PAGES)) results.push({ page, ...(await measureHostile(page)) });
  print(results, asJson, [
    ['page', 'kB', 'ms', 'peak MB'],
    ...results.map(({ page, kiloCharacters, msPerPage, peakMemoryMb }) => [
      page,
      kiloCharacters.toFixed(0),
      msPerPage.toFixed(0),
      peakMemoryMb.toFixed(0),
    ]),
  ]);
  return 0;
}

function print(results: readonly object[], asJson: boolean, table: readonly (readonly string[])[]): void {
  if (asJson) {
    for (const line of [{ machine: describeMachine() }, ...results]) console.log(JSON.stringify(line));
  } else console.log(`${alignColumns(table)}\n\n${describeMachine()}`);
}
