/** What an article should be: any of the fields of an extracted article, the text as a list of blocks. */
export interface ExpectedArticle extends Readonly<Record<string, unknown>> {
  readonly text: readonly string[];
  /** Where the page is from, when that matters. */
  readonly url?: string;
}

/** How much of a golden page is read rightly. */
export interface GoldenScore {
  /** F1 of the body, 0 to 1: runs of four words (of four letters where words are not spaced), each counted. */
  readonly body: number;
  /** Fields that are not as expected, in alphabetical order. */
  readonly wrong: readonly string[];
}

/** Compares an article with what it should be. */
export function scoreGolden(
  article: Readonly<Record<string, unknown>>,
  expected: ExpectedArticle,
): GoldenScore {
  const wrong = Object.keys(expected).filter(
    (name) =>
      name !== 'text' && name !== 'url' && JSON.stringify(article[name]) !== JSON.stringify(expected[name]),
  );
  return { body: scoreBody(String(article.text), expected.text.join('\n\n')), wrong: wrong.sort() };
}

/** 1 only for the very same text, its paragraphs included. */
function scoreBody(read: string, expected: string): number {
  if (read === expected) return 1;
  return Math.min(0.999, scoreText(read, expected));
}

/** F1 of two texts as bags of runs of four tokens; 3 digits. */
export function scoreText(read: string, expected: string): number {
  const [ours, theirs] = [runsOf(read), runsOf(expected)];
  let shared = 0;
  for (const [run, count] of ours) shared += Math.min(count, theirs.get(run) ?? 0);
  const total = sum(ours) + sum(theirs);
  return total === 0 ? 1 : Math.round(((2 * shared) / total) * 1_000) / 1_000;
}

const RUN_LENGTH = 4;

function runsOf(text: string): Map<string, number> {
  const tokens = text.match(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let at = 0; at <= Math.max(0, tokens.length - RUN_LENGTH); at += 1) {
    const run = tokens.slice(at, at + RUN_LENGTH).join(' ');
    if (run !== '') runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function sum(runs: ReadonlyMap<string, number>): number {
  return [...runs.values()].reduce((total, count) => total + count, 0);
}
