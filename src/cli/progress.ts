/** Where a display is drawn. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How the progress of some work is written. */
export interface ProgressStyle<Progress> {
  /** Lines that are drawn anew and anew on a terminal: as many each time. */
  bars(progress: Progress, elapsedMs: number): readonly string[];
  /** Everything on one line. */
  line(progress: Progress, elapsedMs: number): string;
}

/** Shows how far some work is. */
export interface ProgressDisplay<Progress> {
  update(progress: Progress): void;
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
export function createProgressDisplay<Progress>(
  output: ProgressOutput,
  now: () => number,
  style: ProgressStyle<Progress>,
): ProgressDisplay<Progress> {
  const startedAt = now();
  const elapsedMs = () => now() - startedAt;
  return output.isTTY === true
    ? createBars(output, elapsedMs, style)
    : createPlainLines(output, elapsedMs, style);
}

function createBars<Progress>(
  output: ProgressOutput,
  elapsedMs: () => number,
  style: ProgressStyle<Progress>,
): ProgressDisplay<Progress> {
  let drawnLines = 0;
  return {
    update(progress) {
      const lines = style.bars(progress, elapsedMs()).map((line) => line.slice(0, lineLength(output)));
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

function createPlainLines<Progress>(
  output: ProgressOutput,
  elapsedMs: () => number,
  style: ProgressStyle<Progress>,
): ProgressDisplay<Progress> {
  let last: Progress | undefined;
  let printedAt = Number.NEGATIVE_INFINITY;
  const print = (progress: Progress) => {
    output.write(`${style.line(progress, elapsedMs())}\n`);
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

/** A bar with its title and how many are done: `tagged    ████░░░░ 30/90`. */
export function bar(title: string, done: number, total: number): string {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  return `${title.padEnd(9)} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total}`;
}

/** Seconds as a person says them: `8 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
