import { randomBytes } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import { PermanentError } from '../../errors.js';
import type { ActorKind } from '../../model/mention.js';
import { say } from '../say.js';
import { registerDeliveries } from './alerts-deliveries.js';
import { registerAlertFeed } from './alerts-feed.js';
import { renderTable } from '../table.js';

const KINDS: readonly ActorKind[] = ['threat-actor', 'person', 'organisation'];

/** `wirewatch alerts`: who is told when an actor appears for the first time. */
export function registerAlerts(program: Command): void {
  const alerts = program
    .command('alerts')
    .description('tell a webhook when an actor is mentioned for the first time')
    .addHelpText(
      'after',
      `
Each delivery is signed: wirewatch-signature is sha256=HMAC-SHA256(secret, "<wirewatch-timestamp>.<body>") in hex.

Examples:
  $ wirewatch alerts add new-groups --webhook https://hooks.example.org/wirewatch
  $ wirewatch alerts list
  $ wirewatch alerts remove new-groups`,
    );

  registerDeliveries(alerts);
  registerAlertFeed(alerts);

  alerts
    .command('add')
    .description('add a rule, or replace the one of that name')
    .argument('<name>')
    .requiredOption('--webhook <url>', 'where alerts are posted', parseWebhook)
    .option('--kinds <list>', `which actors, of ${KINDS.join(',')}`, parseKinds, ['threat-actor'])
    .option('--secret <text>', 'key of the signature (default: a new one, shown once)')
    .action(async (name: string, options: { webhook: string; kinds: ActorKind[]; secret?: string }) => {
      const { withApp } = await import('../with-app.js');
      const secret = options.secret ?? randomBytes(24).toString('base64url');
      await withApp(async (app) => {
        await app.store.saveChannel({
          name,
          target: { type: 'webhook', url: options.webhook, secret },
          manners: { digest: 'immediately', quietHours: null, maxPerHour: null },
        });
        await app.store.saveAlertRule({
          name,
          condition: { firstMention: { kinds: options.kinds } },
          corroboration: { voices: 1, trusted: [] },
          channels: [name],
        });
      });
      say(`${name} is watching; it takes effect with the next tagged article`);
      if (options.secret === undefined) say(`the key of its signatures, shown only now: ${secret}`);
    });

  alerts
    .command('list')
    .description('the rules; secrets are not shown')
    .action(async () => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listAlertRules());
      if (rows.length === 0) {
        say('no rules yet: wirewatch alerts add NAME --webhook URL');
        return;
      }
      console.log(
        renderTable(
          [
            { title: 'name', cell: (rule) => rule.name },
            { title: 'condition', cell: (rule) => JSON.stringify(rule.condition) },
            { title: 'channels', cell: (rule) => rule.channels.join(', ') },
          ],
          rows,
        ),
      );
    });

  alerts
    .command('remove')
    .description('remove a rule with its alerts')
    .argument('<name>')
    .action(async (name: string) => {
      const { withApp } = await import('../with-app.js');
      const isRemoved = await withApp((app) => app.store.removeAlertRule(name));
      if (!isRemoved) {
        throw new PermanentError('not_found', `There is no rule ${name}; see \`wirewatch alerts list\`.`);
      }
      say(`${name} removed`);
    });
}

function parseWebhook(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InvalidArgumentError('Give a full http or https address.');
  }
  return new URL(value).href;
}

function parseKinds(value: string): ActorKind[] {
  const given = value.split(',').map((kind) => kind.trim());
  const known = KINDS.filter((kind) => given.includes(kind));
  if (known.length !== given.length) throw new InvalidArgumentError(`Choose from ${KINDS.join(', ')}.`);
  return known;
}
