import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProcess } from '../helpers/start-process.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REPORTER = join(ROOT, 'tests/helpers/closing-line-reporter.ts');

const PASSING = `it('passes', () => {});`;
const FAILING = `it('fails', () => { throw new Error('as it should'); });`;
const SKIPPED = `it('is skipped', (ctx) => ctx.skip('no such service here'));`;

describe('the closing line of a test run', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ww-reporter-'));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  /** Runs test files with the reporter, in a process of its own. */
  async function run(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) {
      const imports = `import { beforeAll, describe, it } from 'vitest';\n`;
      await writeFile(join(folder, name), imports + text);
    }
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const started = startProcess(
      [process.execPath, vitest, 'run', '--root', folder, '--reporter', REPORTER],
      { cwd: folder, env },
    );
    const code = await started.ended;
    const lines = started.output().trimEnd().split('\n');
    return { code, lines, last: lines.at(-1) };
  }

  it('counts what passed, and the run succeeds', async () => {
    const { code, last } = await run(
      { 'a.test.ts': PASSING, 'b.test.ts': PASSING + PASSING },
      { CI: 'true' },
    );
    expect({ code, last }).toEqual({ code: 0, last: '3 passed, 0 failed' });
  });

  it('counts what failed and what was skipped, and names the reasons', async () => {
    const { code, lines, last } = await run({
      'a.test.ts': PASSING + FAILING + SKIPPED,
      'b.test.ts': `describe('later', () => { it.todo('is not written yet'); });`,
    });
    expect({ code, last }).toEqual({ code: 1, last: '1 passed, 1 failed, 2 skipped' });
    expect(lines).toContain('skipped: is skipped (no such service here)');
    expect(lines).toContain('skipped: later > is not written yet (no reason given)');
  });

  it('lets a skip pass on a machine that lacks something, but not in CI', async () => {
    const files = { 'a.test.ts': PASSING + SKIPPED };
    const here = await run(files);
    expect(here).toMatchObject({ code: 0, last: '1 passed, 0 failed, 1 skipped' });
    const inCi = await run(files, { CI: 'true' });
    expect(inCi).toMatchObject({ code: 1, last: '1 passed, 0 failed, 1 skipped' });
    expect(inCi.lines).toContain('In CI no test may be skipped.');
  });

  it('counts a file that can’t be loaded as failed', async () => {
    const { code, last } = await run({
      'a.test.ts': PASSING,
      'b.test.ts': `import './nowhere.js';\n${PASSING}`,
    });
    expect({ code, last }).toEqual({ code: 1, last: '1 passed, 1 failed' });
  });

  it('counts a group whose set-up failed, and an error outside of every test', async () => {
    const { code, last } = await run({
      'a.test.ts': PASSING,
      'b.test.ts': `describe('group', () => { beforeAll(() => { throw new Error('no server'); }); ${PASSING} });`,
      'c.test.ts': `it('passes, but', () => { void Promise.reject(new Error('nobody waits for this')); });`,
    });
    expect({ code, last }).toEqual({ code: 1, last: '2 passed, 2 failed, 1 skipped' });
  });
});
