import { once } from 'node:events';
import { quoteSentence } from '../alerting/quote-sentence.js';
import type { App } from '../app.js';
import { renderNdjson } from '../export/ndjson.js';
import type { RetagFilter } from '../model/tagging.js';
import { createPoolTagger } from '../pool-tagger.js';
import { createDiffSummary } from '../tagging/diff-summary.js';
import { diffArchive, type DiffedArticle } from './diff-archive.js';
import { bar, createProgressDisplay, formatDuration, type ProgressStyle } from './progress.js';
import { describeTotals, renderDiff } from './render-diff.js';
import { say } from './say.js';

export interface RetagDiffOptions {
  readonly filter: RetagFilter;
  /** The version of the tagger that is compared. */
  readonly version: string;
  /** Most articles, the newest; null: all. */
  readonly limit: number | null;
  /** One line of JSON for each article whose tags would change, in place of the summary. */
  readonly json: boolean;
}

/** Values shown of each list. */
const TOP = 12;

/** `wirewatch retag --diff`: prints what tagging stored articles again would change, and changes nothing. */
export async function printRetagDiff(app: App, options: RetagDiffOptions): Promise<void> {
  const { filter, version, json } = options;
  const found = await app.store.countArticlesToRetag(filter);
  const total = Math.min(found, options.limit ?? found);
  // On one terminal bars would draw over the lines of JSON.
  const output = json ? { write: (text: string) => process.stderr.write(text) } : process.stderr;
  const display = createProgressDisplay(output, () => performance.now(), DIFF_PROGRESS);
  const readArticle = createPoolTagger(app.store, app.cpu);
  const summary = createDiffSummary();
  const totals = await diffArchive(
    {
      listArticles: (page) => app.store.listTaggedArticles(filter, page),
      tagText: async (input) => (await readArticle({ ...input, byline: null })).tags,
    },
    {
      limit: total,
      async onArticle(article) {
        summary.add(article.diff, ({ start, end }) => quoteSentence(article.text, start, end));
        if (json) await writeArticle(article);
      },
      onProgress: (done) => {
        display.update({ done, total });
      },
    },
  );
  display.end();
  if (json) for (const line of describeTotals(totals, version).split('\n')) say(line);
  else console.log(renderDiff(summary.report(TOP), totals, version));
}

async function writeArticle({ id, title, diff }: DiffedArticle): Promise<void> {
  const { gained, lost, changed } = diff;
  if (gained.length + lost.length + changed.length === 0) return;
  const line = renderNdjson([{ id, title, gained, lost, changed }]);
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

interface DiffProgress {
  readonly done: number;
  readonly total: number;
}

const DIFF_PROGRESS: ProgressStyle<DiffProgress> = {
  bars: (progress, elapsedMs) => [
    bar('compared', progress.done, progress.total),
    `          ${describe(progress, elapsedMs)}`,
  ],
  line: (progress, elapsedMs) =>
    `compared ${progress.done}/${progress.total}, ${describe(progress, elapsedMs)}`,
};

function describe({ done, total }: DiffProgress, elapsedMs: number): string {
  const perSecond = elapsedMs > 0 ? done / (elapsedMs / 1000) : 0;
  const rate = `${perSecond.toFixed(1)} articles/s`;
  const isKnown = perSecond > 0 && done < total;
  return isKnown ? `${rate}, about ${formatDuration((total - done) / perSecond)} left` : rate;
}
