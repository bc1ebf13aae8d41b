import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findPackageRoot } from '../../src/package-root.js';
import { PAGE_SIZES, writePage } from './write-page.js';

/** A page to be read. */
export interface BenchPage {
  readonly url: string;
  readonly html: string;
}

/** "own" or "kit:" and a source of the kit. */
export type PageSet = string;

const OWN_PAGES = 40;

/** The sets of pages there are: the bench's own, and those of the evaluation kit where it is. */
export function listPageSets(withKit: boolean): PageSet[] {
  const folder = kitFolder();
  if (!withKit || !existsSync(folder)) return ['own'];
  const sources = readdirSync(folder).flatMap((file) => /^(.+)\.ndjson\.gz$/.exec(file)?.[1] ?? []);
  return ['own', ...sources.map((source) => `kit:${source}`)];
}

/** Writes or reads the pages of a set: the same on every call. */
export function loadPages(set: PageSet): BenchPage[] {
  if (set === 'own') {
    return Array.from({ length: OWN_PAGES }, (_, at) => ({
      url: `https://news.example/2026/${at}`,
      html: writePage(PAGE_SIZES[at % PAGE_SIZES.length] ?? 'middle', at),
    }));
  }
  const file = join(kitFolder(), `${set.replace('kit:', '')}.ndjson.gz`);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BenchPage)
    .map(({ url, html }) => ({ url, html }));
}

function kitFolder(): string {
  const kits = process.env.WIREWATCH_KITS ?? join(findPackageRoot(), '..', 'shared', 'kits');
  return join(kits, 'extraction');
}
