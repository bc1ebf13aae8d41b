import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findPackageRoot } from '../../../src/package-root.js';

async function runBench(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const main = join(findPackageRoot(), 'dist/bench/main.js');
  return promisify(execFile)(process.execPath, [main, 'stories', ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

interface Report {
  readonly quality: readonly { articles: number; reprints: { wanted: number }; traps: { merged: number } }[];
  readonly costs: readonly { stored: number; bytesPerArticle: number }[];
  readonly missed: readonly string[];
}

describe('the bench of stories', () => {
  it('measures quality and cost, and fails with the targets that were missed', async () => {
    const { code, stdout } = await runBench('--seeds', '1', '--events', '12', '--sizes', '300', '--json');
    const { quality, costs, missed } = JSON.parse(stdout) as Report;
    expect(quality).toMatchObject([{ traps: { merged: 0 } }]);
    expect(quality[0]?.articles).toBeGreaterThan(40);
    expect(quality[0]?.reprints.wanted).toBeGreaterThan(40);
    expect(costs).toMatchObject([{ stored: 300 }]);
    expect(costs[0]?.bytesPerArticle).toBeGreaterThan(1_000);
    // Whether so few pairs meet the target is chance; the code says what the report says.
    expect(missed.filter((target) => !target.startsWith('F1'))).toEqual([]);
    expect(code).toBe(missed.length > 0 ? 1 : 0);
  }, 120_000);

  it('explains itself, and refuses what can not be measured', async () => {
    expect(await runBench('--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--sizes') as string,
    });
    expect(await runBench('--events', 'many')).toMatchObject({ code: 2 });
  });
});
