import type { Command } from 'commander';
import type { ArticleListing, ListedActor } from '../../model/article-record.js';
import { largestSum } from '../largest-sum.js';
import {
  addListingOptions,
  LISTING_FORMATS,
  toMentionFilter,
  type ListingOptions,
} from '../listing-options.js';
import { printListing } from '../print-listing.js';
import { renderTable } from '../table.js';

/** `wirewatch articles`: the tagged feed. */
export function registerArticles(program: Command): void {
  addListingOptions(program.command('articles'), LISTING_FORMATS)
    .description('list tagged articles, newest first')
    .addHelpText(
      'after',
      `
An actor is unverified while only the words around its name say that it is one: no catalogue or import has it.
Tags are partial for a text in a language that the tagger does not know: it has only what can be found safely.

Examples:
  $ wirewatch articles --country KP --since 7d
  $ wirewatch articles --actor 'Cozy Bear' --format csv > apt29.csv
  $ wirewatch articles --currency USD --min 10000000 --search 'ransom or extortion'`,
    )
    .action(async (options: ListingOptions) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listArticles(toMentionFilter(options)));
      printListing(options.format, { kind: 'articles', rows }, () => renderArticles(rows));
    });
}

function renderArticles(rows: readonly ArticleListing[]): string {
  return renderTable(
    [
      { title: 'when (UTC)', cell: (row) => row.occurredAt.toISOString().slice(0, 16).replace('T', ' ') },
      { title: 'title', maxWidth: 60, cell: (row) => row.title ?? row.url },
      { title: 'source', maxWidth: 20, cell: (row) => row.source ?? row.site ?? '' },
      { title: 'countries', maxWidth: 20, cell: (row) => row.countries.join(' ') },
      { title: 'actors', maxWidth: 40, cell: (row) => row.actors.map(describeActor).join(', ') },
      { title: 'largest sum', maxWidth: 24, cell: (row) => largestSum(row.money)?.surface ?? '' },
      { title: 'also in', align: 'right', cell: (row) => (row.alsoIn === 0 ? '' : String(row.alsoIn)) },
      { title: 'tags', cell: (row) => (row.partialTags ? 'partial' : '') },
    ],
    rows,
  );
}

function describeActor({ name, unverified }: ListedActor): string {
  return unverified ? `${name} (unverified)` : name;
}
