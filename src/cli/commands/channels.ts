import { randomBytes, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { describeManners } from '../../alerting/describe-manners.js';
import { SAMPLE_CARD } from '../../alerting/sample-card.js';
import { errorMessageOf, PermanentError } from '../../errors.js';
import type { DeliveryToSend } from '../../model/alert.js';
import type { ChannelListing } from '../../model/delivery.js';
import {
  CHANNEL_TYPES,
  describeTarget,
  DIGESTS,
  parseQuietHours,
  parseTimeOfDay,
  parseTimeZone,
  toManners,
  toTarget,
  type MannersOptions,
} from '../channel-options.js';
import { parseLimit } from '../listing-options.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

/** `wirewatch channels`: where alerts are sent, when, and whether that works. */
export function registerChannels(program: Command): void {
  const channels = program
    .command('channels')
    .description('where alerts are sent: webhooks, chats, mail')
    .addHelpText(
      'after',
      `
Addresses and secrets are never shown again. Give - to read the address from standard input, away from the shell's history.
Each post to a webhook is signed: wirewatch-signature is sha256=HMAC-SHA256(secret, "<wirewatch-timestamp>.<body>") in hex,
webhook-signature the same as Standard Webhooks has it. Drop repeats by webhook-id.

Examples:
  $ wirewatch channels add desk slack https://hooks.slack.com/services/…
  $ wirewatch channels add night webhook https://hooks.example.org/wirewatch --quiet-hours 22:00-07:00 --time-zone Europe/Berlin
  $ wirewatch channels add readers email desk@example.org --digest daily --digest-at 07:30 --time-zone America/New_York
  $ wirewatch channels test desk`,
    );
  addAdd(channels);
  addList(channels);
  addTest(channels);
  addSwitch(
    channels,
    'pause',
    'let the messages of a channel wait',
    'pauseChannel',
    'is paused; what comes waits',
  );
  addSwitch(
    channels,
    'resume',
    'let a channel speak again: what came meanwhile is one message',
    'resumeChannel',
    'speaks again',
  );
  addSwitch(channels, 'remove', 'remove a channel with its messages', 'removeChannel', 'is removed');
}

interface AddOptions extends MannersOptions {
  readonly secret?: string;
}

function addAdd(channels: Command): void {
  channels
    .command('add')
    .description('add a channel, or replace the one of that name')
    .argument('<name>')
    .addArgument(new Argument('<type>').choices(CHANNEL_TYPES))
    .argument(
      '<receiver...>',
      'the address of the receiver, or mail addresses; - reads it from standard input',
    )
    .option('--secret <text>', 'of a webhook: key of the signature (default: a new one, shown once)')
    .addOption(
      new Option('--digest <period>', 'how much comes in one message')
        .choices(DIGESTS)
        .default('immediately'),
    )
    .option('--digest-at <time>', 'local time of daily and weekly digests (default: 08:00)', parseTimeOfDay)
    .option('--quiet-hours <times>', 'when nothing is sent: 22:00-07:00', parseQuietHours)
    .option('--time-zone <zone>', 'of the local times, such as Europe/Berlin (default: UTC)', parseTimeZone)
    .option('--max-per-hour <n>', 'messages an hour; what comes beyond is bundled', parseLimit)
    .action(
      async (
        name: string,
        type: (typeof CHANNEL_TYPES)[number],
        receivers: string[],
        options: AddOptions,
        command: Command,
      ) => {
        const secret = options.secret ?? `whsec_${randomBytes(24).toString('base64')}`;
        const target = parseOrRefuse(command, toTarget, type, await readReceivers(receivers), secret);
        const { withApp } = await import('../with-app.js');
        await withApp(async (app) => {
          await app.store.saveChannel({ name, target, manners: toManners(options) });
          if (type === 'email' && app.mailer === null) {
            say(
              'no mail server is known yet: set WIREWATCH_SMTP_URL and WIREWATCH_MAIL_FROM for the workers',
            );
          }
        });
        say(`${name} is there; try it: wirewatch channels test ${name}`);
        if (type === 'webhook' && options.secret === undefined) {
          say(`the key of its signatures, shown only now: ${secret}`);
        }
      },
    );
}

function addList(channels: Command): void {
  channels
    .command('list')
    .description('the channels: kind and host, manners, how they fare; addresses and secrets are not shown')
    .option('--json', 'as JSON')
    .action(async (options: { readonly json?: boolean }) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listChannels());
      if (options.json === true) console.log(JSON.stringify(rows, null, 2));
      else if (rows.length === 0) say('no channels yet: wirewatch channels add NAME TYPE RECEIVER');
      else console.log(renderChannels(rows));
    });
}

function addTest(channels: Command): void {
  channels
    .command('test')
    .description('send a sample alert right away, and say what the receiver answered')
    .argument('<name>')
    .action(async (name: string) => {
      const { withApp } = await import('../with-app.js');
      const { createSender } = await import('../../delivery-stages.js');
      await withApp(async (app) => {
        const channel = await app.store.findChannel(name);
        if (channel === null) throw unknownChannel(name);
        const now = app.now();
        const sample: DeliveryToSend = {
          id: '0',
          key: randomUUID(),
          channel,
          alerts: [{ id: '0', card: SAMPLE_CARD, createdAt: now }],
          createdAt: now,
          attempts: 1,
          startedAt: now,
        };
        const { answer, remark } = await createSender(app)(sample);
        say(`${name} took it: the receiver ${answer}`);
        if (remark !== null) say(remark);
      });
    });
}

function addSwitch(
  channels: Command,
  verb: string,
  description: string,
  change: 'pauseChannel' | 'resumeChannel' | 'removeChannel',
  done: string,
): void {
  channels
    .command(verb)
    .description(description)
    .argument('<name>')
    .action(async (name: string) => {
      const { withApp } = await import('../with-app.js');
      if (!(await withApp((app) => app.store[change](name)))) throw unknownChannel(name);
      say(`${name} ${done}`);
    });
}

async function readReceivers(receivers: readonly string[]): Promise<string[]> {
  if (receivers.join() !== '-') return [...receivers];
  return (await text(process.stdin)).split(/\s+/).filter((receiver) => receiver !== '');
}

/** Arguments that depend on one another can't be parsed one by one, but fail the same way. */
function parseOrRefuse<Args extends unknown[], Parsed>(
  command: Command,
  parse: (...args: Args) => Parsed,
  ...args: Args
): Parsed {
  try {
    return parse(...args);
  } catch (error) {
    if (error instanceof InvalidArgumentError) command.error(`error: ${errorMessageOf(error)}`);
    throw error;
  }
}

function unknownChannel(name: string): PermanentError {
  return new PermanentError('not_found', `There is no channel ${name}; see \`wirewatch channels list\`.`);
}

function renderChannels(rows: readonly ChannelListing[]): string {
  return renderTable(
    [
      { title: 'name', cell: (row) => row.name },
      { title: 'where', maxWidth: 50, cell: describeTarget },
      { title: 'when', cell: (row) => describeManners(row.manners) },
      { title: 'state', cell: describeState },
      { title: 'waiting', align: 'right', cell: (row) => String(row.waiting) },
      { title: 'parked', align: 'right', cell: (row) => String(row.parked) },
      { title: 'rules', maxWidth: 40, cell: (row) => row.rules.join(', ') },
    ],
    rows,
  );
}

function describeState(row: ChannelListing): string {
  if (!row.enabled) return 'paused';
  return row.failureCount === 0 ? 'fine' : `failed ${row.failureCount}×`;
}
