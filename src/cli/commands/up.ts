import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { QUEUE_NAMES } from '../../model/work.js';
import { say } from '../say.js';

/** `wirewatch up`: everything in one process, what `npm start` runs. */
export function registerUp(program: Command): void {
  program
    .command('up')
    .description('run everything: scheduler, workers and web server, until stopped')
    .option('--feeds <file>', 'feeds.yml or OPML to watch (default: WIREWATCH_FEEDS, else feeds.yml)')
    .addHelpText(
      'after',
      `
Without DATABASE_URL it brings its own PostgreSQL. Ctrl-C finishes the work in hand and stops.

Examples:
  $ wirewatch up
  $ wirewatch up --feeds my-feeds.opml
  $ WIREWATCH_PORT=9000 wirewatch up`,
    )
    .action(async (options: { readonly feeds?: string }) => {
      const { runProcess } = await import('../run-process.js');
      const { importFeedsFile } = await import('../import-feeds-file.js');
      await runProcess(
        async (app) => {
          const file = options.feeds ?? app.config.feedsFile;
          // A file that was named must exist; the default one need not.
          if (options.feeds !== undefined || existsSync(file)) await importFeedsFile(app.store, file);
          const feeds = await app.store.listFeeds();
          if (feeds.length === 0) {
            say(
              'no feeds yet: copy feeds.example.yml to feeds.yml and start again, or run: wirewatch feeds add URL',
            );
          }
          await app.startWorkers(QUEUE_NAMES);
          await app.startScheduler();
          const server = await app.serve();
          say(`watching ${feeds.length} feeds; ${server.url}/api/articles serves what was tagged`);
        },
        { schema: 'apply' },
      );
    });
}
