import type { Command } from 'commander';

/** `wirewatch migrate`: brings the schema up to date. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database schema up to date')
    .addHelpText(
      'after',
      `
Safe to run from several places at once. A database of a newer Wirewatch is refused.

Example:
  $ DATABASE_URL=postgres://… wirewatch migrate`,
    )
    .action(async () => {
      const { withApp } = await import('../with-app.js');
      await withApp(
        async (app) => {
          const applied = await app.migrate();
          const { known } = await app.schemaState();
          for (const name of applied) console.log(`applied ${name}`);
          console.log(
            applied.length > 0 ? `schema version ${known}` : `nothing to do: schema version ${known}`,
          );
        },
        { schema: 'leave' },
      );
    });
}
