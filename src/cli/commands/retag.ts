import type { Command } from 'commander';
import type { App } from '../../app.js';
import type { RetagFilter } from '../../model/tagging.js';
import { parseLimit, parseSince } from '../listing-options.js';
import { say } from '../say.js';

/** Ids per page and per batch of jobs. */
const PAGE = 1_000;

interface RetagOptions {
  readonly since?: Date;
  readonly all?: boolean;
  readonly diff?: boolean;
  readonly limit?: number;
  readonly json?: boolean;
}

/** `wirewatch retag`: tags the archive again, or shows what that would change. */
export function registerRetag(program: Command): void {
  program
    .command('retag')
    .description(
      'tag stored articles again, without fetching them; sends no alerts, but to rules that include the past',
    )
    .option('--since <time>', 'only articles since then: 7d, 24h or a date', parseSince)
    .option('--all', 'also those that this version of the tagger has tagged already')
    .option('--diff', 'write nothing: show what would be gained, lost and changed')
    .option('--limit <n>', 'with --diff: only the newest so many', parseLimit)
    .option('--json', 'with --diff: one line of JSON for each article whose tags would change')
    .addHelpText(
      'after',
      `
Articles are tagged again that another version of the tagger tagged; an import of actors makes a new version, too.
Running workers (wirewatch up, wirewatch work) do the tagging.

With --diff this process tags the articles itself, with all imported actors, compares each mention with the stored
ones, and counts by kind and by rule: kept; gained; lost; changed, that is same kind and place with another value. The
most frequent values are shown with a sentence. A line of --json has id, title, gained, lost and changed, each mention
with kind, start, end, text, value and rule; "was" is the stored value of a changed one.

Examples:
  $ wirewatch retag --diff --since 30d --limit 500
  $ wirewatch retag --diff --json > changes.ndjson
  $ wirewatch retag
  $ wirewatch retag --since 30d --all`,
    )
    .action(async (options: RetagOptions, command: Command) => {
      if (options.diff !== true && (options.json === true || options.limit !== undefined)) {
        command.error('error: --limit and --json go with --diff');
      }
      const { withApp } = await import('../with-app.js');
      await withApp((app) => retag(app, options));
    });
}

async function retag(app: App, options: RetagOptions): Promise<void> {
  const { taggerVersion } = await import('../../tagging/tag-text.js');
  const version = taggerVersion(await app.store.readImportVersion());
  const filter = { taggerVersion: options.all === true ? null : version, since: options.since ?? null };
  if (options.diff === true) {
    const { printRetagDiff } = await import('../retag-diff.js');
    const { limit = null, json = false } = options;
    await printRetagDiff(app, { filter, version, limit, json });
    return;
  }
  const count = await enqueueRetags(app, filter);
  say(count === 0 ? 'nothing to tag again' : `${count} articles are in line to be tagged again`);
}

/** @returns how many articles were put in line */
async function enqueueRetags(app: App, filter: RetagFilter): Promise<number> {
  let total = 0;
  for (let afterId = '0'; ;) {
    const ids = await app.store.listArticlesToRetag(filter, { afterId, limit: PAGE });
    const last = ids.at(-1);
    if (last === undefined) return total;
    await app.queues.enqueue(
      'tags',
      ids.map((articleId) => ({ articleId, reason: 'retag' as const })),
    );
    total += ids.length;
    afterId = last;
  }
}
