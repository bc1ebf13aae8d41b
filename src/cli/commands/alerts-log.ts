import { Option, type Command } from 'commander';
import { parseLimit, parseSince } from '../listing-options.js';
import { say } from '../say.js';

interface LogOptions {
  readonly rule?: string;
  readonly waiting?: true;
  readonly since?: Date;
  readonly limit: number;
  readonly format: 'cards' | 'json' | 'ndjson';
}

/** `wirewatch alerts log` */
export function registerLog(alerts: Command): void {
  alerts
    .command('log')
    .description('the alerts that were raised and those that wait for more voices, with their cards')
    .option('--rule <name>', 'of this rule')
    .option('--waiting', 'only those that wait')
    .option('--since <time>', 'since then: 7d, 24h, 30m or a date', parseSince)
    .option('--limit <n>', 'most alerts', parseLimit, 20)
    .addOption(new Option('--format <format>').choices(['cards', 'json', 'ndjson']).default('cards'))
    .action(async ({ waiting, limit, format, rule, since }: LogOptions) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) =>
        app.store.listAlerts({
          limit,
          ...(rule === undefined ? {} : { rule }),
          ...(since === undefined ? {} : { since }),
          ...(waiting === undefined ? {} : { state: 'waiting' as const }),
        }),
      );
      if (format === 'json') process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else if (format === 'ndjson') for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
      else if (rows.length === 0) say('no alerts yet');
      else {
        const { renderTerminalCard } = await import('../../alerting/render-terminal-card.js');
        const texts = rows.map(({ state, voices, card, createdAt, firedAt }) => {
          const fate =
            state === 'fired'
              ? `fired ${(firedAt ?? createdAt).toISOString()}`
              : `waiting since ${createdAt.toISOString()}, said by ${voices.join(', ')}`;
          return `${fate}\n${renderTerminalCard(card)}`;
        });
        console.log(texts.join('\n\n'));
      }
    });
}
