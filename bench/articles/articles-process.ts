import { HOSTILE_PAGES } from './hostile-pages.js';
import { loadPages } from './pages.js';
import { SUBJECTS, type SubjectName } from './subjects.js';

/** What one process measured. */
export interface ArticlesMeasurement {
  readonly pages: number;
  /** Mean size of a page in thousands of characters. */
  readonly kiloCharacters: number;
  /** Processor time per page. */
  readonly msPerPage: number;
  readonly peakMemoryMb: number;
}

// The process of one measurement: node articles-process.js <subject> <set> <seconds>, or "hostile <name>".
const [subject = '', set = '', seconds = '1'] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(subject === 'hostile' ? measureHostile(set) : measure())}\n`);

function measure(): ArticlesMeasurement {
  const pages = loadPages(set);
  const read = SUBJECTS[subject as SubjectName];
  const run = () => {
    for (const page of pages) read(page);
  };
  // A worker runs for weeks: what counts is code that the compiler has seen.
  run();
  const start = process.cpuUsage();
  let rounds = 0;
  let spentMs: number;
  do {
    run();
    rounds += 1;
    spentMs = millisecondsSince(start);
  } while (spentMs < Number(seconds) * 1_000);
  const characters = pages.reduce((sum, { html }) => sum + html.length, 0);
  return {
    pages: pages.length,
    kiloCharacters: characters / pages.length / 1_000,
    msPerPage: spentMs / rounds / pages.length,
    peakMemoryMb: peakMemoryMb(),
  };
}

/** One page, read once by a process that has read none before. */
function measureHostile(name: string): ArticlesMeasurement {
  const html = HOSTILE_PAGES[name]?.() ?? '';
  const start = process.cpuUsage();
  try {
    SUBJECTS.wirewatch({ url: 'https://news.example/', html });
  } catch (error) {
    // A typed error is an answer too.
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
  return {
    pages: 1,
    kiloCharacters: html.length / 1_000,
    msPerPage: millisecondsSince(start),
    peakMemoryMb: peakMemoryMb(),
  };
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function peakMemoryMb(): number {
  // Node gives kilobytes.
  return process.resourceUsage().maxRSS / 1_024;
}
