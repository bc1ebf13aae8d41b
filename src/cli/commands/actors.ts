import { basename } from 'node:path';
import type { Command } from 'commander';
import { addListingOptions, toMentionFilter, type ListingOptions } from '../listing-options.js';
import { readActorFile } from '../read-actor-file.js';
import { reportCatalogue } from '../report-catalogue.js';
import { printListing } from '../print-listing.js';
import { say } from '../say.js';
import { renderTable } from '../table.js';

/** `wirewatch actors`: who is in the news, and catalogues of actors. */
export function registerActors(program: Command): void {
  const actors = addListingOptions(program.command('actors'), ['table', 'json', 'ndjson', 'csv'])
    .description('list groups, persons and organisations by how many articles mention them')
    .addHelpText(
      'after',
      `
An actor is unverified while only the words around its name say that it is one: no catalogue has it, and nobody has
imported it.

Examples:
  $ wirewatch actors --kind threat-actor --since 30d
  $ wirewatch actors --country KP
  $ wirewatch actors import threat-actor.json`,
    )
    .action(async (options: ListingOptions) => {
      const { withApp } = await import('../with-app.js');
      const rows = await withApp((app) => app.store.listActors(toMentionFilter(options)));
      printListing(options.format, { kind: 'actors', rows }, () =>
        renderTable(
          [
            { title: 'actor', maxWidth: 40, cell: (row) => row.name },
            { title: 'kind', cell: (row) => (row.unverified ? `${row.kind}, unverified` : row.kind) },
            { title: 'id', cell: (row) => row.externalId ?? '' },
            { title: 'articles', align: 'right', cell: (row) => String(row.articles) },
            { title: 'first seen', cell: (row) => row.firstSeenAt?.toISOString().slice(0, 10) ?? '' },
            { title: 'also called', maxWidth: 50, cell: (row) => row.aliases.join(', ') },
          ],
          rows,
        ),
      );
    });

  actors
    .command('import')
    .description('learn actors from a MISP galaxy cluster, a STIX 2.1 bundle or CSV')
    .argument('<file>')
    .action(async (file: string) => {
      const { createTagger } = await import('../../tagging/tag-text.js');
      const { withApp } = await import('../with-app.js');
      const entries = await readActorFile(file);
      const { added, imported } = await withApp(async (app) => ({
        added: await app.store.importActors(entries, basename(file)),
        imported: await app.store.readImportedActors(),
      }));
      reportCatalogue(createTagger({ imported }).catalogue);
      say(`${entries.length} actors read, ${added} of them new; texts are tagged with them from now on`);
    });
}
