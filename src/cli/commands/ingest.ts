import { existsSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { App } from '../../app.js';
import { PermanentError } from '../../errors.js';
import { say } from '../say.js';

interface IngestCommandOptions {
  readonly feeds?: readonly string[];
  readonly json?: boolean;
}

/** `wirewatch ingest`: polls once, waits until everything is tagged, sums up. */
export function registerIngest(program: Command): void {
  program
    .command('ingest')
    .description('poll feeds now, wait until every article is tagged, and sum up')
    .option(
      '--feeds <file or URL...>',
      'a feeds.yml or OPML file, or feed addresses (default: all known feeds)',
    )
    .addOption(new Option('--once', 'poll once and end (what it does anyway)').hideHelp())
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Ctrl-C finishes the work in hand and sums up what there is; the rest is done at the next start.

Examples:
  $ wirewatch ingest --feeds https://example.org/feed.xml
  $ wirewatch ingest --feeds feeds.example.yml --json`,
    )
    .action(async (options: IngestCommandOptions) => {
      const { withApp } = await import('../with-app.js');
      await withApp((app) => ingest(app, options), { adjust: quietly });
    });
}

async function ingest(app: App, options: IngestCommandOptions): Promise<void> {
  const { createProgressDisplay } = await import('../progress.js');
  const { INGEST_PROGRESS } = await import('../ingest-progress.js');
  const { renderSummary } = await import('../render-summary.js');
  const { runIngest } = await import('../run-ingest.js');
  const feedIds = await chooseFeeds(app, options.feeds);
  const startedAt = performance.now();
  const display = createProgressDisplay(process.stderr, () => performance.now(), INGEST_PROGRESS);
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
  });
  const run = await runIngest(app, {
    feedIds,
    signal: stop.signal,
    onProgress: (progress) => {
      display.update(progress);
    },
  });
  display.end();
  const seconds = (performance.now() - startedAt) / 1000;
  const summary = await app.store.summariseRun(run);
  console.log(
    options.json === true
      ? JSON.stringify({ ...summary, seconds: Number(seconds.toFixed(1)) })
      : renderSummary(summary, seconds),
  );
}

/** @returns ids of the feeds to poll; null: all */
async function chooseFeeds(app: App, given: readonly string[] | undefined): Promise<string[] | null> {
  const { importFeedsFile } = await import('../import-feeds-file.js');
  if (given !== undefined) {
    const urls = given.filter((entry) => /^https?:\/\//i.test(entry));
    const files = given.filter((entry) => !urls.includes(entry));
    const { ids } = await app.store.upsertFeeds(urls.map((url) => ({ url: new URL(url).href })));
    for (const file of files) ids.push(...(await importFeedsFile(app.store, file)));
    return ids;
  }
  if (existsSync(app.config.feedsFile)) await importFeedsFile(app.store, app.config.feedsFile);
  if ((await app.store.listFeeds()).length === 0) {
    throw new PermanentError(
      'bad_input',
      'There are no feeds to poll. Name some with --feeds, or copy feeds.example.yml to feeds.yml.',
    );
  }
  say('polling all known feeds');
  return null;
}

/** The display tells what happens; log lines in between would tear it. The summary names the failures. */
function quietly<C extends { readonly logLevel: string }>(config: C): C {
  return config.logLevel === 'info' ? { ...config, logLevel: 'error' } : config;
}
