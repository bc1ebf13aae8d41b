import { Option, type Command } from 'commander';
import { DELIVERY_STATUSES, type DeliveryListing, type DeliveryStatus } from '../../model/delivery.js';
import { parseLimit, type LimitOption } from '../listing-options.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

interface DeliveriesOptions extends LimitOption {
  readonly status?: DeliveryStatus;
  readonly channel?: string;
  readonly json?: boolean;
}

/** `wirewatch alerts deliveries` and `retry`: the messages to channels, and another try for those that were parked. */
export function registerDeliveries(alerts: Command): void {
  alerts
    .command('deliveries')
    .description('the messages to channels, newest first: how they stand, and why')
    .addOption(new Option('--status <status>', 'only these').choices(DELIVERY_STATUSES))
    .option('--channel <name>', 'only to this channel')
    .option('--limit <n>', 'most rows', parseLimit, 50)
    .option('--json', 'as JSON')
    .action(async ({ limit, json, status, channel }: DeliveriesOptions) => {
      const filter = {
        ...(status === undefined ? {} : { status }),
        ...(channel === undefined ? {} : { channel }),
      };
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listDeliveries(filter, limit));
      if (json === true) console.log(JSON.stringify(rows, null, 2));
      else if (rows.length === 0) say('no such messages');
      else console.log(renderDeliveries(rows));
    });

  alerts
    .command('retry')
    .description('put parked messages back in line for another day: by id or channel; --all for everything')
    .argument('[ids...]', 'ids from `alerts deliveries --status parked`')
    .option('--channel <name>', 'only of this channel')
    .option('--all', 'everything')
    .action(async (ids: string[], options: { channel?: string; all?: boolean }, command: Command) => {
      if (ids.some((id) => !/^\d{1,18}$/.test(id))) {
        command.error('error: ids are numbers, see `alerts deliveries`');
      }
      if (ids.length === 0 && options.all !== true && options.channel === undefined) {
        command.error('error: say what to retry: ids, --channel or --all');
      }
      const filter = {
        ...(ids.length === 0 ? {} : { ids }),
        ...(options.channel === undefined ? {} : { channel: options.channel }),
      };
      const { withApp } = await import('../with-app.js');
      const count = await withApp((app) => app.store.reopenDeliveries(filter));
      say(`${count} put back in line; running workers take it from there`);
    });
}

function renderDeliveries(rows: readonly DeliveryListing[]): string {
  return renderTable(
    [
      { title: 'id', align: 'right', cell: (row) => row.id },
      { title: 'since', cell: (row) => minuteOf(row.createdAt) },
      { title: 'channel', cell: (row) => row.channel },
      { title: 'status', cell: (row) => row.status },
      { title: 'tries', align: 'right', cell: (row) => String(row.attempts) },
      { title: 'next or sent', cell: describeTime },
      { title: 'alerts', align: 'right', cell: (row) => String(row.alerts) },
      { title: 'what', maxWidth: 50, cell: (row) => row.headline ?? '' },
      { title: 'why', maxWidth: 160, cell: (row) => row.lastError ?? '' },
    ],
    rows,
  );
}

function describeTime(row: DeliveryListing): string {
  if (row.status === 'parked') return '';
  return minuteOf(row.sentAt ?? row.dueAt);
}

function minuteOf(date: Date): string {
  return date.toISOString().slice(0, 16).replace('T', ' ');
}
