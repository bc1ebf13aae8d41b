import { load } from 'cheerio';
import { extractArticle } from '../../src/article/extract-article.js';
import { loadPage } from '../../src/article/load-page.js';
import type { BenchPage } from './pages.js';

/** What is measured, each over the same pages. */
export const SUBJECTS = {
  /** The yardstick: `cheerio.load(html, { xml: { xmlMode: false } })`, htmlparser2 reading HTML, and nothing else. */
  htmlparser2: ({ html }: BenchPage): unknown => load(html, { xml: { xmlMode: false } }),
  /** `cheerio.load(html)`: a browser-exact tree. */
  parse5: ({ html }: BenchPage): unknown => load(html),
  /** The tree that the extractor reads: htmlparser2, parse5 where that makes a difference. */
  tree: ({ html }: BenchPage): unknown => loadPage(html),
  /** The whole extractor. */
  wirewatch: (page: BenchPage): unknown => extractArticle(page),
} as const satisfies Readonly<Record<string, (page: BenchPage) => unknown>>;

export type SubjectName = keyof typeof SUBJECTS;

export const SUBJECT_NAMES = Object.keys(SUBJECTS) as readonly SubjectName[];

export const YARDSTICK: SubjectName = 'htmlparser2';
