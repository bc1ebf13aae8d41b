import { describe, expect, it } from 'vitest';
import { INGEST_PROGRESS } from '../../../src/cli/ingest-progress.js';
import { createProgressDisplay, formatDuration, type ProgressOutput } from '../../../src/cli/progress.js';
import type { RunProgress } from '../../../src/model/progress.js';

const PROGRESS: RunProgress = {
  feedsPending: 0,
  feedsPolled: 4,
  toFetch: 50,
  toTag: 10,
  alertsPending: 0,
  discovered: 100,
  tagged: 30,
  skipped: 6,
  failed: 4,
};

/** A display on an output that keeps what is written, with a clock that stands until it is moved. */
function openDisplay(terminal: Omit<ProgressOutput, 'write'>) {
  const clock = { nowMs: 5_000 };
  const written: string[] = [];
  const display = createProgressDisplay(
    { ...terminal, write: (text: string) => written.push(text) },
    () => clock.nowMs,
    INGEST_PROGRESS,
  );
  return { clock, written, display };
}

describe('on a terminal', () => {
  it('draws a bar for each stage, and the rate', () => {
    const { written, display, clock } = openDisplay({ isTTY: true, columns: 80 });
    clock.nowMs += 10_000;
    display.update(PROGRESS);
    const lines = written.join('').split('\n');
    expect(lines[0]).toContain(`feeds     ${'█'.repeat(24)} 4/4`);
    expect(lines[1]).toContain(`fetched   ${'█'.repeat(12)}${'░'.repeat(12)} 50/100`);
    expect(lines[2]).toContain(`tagged    ${'█'.repeat(8)}${'░'.repeat(16)} 30/90`);
    expect(lines[3]).toContain('failed 4, 4.0 articles/s, about 15 s left');
  });

  it('draws itself anew over its own lines, and only over them', () => {
    const { written, display } = openDisplay({ isTTY: true, columns: 80 });
    display.update(PROGRESS);
    display.update({ ...PROGRESS, tagged: 31 });
    expect(written[0]).not.toContain('\x1b[4A');
    expect(written[1]?.startsWith('\x1b[4A')).toBe(true);
    expect(written[1]?.split('\x1b[2K')).toHaveLength(5);
  });

  it('leaves the last state standing', () => {
    const { written, display } = openDisplay({ isTTY: true, columns: 80 });
    display.update(PROGRESS);
    display.end();
    display.update(PROGRESS);
    expect(written[1]).not.toContain('\x1b[4A');
  });

  it('keeps each line shorter than a narrow terminal, where a wrapped line would tear it', () => {
    const { written, display, clock } = openDisplay({ isTTY: true, columns: 30 });
    clock.nowMs += 10_000;
    display.update(PROGRESS);
    const lines = (written[0] ?? '').replaceAll('\x1b[2K', '').trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line.length).toBeLessThan(30);
  });

  it('cuts nothing where the width is not known', () => {
    for (const terminal of [{ isTTY: true }, { isTTY: true, columns: 0 }]) {
      const { written, display } = openDisplay(terminal);
      display.update(PROGRESS);
      expect(written[0]).toContain(' 50/100\n');
    }
  });
});

describe('without a terminal', () => {
  it('prints a plain line at once and then every two seconds', () => {
    const { written, display, clock } = openDisplay({});
    display.update(PROGRESS);
    clock.nowMs += 1_999;
    display.update(PROGRESS);
    expect(written).toHaveLength(1);
    clock.nowMs += 1;
    display.update({ ...PROGRESS, tagged: 31 });
    expect(written).toHaveLength(2);
    expect(written[1]).toMatch(/^feeds 4\/4, discovered 100, fetched 50, tagged 31, failed 4, .*\n$/);
    for (const sign of ['\x1b', '█']) expect(written.join('')).not.toContain(sign);
  });

  it('prints the last state at the end, unless it stands there already', () => {
    const { written, display } = openDisplay({ isTTY: false });
    display.update(PROGRESS);
    display.end();
    expect(written).toHaveLength(1);
    display.update({ ...PROGRESS, tagged: 32 });
    display.end();
    display.end();
    expect(written).toHaveLength(2);
    expect(written[1]).toContain('tagged 32');
  });

  it('prints nothing when nothing was told', () => {
    const { written, display } = openDisplay({});
    display.end();
    expect(written).toEqual([]);
  });
});

describe('rate and time left', () => {
  it('counts skipped and failed articles as done', () => {
    expect(INGEST_PROGRESS.line(PROGRESS, 8_000)).toContain('5.0 articles/s, about 12 s left');
  });

  it.each([
    ['while feeds are still read', { ...PROGRESS, feedsPending: 1 }, 10_000],
    ['before anything is done', { ...PROGRESS, tagged: 0, skipped: 0, failed: 0 }, 10_000],
    ['before any time has gone by', PROGRESS, 0],
    ['when all is done', { ...PROGRESS, tagged: 90 }, 10_000],
  ])('makes no guess %s', (_, progress, elapsedMs) => {
    expect(INGEST_PROGRESS.line(progress, elapsedMs)).not.toContain('left');
  });

  it('has empty bars, not broken ones, when there is nothing to do', () => {
    const nothing = { ...PROGRESS, feedsPolled: 0, discovered: 0, tagged: 0, skipped: 0, failed: 0 };
    expect(INGEST_PROGRESS.bars(nothing, 0).slice(0, 3)).toEqual([
      `feeds     ${'░'.repeat(24)} 0/0`,
      `fetched   ${'░'.repeat(24)} 0/0`,
      `tagged    ${'░'.repeat(24)} 0/0`,
    ]);
  });

  it('never counts less than none as fetched, though old articles wait too', () => {
    expect(INGEST_PROGRESS.line({ ...PROGRESS, discovered: 0, toFetch: 12 }, 0)).toContain('fetched 0,');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.2, '1 s'],
    [59, '59 s'],
    [59.2, '1 min 0 s'],
    [200, '3 min 20 s'],
    [3_599.5, '1 h 0 min'],
    [7_500, '2 h 5 min'],
  ])('says %d seconds as %s', (seconds, expected) => {
    expect(formatDuration(seconds)).toBe(expected);
  });
});
