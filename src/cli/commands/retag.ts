import type { Command } from 'commander';
import { parseSince } from '../listing-options.js';
import { say } from '../say.js';

/** Ids per page and per batch of jobs. */
const PAGE = 1_000;

/** `wirewatch retag`: tags the archive again. */
export function registerRetag(program: Command): void {
  program
    .command('retag')
    .description('tag stored articles again, without fetching them; sends no alerts')
    .option('--since <time>', 'only articles since then: 7d, 24h or a date', parseSince)
    .option('--all', 'also those that this version of the tagger has tagged already')
    .addHelpText(
      'after',
      `
Running workers (wirewatch up, wirewatch work) do the tagging.

Examples:
  $ wirewatch retag
  $ wirewatch retag --since 30d --all`,
    )
    .action(async (options: { readonly since?: Date; readonly all?: boolean }) => {
      const { withApp } = await import('../with-app.js');
      const { taggerVersion: versionWith } = await import('../../tagging/tag-text.js');
      const count = await withApp(async (app) => {
        const version = versionWith(await app.store.readImportVersion());
        const taggerVersion = options.all === true ? null : version;
        let total = 0;
        for (let afterId = '0'; ;) {
          const ids = await app.store.listArticlesToRetag({
            taggerVersion,
            since: options.since ?? null,
            afterId,
            limit: PAGE,
          });
          const last = ids.at(-1);
          if (last === undefined) return total;
          await app.queues.enqueue(
            'tags',
            ids.map((articleId) => ({ articleId, reason: 'retag' as const })),
          );
          total += ids.length;
          afterId = last;
        }
      });
      say(count === 0 ? 'nothing to tag again' : `${count} articles are in line to be tagged again`);
    });
}
