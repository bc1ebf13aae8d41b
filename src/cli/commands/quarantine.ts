import { Option, type Command } from 'commander';
import {
  QUARANTINE_QUEUES,
  type QuarantinedWork,
  type QuarantineFilter,
  type QuarantineQueue,
} from '../../model/work.js';
import { parseLimit, type LimitOption } from '../listing-options.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

interface QuarantineOptions {
  readonly queue?: QuarantineQueue;
  readonly code?: string;
}

const queueOption = () => new Option('--queue <name>', 'only this queue').choices(QUARANTINE_QUEUES);

/** `wirewatch quarantine`: work that was given up, and its replay. */
export function registerQuarantine(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('see and replay work that was given up')
    .addHelpText(
      'after',
      `
Examples:
  $ wirewatch quarantine list --code http_404
  $ wirewatch quarantine replay 17 18
  $ wirewatch quarantine replay --queue tags

Messages that no channel took are parked: see \`wirewatch alerts deliveries --status parked\`.`,
    );

  quarantine
    .command('list')
    .description('what was given up, newest first, and why')
    .addOption(queueOption())
    .option('--code <code>', 'only this error code')
    .option('--limit <n>', 'most rows', parseLimit, 50)
    .option('--json', 'as JSON')
    .action(async (options: QuarantineOptions & LimitOption & { readonly json?: boolean }) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listQuarantine(toFilter([], options), options.limit));
      if (options.json === true) {
        console.log(JSON.stringify(rows, null, 2));
        return;
      }
      if (rows.length === 0) say('quarantine is empty');
      else console.log(renderQuarantine(rows));
    });

  quarantine
    .command('replay')
    .description('do the work again: by id, queue or code; --all for everything')
    .argument('[ids...]', 'ids from `quarantine list`')
    .addOption(queueOption())
    .option('--code <code>', 'only this error code')
    .option('--all', 'everything')
    .action(
      async (ids: string[], options: QuarantineOptions & { readonly all?: boolean }, command: Command) => {
        if (ids.some((id) => !/^\d+$/.test(id)))
          command.error('error: ids are numbers, see `quarantine list`');
        if (ids.length === 0 && !options.all && options.queue === undefined && options.code === undefined) {
          command.error('error: say what to replay: ids, --queue, --code or --all');
        }
        const { withApp } = await import('../with-app.js');
        const { requeue } = await import('../requeue.js');
        const count = await withApp(async (app) => {
          const replayed = await app.store.replay(toFilter(ids, options));
          await requeue(app.queues, replayed);
          return replayed.length;
        });
        say(`${count} put back in line; running workers take it from there`);
      },
    );
}

function toFilter(ids: readonly string[], options: QuarantineOptions): QuarantineFilter {
  return {
    ...(ids.length > 0 ? { ids } : {}),
    ...(options.queue === undefined ? {} : { queue: options.queue }),
    ...(options.code === undefined ? {} : { code: options.code }),
  };
}

function renderQuarantine(rows: readonly QuarantinedWork[]): string {
  return renderTable(
    [
      { title: 'id', align: 'right', cell: (row) => row.id },
      { title: 'when', cell: (row) => row.createdAt.toISOString().slice(0, 16).replace('T', ' ') },
      { title: 'queue', cell: (row) => row.queue },
      { title: 'code', cell: (row) => row.code },
      { title: 'what', maxWidth: 60, cell: (row) => row.subject ?? row.subjectId },
      { title: 'why', maxWidth: 80, cell: (row) => row.message },
    ],
    rows,
  );
}
