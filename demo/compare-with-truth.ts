import type { RunSummary } from '../src/model/progress.js';
import type { NewsroomTruth } from './newsroom/truth.js';

/** What the newsroom published against what the database holds. */
export interface DemoResult {
  readonly published: number;
  /** Published stories that are in the database with their body. */
  readonly stored: number;
  readonly tagged: number;
  /** Published stories that are not. */
  readonly lost: number;
  /** Published stories that are there more than once. */
  readonly twice: number;
  readonly failed: {
    readonly total: number;
    /** Links that the newsroom offers although nothing can be had there, but for pages to be skipped. */
    readonly expected: number;
    /** Links without a story, pages to be skipped included, that ended in another way than the truth says. */
    readonly wrong: readonly {
      readonly url: string;
      readonly expected: string;
      readonly found: string | null;
    }[];
    readonly reasons: Readonly<Record<string, number>>;
  };
  readonly topCountries: RunSummary['countries'];
  readonly topActors: RunSummary['actors'];
  readonly largestSums: RunSummary['money'];
  readonly seconds: number;
}

/** The part of the database that the comparison reads. */
interface Rows {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Looks each published story up by its address. */
export async function compareWithTruth(
  db: Rows,
  truth: NewsroomTruth,
  summary: RunSummary,
  seconds: number,
): Promise<DemoResult> {
  const articles = await db.query<{
    url: string;
    canonical_url: string | null;
    status: string;
    has_text: boolean;
    ending: string | null;
  }>(
    `select url, canonical_url, status, text is not null as has_text,
       case status when 'skipped' then 'skipped: ' || status_reason else last_error_code end as ending
     from articles`,
  );
  const copies = new Map<string, number>();
  const tagged = new Set<string>();
  for (const article of articles.filter((row) => row.has_text)) {
    for (const url of new Set([article.url, article.canonical_url ?? article.url])) {
      copies.set(url, (copies.get(url) ?? 0) + 1);
      if (article.status === 'tagged') tagged.add(url);
    }
  }
  const urls = truth.stories.map((story) => story.url);
  const endings = new Map(articles.map((row) => [row.url, row.ending]));
  const count = (matches: (url: string) => boolean) => urls.filter(matches).length;
  return {
    published: urls.length,
    stored: count((url) => copies.has(url)),
    tagged: count((url) => tagged.has(url)),
    lost: count((url) => !copies.has(url)),
    twice: count((url) => (copies.get(url) ?? 0) > 1),
    failed: {
      total: articles.filter((row) => row.status === 'failed').length,
      expected: truth.withdrawn.filter(({ code }) => !code.startsWith('skipped')).length,
      wrong: truth.withdrawn
        .map(({ url, code }) => ({ url, expected: code, found: endings.get(url) ?? null }))
        .filter(({ expected, found }) => expected !== found),
      reasons: Object.fromEntries(summary.failures.map(({ code, count: times }) => [code, times])),
    },
    topCountries: summary.countries,
    topActors: summary.actors,
    largestSums: summary.money,
    seconds: Number(seconds.toFixed(1)),
  };
}
