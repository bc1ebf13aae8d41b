import type { Command } from 'commander';
import type { SkippedFilter, SkippedPage } from '../../model/article-record.js';
import { parseLimit, parseSince, type LimitOption } from '../listing-options.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

interface SkippedOptions {
  readonly reason?: string;
  readonly since?: Date;
}

/** `wirewatch skipped`: pages that held no article, and another look at them. */
export function registerSkipped(program: Command): void {
  const skipped = program
    .command('skipped')
    .description('see pages that held no article, and fetch them again')
    .addHelpText(
      'after',
      `
Reasons: home, section, gallery, video, audio, error, consent, login, search, bot_check, no_text, too_short

Examples:
  $ wirewatch skipped list --reason consent
  $ wirewatch skipped replay 17 18
  $ wirewatch skipped replay --reason no_text --since 7d`,
    );

  skipped
    .command('list')
    .description('what was skipped, newest first, and why')
    .option('--reason <reason>', 'only for this reason')
    .option('--since <time>', 'skipped since then: 7d, 24h or a date', parseSince)
    .option('--limit <n>', 'most rows', parseLimit, 50)
    .option('--json', 'as JSON')
    .action(async (options: SkippedOptions & LimitOption & { readonly json?: boolean }) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listSkipped(toFilter([], options), options.limit));
      if (options.json === true) {
        console.log(JSON.stringify(rows, null, 2));
        return;
      }
      if (rows.length === 0) say('no page was skipped');
      else console.log(renderSkipped(rows));
    });

  skipped
    .command('replay')
    .description('fetch and read the pages again: by id, reason or time; --all for everything')
    .argument('[ids...]', 'ids from `skipped list`')
    .option('--reason <reason>', 'only for this reason')
    .option('--since <time>', 'skipped since then: 7d, 24h or a date', parseSince)
    .option('--all', 'everything')
    .action(async (ids: string[], options: SkippedOptions & { readonly all?: boolean }, command: Command) => {
      if (ids.some((id) => !/^\d+$/.test(id))) command.error('error: ids are numbers, see `skipped list`');
      if (ids.length === 0 && !options.all && options.reason === undefined && options.since === undefined) {
        command.error('error: say what to replay: ids, --reason, --since or --all');
      }
      const { withApp } = await import('../with-app.js');
      const count = await withApp(async (app) => {
        const reopened = await app.store.reopenSkipped(toFilter(ids, options));
        await app.queues.enqueue(
          'articles',
          reopened.map((articleId) => ({ articleId })),
        );
        return reopened.length;
      });
      say(`${count} put back in line; running workers take it from there`);
    });
}

function toFilter(ids: readonly string[], options: SkippedOptions): SkippedFilter {
  return {
    ...(ids.length > 0 ? { ids } : {}),
    ...(options.reason === undefined ? {} : { reason: options.reason }),
    ...(options.since === undefined ? {} : { since: options.since }),
  };
}

function renderSkipped(rows: readonly SkippedPage[]): string {
  return renderTable(
    [
      { title: 'id', align: 'right', cell: (row) => row.id },
      { title: 'when', cell: (row) => row.fetchedAt.toISOString().slice(0, 16).replace('T', ' ') },
      { title: 'reason', cell: (row) => row.reason },
      { title: 'title', maxWidth: 50, cell: (row) => row.title ?? '' },
      { title: 'page', maxWidth: 80, cell: (row) => row.url },
    ],
    rows,
  );
}
