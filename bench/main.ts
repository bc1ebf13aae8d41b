import { runArticlesBench } from './articles/run-articles-bench.js';
import { runFeedsBench } from './feeds/run-feeds-bench.js';
import { runIngestBench } from './run-ingest-bench.js';
import { runScheduleBench } from './schedule/run-schedule-bench.js';
import { runStoriesBench } from './stories/run-stories-bench.js';
import { runTagsBench } from './tags/run-tags-bench.js';

const HELP = `npm run bench -- [bench] [options]

  ingest     the pipeline on the demo newsroom, end to end, on each queue store (the default)
  feeds      our feed parser beside others
  articles   what extracting an article costs beside parsing its page, and pages that are made to take long
  schedule   the scheduler with 100,000 feeds over days
  stories    how well reprints and coverage of one event are put together, and what it costs
  tags       our tagger beside compromise

Each has its options: npm run bench -- <bench> --help. Compare figures of one run only.
`;

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  ingest: runIngestBench,
  feeds: runFeedsBench,
  articles: runArticlesBench,
  schedule: runScheduleBench,
  stories: runStoriesBench,
  tags: runTagsBench,
};

const [first = '', ...rest] = process.argv.slice(2);
const isNamed = first !== '' && !first.startsWith('-');
const bench = BENCHES[isNamed ? first : 'ingest'];
if (first === '--help') process.stdout.write(HELP);
else if (bench === undefined) {
  process.stderr.write(`wirewatch: there is no bench "${first}"\n\n${HELP}`);
  process.exitCode = 2;
} else process.exitCode = await bench(isNamed ? rest : process.argv.slice(2));
