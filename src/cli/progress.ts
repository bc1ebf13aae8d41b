import type { RunProgress } from '../model/progress.js';

/** Where a display is drawn. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a run is. */
export interface ProgressDisplay {
  update(progress: RunProgress): void;
  /** Draws the last state and leaves it standing. */
  end(): void;
}

/** Without a terminal a line is printed this often. */
const PLAIN_INTERVAL_MS = 2_000;

const BAR_WIDTH = 24;

/**
 * Makes a display: bars that redraw themselves on a terminal, a plain line every two seconds elsewhere.
 *
 * @param output - usually stderr, because stdout belongs to results
 * @param now - milliseconds, any origin
 */
export function createProgressDisplay(output: ProgressOutput, now: () => number): ProgressDisplay {
  const startedAt = now();
  return output.isTTY === true
    ? createBars(output, () => now() - startedAt)
    : createPlainLines(output, () => now() - startedAt);
}

function createBars(output: ProgressOutput, elapsedMs: () => number): ProgressDisplay {
  let drawnLines = 0;
  return {
    update(progress) {
      const lines = renderBars(progress, elapsedMs()).map((line) => line.slice(0, lineLength(output)));
      const up = drawnLines > 0 ? `\x1b[${drawnLines}A` : '';
      output.write(up + lines.map((line) => `\x1b[2K${line}\n`).join(''));
      drawnLines = lines.length;
    },
    end() {
      drawnLines = 0;
    },
  };
}

/** A line that the terminal wraps would be two, and the next drawing would miss the first. 0 columns: not known. */
function lineLength({ columns = 0 }: ProgressOutput): number {
  return columns > 0 ? columns - 1 : Number.POSITIVE_INFINITY;
}

function createPlainLines(output: ProgressOutput, elapsedMs: () => number): ProgressDisplay {
  let last: RunProgress | undefined;
  let printedAt = Number.NEGATIVE_INFINITY;
  const print = (progress: RunProgress) => {
    output.write(`${renderLine(progress, elapsedMs())}\n`);
    printedAt = elapsedMs();
    last = undefined;
  };
  return {
    update(progress) {
      last = progress;
      if (elapsedMs() - printedAt >= PLAIN_INTERVAL_MS) print(progress);
    },
    end() {
      if (last !== undefined) print(last);
    },
  };
}

/** One bar per stage, then counts, rate and time left. */
export function renderBars(progress: RunProgress, elapsedMs: number): string[] {
  const feeds = progress.feedsPending + progress.feedsPolled;
  const fetched = Math.max(0, progress.discovered - progress.toFetch);
  return [
    bar('feeds', progress.feedsPolled, feeds),
    bar('fetched', fetched, progress.discovered),
    bar('tagged', progress.tagged, progress.discovered - progress.skipped - progress.failed),
    `          ${describe(progress, elapsedMs)}`,
  ];
}

/** Everything on one line. */
export function renderLine(progress: RunProgress, elapsedMs: number): string {
  const feeds = `feeds ${progress.feedsPolled}/${progress.feedsPending + progress.feedsPolled}`;
  const fetched = Math.max(0, progress.discovered - progress.toFetch);
  return `${feeds}, discovered ${progress.discovered}, fetched ${fetched}, tagged ${progress.tagged}, ${describe(progress, elapsedMs)}`;
}

function bar(title: string, done: number, total: number): string {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  return `${title.padEnd(9)} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total}`;
}

function describe(progress: RunProgress, elapsedMs: number): string {
  const done = progress.tagged + progress.skipped + progress.failed;
  const perSecond = elapsedMs > 0 ? done / (elapsedMs / 1000) : 0;
  const left = progress.discovered - done;
  const parts = [`failed ${progress.failed}`, `${perSecond.toFixed(1)} articles/s`];
  // Before the feeds are read nobody knows how much there is: no guess is better than a wrong one.
  if (perSecond > 0 && left > 0 && progress.feedsPending === 0) {
    parts.push(`about ${formatDuration(left / perSecond)} left`);
  }
  return parts.join(', ');
}

/** Seconds as a person says them: `8 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
