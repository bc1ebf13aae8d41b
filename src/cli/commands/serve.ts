import type { Command } from 'commander';
import { say } from '../say.js';

/** `wirewatch serve`: the web server alone. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('serve the API, /healthz, /readyz and /metrics until stopped')
    .addHelpText(
      'after',
      `
Listens on WIREWATCH_HOST:WIREWATCH_PORT (127.0.0.1:8080). Other addresses need WIREWATCH_API_TOKEN.

Examples:
  $ wirewatch serve
  $ curl 'http://127.0.0.1:8080/api/articles?country=KP&limit=5'`,
    )
    .action(async () => {
      const { runProcess } = await import('../run-process.js');
      await runProcess(async (app) => {
        const server = await app.serve();
        say(`listening on ${server.url}`);
      });
    });
}
