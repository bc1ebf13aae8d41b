import type { Command } from 'commander';
import { EXIT } from '../exit-codes.js';

/** `wirewatch feeds test`: one poll, explained. */
export function registerTest(feeds: Command): void {
  feeds
    .command('test')
    .description('poll an address once and explain what happens, header by header; needs no database')
    .argument('<url>', 'address of a feed')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Ends with 0 when a feed came that can be read, else with 1.

Example:
  $ wirewatch feeds test https://example.org/feed.xml`,
    )
    .action(async (url: string, options: { json?: boolean }) => {
      const { parseConfig } = await import('../../config.js');
      const { testFeed } = await import('../../probe/test-feed.js');
      const { renderFeedTest } = await import('../render-feed-test.js');
      const test = await testFeed(parseConfig(process.env), url);
      console.log(options.json === true ? JSON.stringify(test, null, 2) : renderFeedTest(test));
      if (!test.ok) process.exitCode = EXIT.failed;
    });
}
