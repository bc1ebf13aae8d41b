import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ADAPTER_NAMES } from '../../../bench/feeds/adapters/adapter-names.js';
import { findPackageRoot } from '../../../src/package-root.js';

const script = join(findPackageRoot(), 'dist/bench/main.js');

/** The compiled bench, as `npm run bench` starts it. */
async function bench(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const run = promisify(execFile)(process.execPath, [script, ...args]);
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

/** As small as it gets: every parser reads the feed a few times. */
const TINY = ['--cases', 'rss-10', '--rounds', '1', '--seconds', '0'];

describe('npm run bench', () => {
  it('compares all feed parsers in a table, and each of them reads the feed right', async () => {
    const { code, stdout } = await bench('feeds', ...TINY);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^feeds {2,}parser {2,}items\/s {2,}MB\/s {2,}x rss-parser {2,}peak MB$/m);
    for (const name of ADAPTER_NAMES) {
      expect(stdout).toMatch(new RegExp(`^rss-10 +${name} +\\d+ +\\d+\\.\\d +\\d+\\.\\d\\d +\\d+$`, 'm'));
    }
  });

  it('writes JSON lines, and names what a parser does not read', async () => {
    const { stdout } = await bench(
      'feeds',
      ...TINY,
      '--cases',
      'json-50',
      '--parsers',
      'rss-parser',
      '--json',
    );
    const [machine, result] = stdout.trim().split('\n');
    expect(JSON.parse(machine ?? '')).toMatchObject({ machine: expect.stringContaining('Node v') as string });
    expect(JSON.parse(result ?? '')).toEqual({ case: 'json-50', parser: 'rss-parser', kind: 'unread' });
  });

  it.each([
    [['--help'], 0, /ingest .*\n.*feeds/],
    [['feeds', '--help'], 0, /--rounds/],
    [['--stories', '1', '--help'], 0, /--stories/],
  ])('explains itself: %j', async (args, code, text) => {
    expect(await bench(...args)).toMatchObject({ code, stdout: expect.stringMatching(text) as string });
  });

  it.each([[['nonsense']], [['feeds', '--cases', 'nonsense']], [['feeds', '--rounds', '0']]])(
    'refuses %j',
    async (args) => {
      expect(await bench(...args)).toMatchObject({ code: 2 });
    },
  );
});
