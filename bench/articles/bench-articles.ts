import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../median.js';
import type { ArticlesMeasurement } from './articles-process.js';
import type { PageSet } from './pages.js';
import { YARDSTICK, type SubjectName } from './subjects.js';

/** What to measure. */
export interface ArticlesBench {
  readonly sets: readonly PageSet[];
  readonly subjects: readonly SubjectName[];
  readonly rounds: number;
  /** Processor time of each measurement, after one pass over the pages to warm up. */
  readonly seconds: number;
}

/** One subject on one set of pages: medians over the rounds. */
export interface ArticlesResult extends ArticlesMeasurement {
  readonly set: PageSet;
  readonly subject: SubjectName;
  /** Processor time as a multiple of parsing alone in the same round; null where that did not run. */
  readonly ratio: number | null;
}

/**
 * Measures what an article costs beside parsing alone: a fresh process for every subject, set and round. All subjects
 * read a set one after the other before the next round begins, so that a machine that slows down slows all of them down.
 */
export async function benchArticles(bench: ArticlesBench): Promise<ArticlesResult[]> {
  const results: ArticlesResult[] = [];
  for (const set of bench.sets) {
    const rounds: Map<SubjectName, ArticlesMeasurement>[] = [];
    for (let round = 0; round < bench.rounds; round += 1) {
      const measured = new Map<SubjectName, ArticlesMeasurement>();
      for (const subject of bench.subjects) {
        measured.set(subject, await measureInProcess(subject, set, String(bench.seconds)));
      }
      rounds.push(measured);
    }
    for (const subject of bench.subjects) results.push(summarise(set, subject, rounds));
  }
  return results;
}

/**
 * Each subject on all sets together, as if they were one: means over the pages.
 *
 * @param results - of `benchArticles`
 */
export function sumUp(results: readonly ArticlesResult[]): ArticlesResult[] {
  const totals = [...new Set(results.map(({ subject }) => subject))].map((subject) => {
    const own = results.filter((result) => result.subject === subject);
    const pages = own.reduce((sum, result) => sum + result.pages, 0);
    const meanOf = (figure: 'kiloCharacters' | 'msPerPage') =>
      own.reduce((sum, result) => sum + result[figure] * result.pages, 0) / pages;
    return {
      set: 'all',
      subject,
      pages,
      kiloCharacters: meanOf('kiloCharacters'),
      msPerPage: meanOf('msPerPage'),
      peakMemoryMb: Math.max(...own.map(({ peakMemoryMb }) => peakMemoryMb)),
    };
  });
  const parsing = totals.find(({ subject }) => subject === YARDSTICK)?.msPerPage;
  return totals.map((total) => ({
    ...total,
    ratio: parsing === undefined ? null : total.msPerPage / parsing,
  }));
}

/** Reads one hostile page in a process of its own. */
export function measureHostile(name: string): Promise<ArticlesMeasurement> {
  return measureInProcess('hostile', name);
}

async function measureInProcess(...parameters: readonly string[]): Promise<ArticlesMeasurement> {
  const script = fileURLToPath(new URL('articles-process.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...parameters]);
  return JSON.parse(stdout) as ArticlesMeasurement;
}

function summarise(
  set: PageSet,
  subject: SubjectName,
  rounds: readonly ReadonlyMap<SubjectName, ArticlesMeasurement>[],
): ArticlesResult {
  const own = rounds.flatMap((round) => round.get(subject) ?? []);
  const ratios = rounds.flatMap((round) => {
    const yardstick = round.get(YARDSTICK);
    const measured = round.get(subject);
    return yardstick === undefined || measured === undefined ? [] : measured.msPerPage / yardstick.msPerPage;
  });
  return {
    set,
    subject,
    pages: own[0]?.pages ?? 0,
    kiloCharacters: own[0]?.kiloCharacters ?? 0,
    msPerPage: median(own.map(({ msPerPage }) => msPerPage)),
    peakMemoryMb: median(own.map(({ peakMemoryMb }) => peakMemoryMb)),
    ratio: ratios.length === 0 ? null : median(ratios),
  };
}
