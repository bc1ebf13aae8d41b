import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScheduleReport } from '../../../bench/schedule/schedule-report.js';
import { findPackageRoot } from '../../../src/package-root.js';

async function runBench(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const main = join(findPackageRoot(), 'dist/bench/main.js');
  const child = spawn(process.execPath, [main, 'schedule', ...args]);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

describe('the bench of the scheduler', () => {
  it('lets hours pass over a few feeds and reports it as one JSON object', async () => {
    const { code, stdout, stderr } = await runBench('--feeds', '300', '--days', '0.25', '--json');
    const report = JSON.parse(stdout) as ScheduleReport & { readonly missed: readonly string[] };
    expect(report).toMatchObject({ feeds: 300, largestHost: 60, days: 0.25 });
    expect(report.phases.map(({ phase, hours }) => [phase, hours])).toEqual([
      ['import', 1],
      ['steady', 5],
      ['outage', 1],
    ]);
    const [first, steady, outage] = report.phases.map(({ polls }) => polls);
    // Every feed is polled in the first hour; half a day later most are due again.
    expect(first).toBeGreaterThanOrEqual(300);
    expect(steady).toBeGreaterThan(100);
    expect(outage).toBeGreaterThan(100);
    expect(report.phases.map(({ tickMs }) => tickMs.count)).toEqual([720, 5 * 720, 720]);
    expect(report.pollsByHour).toHaveLength(5);
    expect(report.pollsByHour.reduce((sum, polls) => sum + polls, 0)).toBe(steady);
    const perDay = new Map(report.kinds.map((kind) => [kind.kind, kind.pollsPerFeedAndDay]));
    expect(perDay.get('dead')).toBeLessThan(2);
    expect(perDay.get('hourly')).toBeGreaterThan(20);
    expect(report.realPollMs.count).toBeGreaterThanOrEqual(6);
    // How long a tick took is the machine's matter; the code says what the report says.
    expect(code).toBe(report.missed.length > 0 ? 1 : 0);
    expect(stderr.match(/^missed: /gm) ?? []).toHaveLength(report.missed.length);
    expect(report.missed.filter((target) => target.includes('minute'))).toEqual([]);
  }, 120_000);

  it.each([[['--feeds', 'many']], [['--days', '0']]])('%j is wrong usage', async (args) => {
    const { code, stderr } = await runBench(...args);
    expect(code).toBe(2);
    expect(stderr).toContain('--feeds N');
  });
});
