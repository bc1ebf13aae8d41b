import { InvalidArgumentError, type Command } from 'commander';
import type { App } from '../../app.js';
import type { RuleDefinition } from '../../model/alert.js';
import type { RehearsalReport } from '../../model/rehearsal.js';
import { parseLimit } from '../listing-options.js';
import { addRuleOptions, ruleOfOptions, type RuleOptions } from '../rule-options.js';
import { renderTable } from '../table.js';

interface TestOptions extends RuleOptions {
  readonly file?: string;
  readonly days: number;
  readonly limit: number;
  readonly json?: true;
}

const DAY_MS = 86_400_000;

/** `wirewatch alerts test` */
export function registerRehearsal(alerts: Command): void {
  const command = alerts
    .command('test')
    .description('show what a rule would have sent over the past days; nothing is saved or sent')
    .argument('[name]', 'a rule that is saved (default: the one that the options or the file describe)')
    .option('--file <rule.yml>', 'the rule of a file')
    .option('--days <n>', 'how far back', parseDays, 30)
    .option('--limit <n>', 'most cards to print, the latest', parseLimit, 50)
    .option('--json', 'as one JSON object');
  addRuleOptions(command).action(async (name: string | undefined, options: TestOptions) => {
    const { withApp } = await import('../with-app.js');
    const since = new Date(Date.now() - options.days * DAY_MS);
    const report = await withApp(async (app) => {
      const rule = await ruleToTest(app, name, options);
      return app.rehearse({ rule, since, limit: options.limit });
    });
    if (options.json === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else console.log(await renderReport(report));
  });
}

async function ruleToTest(app: App, name: string | undefined, options: TestOptions): Promise<RuleDefinition> {
  if (options.file !== undefined) {
    const { pickRules } = await import('../read-rules-file.js');
    const [rule] = await pickRules(options.file, name);
    if (rule !== undefined) return rule;
  }
  if (name !== undefined) {
    const { findRule } = await import('./alerts-rules.js');
    return findRule(app.store, name);
  }
  const { parseRule } = await import('../../alerting/parse-rule.js');
  return parseRule(ruleOfOptions('test', options));
}

async function renderReport(report: RehearsalReport): Promise<string> {
  const { renderTerminalCard } = await import('../../alerting/render-terminal-card.js');
  const { total, past, waiting, articles, alerts, perDay, since } = report;
  const cards = alerts.map(({ at, card, isPast }) => {
    const mark = isPast ? '  (came with the first poll of its feed)' : '';
    return `${at.slice(0, 16).replace('T', ' ')}${mark}\n${renderTerminalCard(card)}`;
  });
  const days = renderTable(
    [
      { title: 'day', cell: (row) => row.day },
      { title: 'alerts', align: 'right', cell: (row) => String(row.alerts) },
    ],
    perDay,
  );
  const summary = [
    `${total} ${total === 1 ? 'alert' : 'alerts'} from ${articles} articles since ${since.slice(0, 10)}; ${waiting} wait for more voices`,
    ...(past === 0
      ? []
      : [
          `${past} of them on what the first poll of a feed brought: such articles fire rules alone that include the past`,
        ]),
    ...(cards.length < total ? [`the latest ${cards.length} are shown`] : []),
    ...report.caveats,
  ];
  return [...cards, ...(total === 0 ? [] : [days]), summary.join('\n')].join('\n\n');
}

function parseDays(value: string): number {
  const days = Number(value);
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    throw new InvalidArgumentError('Give a whole number of days from 1 to 3650.');
  }
  return days;
}
