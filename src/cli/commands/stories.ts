import type { Command } from 'commander';
import type { StoryListing } from '../../model/article-record.js';
import { largestSum } from '../largest-sum.js';
import { addListingOptions, toMentionFilter, type ListingOptions } from '../listing-options.js';
import { printListing } from '../print-listing.js';
import { renderTable } from '../table.js';

/** `wirewatch stories`: each event once, whatever number of outlets report it. */
export function registerStories(program: Command): void {
  addListingOptions(program.command('stories'), ['table', 'json', 'ndjson'])
    .description('list stories, newest first: the articles of several publishers about one event')
    .addHelpText(
      'after',
      `
A story is listed when one of its articles meets the filter. Voices are publishers that speak for themselves: the
reprints of an agency's report are one voice.

Examples:
  $ wirewatch stories --since 24h
  $ wirewatch stories --country KP --format ndjson`,
    )
    .action(async (options: ListingOptions) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listStories(toMentionFilter(options)));
      printListing(options.format, { kind: 'stories', rows }, () => renderStories(rows));
    });
}

function renderStories(rows: readonly StoryListing[]): string {
  const minute = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ');
  return renderTable(
    [
      { title: 'last (UTC)', cell: (row) => minute(row.lastAt) },
      { title: 'first', cell: (row) => minute(row.firstAt) },
      { title: 'headline', maxWidth: 60, cell: (row) => row.lead.title ?? row.lead.url },
      { title: 'articles', align: 'right', cell: (row) => String(row.articles) },
      { title: 'voices', maxWidth: 40, cell: (row) => `${row.voices.length}: ${row.voices.join(', ')}` },
      { title: 'countries', maxWidth: 20, cell: (row) => row.countries.join(' ') },
      { title: 'actors', maxWidth: 40, cell: (row) => row.actors.map((actor) => actor.name).join(', ') },
      { title: 'largest sum', maxWidth: 24, cell: (row) => largestSum(row.money)?.surface ?? '' },
    ],
    rows,
  );
}
