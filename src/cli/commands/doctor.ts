import type { Command } from 'commander';
import { parseConfig } from '../../config.js';
import { EXIT } from '../exit-codes.js';

/** `wirewatch doctor`: is everything all right, and what to do if not. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check Node, data directory, database, queue, feeds, clock and disk')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Exits with 1 when something is broken; warnings alone exit with 0.

Example:
  $ wirewatch doctor`,
    )
    .action(async (options: { readonly json?: boolean }) => {
      const { runChecks } = await import('../../doctor.js');
      const checks = await runChecks(parseConfig(process.env));
      if (options.json === true) console.log(JSON.stringify(checks, null, 2));
      else {
        for (const check of checks) {
          console.log(`${MARKS[check.state]} ${check.name.padEnd(14)} ${check.finding}`);
          if (check.remedy !== null) console.log(`${' '.repeat(17)}→ ${check.remedy}`);
        }
      }
      if (checks.some((check) => check.state === 'broken')) process.exitCode = EXIT.failed;
    });
}

const MARKS = { fine: '✓', warning: '!', broken: '✗' } as const;
