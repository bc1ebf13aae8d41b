import type { Command } from 'commander';
import { noteSum } from '../../export/note-sum.js';
import { addListingOptions, toMentionFilter, type ListingOptions } from '../listing-options.js';
import { printListing } from '../print-listing.js';
import { groupDigits } from '../render-summary.js';
import { renderTable } from '../table.js';

/** `wirewatch money`: the sums in the news. */
export function registerMoney(program: Command): void {
  addListingOptions(program.command('money'), ['table', 'json', 'ndjson', 'csv'])
    .description('list sums of money, largest first')
    .addHelpText(
      'after',
      `
Sums of different currencies are sorted as plain numbers; use --currency to compare. A sum that is "converted" says
one before it again in another currency.

Examples:
  $ wirewatch money --currency USD --since 30d
  $ wirewatch money --country KP --min 1000000 --format ndjson`,
    )
    .action(async (options: ListingOptions) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listMoney(toMentionFilter(options)));
      printListing(options.format, { kind: 'money', rows }, () =>
        renderTable(
          [
            { title: 'amount', align: 'right', cell: (row) => groupDigits(row.amount) },
            {
              title: 'to',
              align: 'right',
              cell: (row) => (row.amountMax === null ? '' : groupDigits(row.amountMax)),
            },
            { title: 'currency', cell: (row) => row.currency },
            { title: 'for', cell: (row) => row.purpose ?? '' },
            { title: 'meant as', cell: (row) => noteSum(row).join(', ') },
            { title: 'when', cell: (row) => row.occurredAt.toISOString().slice(0, 10) },
            { title: 'sentence', maxWidth: 100, cell: (row) => row.sentence },
          ],
          rows,
        ),
      );
    });
}
