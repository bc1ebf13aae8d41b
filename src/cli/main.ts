#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { registerActors } from './commands/actors.js';
import { registerAlerts } from './commands/alerts.js';
import { registerArticles } from './commands/articles.js';
import { registerChannels } from './commands/channels.js';
import { registerConfig } from './commands/config.js';
import { registerDoctor } from './commands/doctor.js';
import { registerExtract } from './commands/extract.js';
import { registerFeeds } from './commands/feeds.js';
import { registerFetchFeed } from './commands/fetch-feed.js';
import { registerIngest } from './commands/ingest.js';
import { registerMigrate } from './commands/migrate.js';
import { registerMoney } from './commands/money.js';
import { registerParseFeed } from './commands/parse-feed.js';
import { registerQuarantine } from './commands/quarantine.js';
import { registerRetag } from './commands/retag.js';
import { registerServe } from './commands/serve.js';
import { registerSkipped } from './commands/skipped.js';
import { registerStories } from './commands/stories.js';
import { registerTag } from './commands/tag.js';
import { registerUp } from './commands/up.js';
import { registerWork } from './commands/work.js';
import { describeFailure, EXIT, exitCodeFor } from './exit-codes.js';
import { say } from './say.js';
import { readVersion } from './version.js';

const program = new Command('wirewatch')
  .description('Watches the news: polls feeds, scrapes articles, tags countries, actors and money figures.')
  .version(readVersion())
  .showHelpAfterError('(see --help)')
  .addHelpText(
    'after',
    `
Settings come from environment variables; \`wirewatch config\` shows them.
Exit codes: 0 done, 1 failed, 2 wrong usage, 78 wrong configuration.

Examples:
  $ wirewatch up                                   poll, tag and serve until stopped
  $ wirewatch feeds add https://example.org/feed   watch one more feed
  $ wirewatch articles --country KP --since 7d     what was said of North Korea this week`,
  )
  .exitOverride();

registerUp(program);
registerIngest(program);
registerWork(program);
registerServe(program);
registerFeeds(program);
registerArticles(program);
registerStories(program);
registerActors(program);
registerMoney(program);
registerAlerts(program);
registerChannels(program);
registerQuarantine(program);
registerSkipped(program);
registerRetag(program);
registerMigrate(program);
registerDoctor(program);
registerConfig(program);
registerParseFeed(program);
registerFetchFeed(program);
registerExtract(program);
registerTag(program);

// A reader that ends early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else {
    say(describeFailure(error));
    process.exitCode = exitCodeFor(error);
  }
}
