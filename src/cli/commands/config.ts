import type { Command } from 'commander';
import { parseConfig, redactConfig } from '../../config.js';

/** `wirewatch config`: what the settings come to. */
export function registerConfig(program: Command): void {
  program
    .command('config')
    .description('show the settings in force, secrets blanked')
    .addHelpText(
      'after',
      `
Every setting is an environment variable; .env.example lists them with their defaults.

Example:
  $ WIREWATCH_HOST_DELAY_MS=5000 wirewatch config`,
    )
    .action(() => {
      console.log(JSON.stringify(redactConfig(parseConfig(process.env)), null, 2));
    });
}
