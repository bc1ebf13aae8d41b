import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPackageRoot } from '../../../src/package-root.js';

async function runDemo(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [join(findPackageRoot(), 'dist/demo/main.js'), ...args]);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

it('ingests what the newsroom publishes and prints one JSON object', async () => {
  const { code, stdout } = await runDemo('--stories', '40', '--exit', '--json');
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({
    published: 40,
    stored: 40,
    tagged: 40,
    lost: 0,
    twice: 0,
    failed: { total: 7, expected: 7, wrong: [] },
  });
  expect(code).toBe(0);
}, 120_000);

it.each([[['--stories', 'many']], [['--storys', '4']]])('%j is wrong usage', async (args) => {
  const { code, stderr } = await runDemo(...args);
  expect(code).toBe(2);
  expect(stderr).toContain('--stories N');
});
