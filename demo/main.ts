import { parseArgs } from 'node:util';
import { openApp, type App } from '../src/app.js';
import { describeFailure, EXIT, exitCodeFor } from '../src/cli/exit-codes.js';
import { INGEST_PROGRESS } from '../src/cli/ingest-progress.js';
import { createProgressDisplay } from '../src/cli/progress.js';
import { renderSummary } from '../src/cli/render-summary.js';
import { runIngest } from '../src/cli/run-ingest.js';
import { say } from '../src/cli/say.js';
import { parseConfig } from '../src/config.js';
import { errorMessageOf } from '../src/errors.js';
import { compareWithTruth, type DemoResult } from './compare-with-truth.js';
import { startNewsroom, type Newsroom } from './newsroom/start-newsroom.js';
import { makeScratchDir } from './scratch-dir.js';

const HELP = `npm run demo -- [options]

Starts a small news site on this machine, ingests it through the real pipeline, and sums up.

  --stories N   how many stories the site publishes (default 240)
  --seed N      another seed makes other stories (default 1)
  --exit        end after the summary instead of serving until Ctrl-C
  --json        print the summary as one JSON object on stdout, nothing else
  --keep        use the usual data directory (or DATABASE_URL) instead of a fresh one that is deleted
  --help        this text
`;

const options = readOptions();
const stories = readCount('stories', options.stories);
const seed = readCount('seed', options.seed);

if (options.help) process.stdout.write(HELP);
else {
  try {
    const isComplete = await main();
    process.exit(isComplete ? EXIT.done : EXIT.failed);
  } catch (error) {
    say(describeFailure(error));
    process.exit(exitCodeFor(error));
  }
}

/** @returns whether everything that was published is there, once, and everything else failed as it should */
async function main(): Promise<boolean> {
  const newsroom = await startNewsroom({ stories, seed });
  say(`the newsroom publishes ${newsroom.truth.stories.length} stories in ${newsroom.feeds.length} feeds`);
  const scratch = options.keep ? null : await makeScratchDir();
  try {
    const app = await openApp(demoConfig(scratch?.path ?? null), { schema: 'apply', announce: say });
    try {
      const result = await ingest(app, newsroom);
      if (!options.exit) await stayUp(app, newsroom);
      return isComplete(result);
    } finally {
      await app.close();
    }
  } finally {
    await newsroom.close();
    await scratch?.remove();
  }
}

/** The newsroom is on this machine and ours: it may be asked without a rest, and at a private address. */
function demoConfig(dataDir: string | null) {
  return parseConfig({
    WIREWATCH_PORT: '0',
    WIREWATCH_LOG_LEVEL: 'error',
    ...process.env,
    ...(dataDir === null ? {} : { WIREWATCH_DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' }),
    WIREWATCH_ALLOW_HOSTS: '*.localhost',
    WIREWATCH_HOST_DELAY_MS: '0',
    WIREWATCH_RETRY_BASE_MS: '200',
  });
}

async function ingest(app: App, newsroom: Newsroom): Promise<DemoResult> {
  const startedAt = performance.now();
  const { ids } = await app.store.upsertFeeds(newsroom.feeds.map(({ url, title }) => ({ url, title })));
  const display = createProgressDisplay(process.stderr, () => performance.now(), INGEST_PROGRESS);
  const run = await runIngest(app, {
    feedIds: ids,
    onProgress: (progress) => {
      display.update(progress);
    },
  });
  display.end();
  const seconds = (performance.now() - startedAt) / 1000;
  const summary = await app.store.summariseRun(run);
  const result = await compareWithTruth(app.db, newsroom.truth, summary, seconds);
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    process.stdout.write(`\n${renderSummary(summary, seconds)}\n\n`);
    process.stdout.write(
      `${result.published} published, ${result.stored} stored, ${result.tagged} tagged, ${result.lost} lost, ${result.twice} twice\n`,
    );
  }
  return result;
}

function isComplete(result: DemoResult): boolean {
  const { published, stored, tagged, lost, twice, failed } = result;
  return stored === published && tagged === published && lost + twice + failed.wrong.length === 0;
}

async function stayUp(app: App, newsroom: Newsroom): Promise<void> {
  const server = await app.serve();
  const [feed] = newsroom.feeds;
  say(
    `still up: ${server.url}/api/articles serves the tagged articles, ${feed?.url ?? ''} is one of the feeds`,
  );
  say('Ctrl-C ends it');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        stories: { type: 'string', default: '240' },
        seed: { type: 'string', default: '1' },
        exit: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuseUsage(errorMessageOf(error));
  }
}

function readCount(name: string, value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) refuseUsage(`--${name} takes a whole number from 1 to 999999`);
  return Number(value);
}

function refuseUsage(message: string): never {
  say(`${message}\n\n${HELP}`);
  process.exit(EXIT.usage);
}
