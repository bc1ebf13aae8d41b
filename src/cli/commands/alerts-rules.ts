import { InvalidArgumentError, type Command } from 'commander';
import type { App } from '../../app.js';
import { PermanentError } from '../../errors.js';
import type { AlertRule } from '../../model/alert.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

/** `wirewatch alerts list`, `show`, `remove`, `enable`, `disable`, `mute` */
export function registerRules(alerts: Command): void {
  registerList(alerts);
  registerShow(alerts);
  registerChanges(alerts);
  registerMute(alerts);
}

function registerList(alerts: Command): void {
  alerts
    .command('list')
    .description('the rules')
    .action(async () => {
      const { withApp } = await import('../with-app.js');
      const { describeCondition } = await import('../../alerting/describe-condition.js');
      const rows = await withApp((app) => app.store.listAlertRules());
      if (rows.length === 0) {
        say('no rules yet: wirewatch alerts add NAME --first-mention threat-actor');
        return;
      }
      console.log(
        renderTable(
          [
            { title: 'name', cell: (rule) => rule.name },
            { title: 'tells of', maxWidth: 70, cell: (rule) => describeCondition(rule.condition) },
            { title: 'gate', cell: describeGate },
            { title: 'channels', cell: (rule) => rule.channels.join(', ') || '–' },
            { title: 'state', cell: (rule) => describeState(rule, new Date()) },
          ],
          rows,
        ),
      );
    });
}

function registerShow(alerts: Command): void {
  alerts
    .command('show')
    .description('one rule as YAML; channels are named, their secrets are not shown')
    .argument('<name>')
    .action(async (name: string) => {
      const { withApp } = await import('../with-app.js');
      const { renderRulesYaml } = await import('../../alerting/rules-yaml.js');
      const rule = await withApp((app) => findRule(app.store, name));
      process.stdout.write(renderRulesYaml([rule]));
      say(`watching since ${rule.since.toISOString()}, ${describeState(rule, new Date())}`);
    });
}

function registerChanges(alerts: Command): void {
  const changes = [
    { name: 'remove', description: 'remove a rule with its alerts', done: 'removed' },
    {
      name: 'enable',
      description: 'wake a rule; what was found while it rested never fires it',
      done: 'enabled',
    },
    { name: 'disable', description: 'rest a rule', done: 'disabled' },
  ] as const;
  for (const change of changes) {
    alerts
      .command(change.name)
      .description(change.description)
      .argument('<name>')
      .action(async (name: string) => {
        const { withApp } = await import('../with-app.js');
        const isDone = await withApp((app) =>
          change.name === 'remove'
            ? app.store.removeAlertRule(name)
            : app.store.setRuleEnabled(name, change.name === 'enable'),
        );
        requireFound(isDone, name);
        say(`${name} ${change.done}`);
      });
  }
}

function registerMute(alerts: Command): void {
  alerts
    .command('mute')
    .description('keep the alerts of a rule without sending them, for a while')
    .argument('<name>')
    .requiredOption('--for <time>', '30m, 12h, 2d or 1w; 0 ends it', parseDuration)
    .action(async (name: string, options: { for: number }) => {
      const until = options.for === 0 ? null : new Date(Date.now() + options.for);
      const { withApp } = await import('../with-app.js');
      requireFound(await withApp((app) => app.store.muteRule(name, until)), name);
      say(until === null ? `${name} speaks again` : `${name} is muted until ${until.toISOString()}`);
    });
}

/** The rule of a name. @throws PermanentError `not_found` */
export async function findRule(store: App['store'], name: string): Promise<AlertRule> {
  const rule = (await store.listAlertRules()).find((candidate) => candidate.name === name);
  if (rule === undefined) throw noRule(name);
  return rule;
}

function noRule(name: string): PermanentError {
  return new PermanentError('not_found', `There is no rule ${name}; see \`wirewatch alerts list\`.`);
}

function requireFound(isFound: boolean, name: string): void {
  if (!isFound) throw noRule(name);
}

function describeGate({ corroboration: { voices, trusted } }: AlertRule): string {
  if (voices === 1) return '–';
  return `${voices} publishers${trusted.length === 0 ? '' : ` or ${trusted.join(', ')}`}`;
}

function describeState(rule: AlertRule, now: Date): string {
  if (!rule.enabled) return 'disabled';
  if (rule.mutedUntil !== null && rule.mutedUntil > now)
    return `muted until ${rule.mutedUntil.toISOString()}`;
  return 'watching';
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function parseDuration(value: string): number {
  if (value === '0') return 0;
  const [, count, unit = ''] = /^(\d{1,4})([mhdw])$/.exec(value) ?? [];
  const unitMs = UNIT_MS[unit];
  if (count === undefined || unitMs === undefined)
    throw new InvalidArgumentError('Give 30m, 12h, 2d or 1w, or 0.');
  return Number(count) * unitMs;
}
