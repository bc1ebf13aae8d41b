import { readFile } from 'node:fs/promises';
import { openApp } from '../src/app.js';
import { runIngest } from '../src/cli/run-ingest.js';
import { parseConfig } from '../src/config.js';

// Ingests the newsroom that the file named as the argument describes, and prints what it measured.
const newsroom = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as {
  readonly feeds: readonly { readonly url: string; readonly title: string }[];
  readonly stories: readonly string[];
};
const app = await openApp(
  parseConfig({
    WIREWATCH_LOG_LEVEL: 'error',
    ...process.env,
    WIREWATCH_ALLOW_HOSTS: '*.localhost',
    WIREWATCH_HOST_DELAY_MS: '0',
    WIREWATCH_RETRY_BASE_MS: '200',
  }),
  { schema: 'apply' },
);
const startedAt = performance.now();
const { ids } = await app.store.upsertFeeds(newsroom.feeds.map(({ url, title }) => ({ url, title })));
const run = await runIngest(app, { feedIds: ids, onProgress: () => undefined });
const seconds = (performance.now() - startedAt) / 1000;

const [counts] = await app.db.query<{ stored: number; tagged: number }>(
  `select count(distinct url) filter (where text is not null)::int as stored,
     count(distinct url) filter (where status = 'tagged')::int as tagged
   from articles where url = any($1::text[])`,
  [newsroom.stories],
);
const stages = await readStages();
const total = stages.reduce((sum, stage) => sum + stage.seconds, 0);
const summary = await app.store.summariseRun(run);
process.stdout.write(
  `${JSON.stringify({
    published: newsroom.stories.length,
    stored: counts?.stored ?? 0,
    tagged: counts?.tagged ?? 0,
    seconds,
    articlesPerSecond: summary.tagged / seconds,
    jobsPerSecond: stages.reduce((sum, stage) => sum + stage.jobs, 0) / seconds,
    stageShare: Object.fromEntries(stages.map((stage) => [stage.name, stage.seconds / total])),
    peakMemoryMb: process.resourceUsage().maxRSS / 1024,
  })}\n`,
);
await app.close();
process.exit(0);

async function readStages(): Promise<{ name: string; seconds: number; jobs: number }[]> {
  const { values } = await app.metrics.stageSeconds.get();
  const of = (suffix: string) =>
    new Map(
      values
        .filter((value) => value.metricName?.endsWith(suffix) === true)
        .map((value) => [String(value.labels.stage), value.value]),
    );
  const sums = of('_sum');
  const jobs = of('_count');
  return [...sums].map(([name, stageSeconds]) => ({
    name,
    seconds: stageSeconds,
    jobs: jobs.get(name) ?? 0,
  }));
}
