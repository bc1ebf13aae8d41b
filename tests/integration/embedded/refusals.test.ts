import { spawnSync } from 'node:child_process';
import { appendFile, chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { describeHost } from '../../../src/embedded/host.js';
import { inspectEmbeddedPostgres } from '../../../src/embedded/inspect-embedded-postgres.js';
import { startEmbeddedPostgres } from '../../../src/embedded/start-embedded-postgres.js';
import { NOBODY, reasonAgainstNobody, spawnParticipant } from './participant.js';
import { BINARY_PACKAGE, makeCheckout, makeScratch } from './scratch.js';

// Making databases takes seconds, and many times that on a machine that is busy otherwise.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** What a refusal must carry: its code, and words of the message. */
function refusal(code: string, words: string) {
  return { name: 'FatalError', code, message: expect.stringContaining(words) as string };
}

describe('machines without a built-in PostgreSQL', () => {
  it.each([
    ['musl', { platform: 'linux', arch: 'x64', hasGlibc: false }],
    ['another processor', { platform: 'linux', arch: 's390x' }],
    ['another system', { platform: 'win32', arch: 'x64' }],
  ] as const)('%s', async (_, facts) => {
    const dataDir = (await makeScratch()).dataDir();
    const attempt = startEmbeddedPostgres({ dataDir }, { ...describeHost(), ...facts });
    await expect(attempt).rejects.toMatchObject(refusal('platform_unsupported', 'DATABASE_URL'));
  });

  it('a package that was not installed', async () => {
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'), 'none');
    const attempt = spawnParticipant(checkout, scratch.dataDir());
    await expect(attempt).rejects.toThrow(
      `platform_unsupported: The package ${BINARY_PACKAGE} is not installed.`,
    );
  });
});

describe('data of another major version', () => {
  it('is left alone, with the ways out', async () => {
    const dataDir = (await makeScratch()).dataDir();
    await (await startEmbeddedPostgres({ dataDir })).close();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    const attempt = startEmbeddedPostgres({ dataDir });
    await expect(attempt).rejects.toMatchObject(refusal('database_unsupported', 'made by PostgreSQL 17'));
    await expect(attempt).rejects.toThrow(/WIREWATCH_DATA_DIR.*pg_upgrade.*DATABASE_URL/);
    const state = { state: 'other_major_version', found: 17, supported: 18 };
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual(state);
  });
});

describe('a data directory that can not be used', () => {
  it('has a file in its path', async () => {
    const scratch = await makeScratch();
    await writeFile(join(scratch.path, 'file'), '');
    const attempt = startEmbeddedPostgres({ dataDir: join(scratch.path, 'file', 'data') });
    await expect(attempt).rejects.toMatchObject(refusal('data_dir_unusable', 'not a directory'));
  });

  it('may not be written', async (ctx) => {
    ctx.skip(reasonAgainstNobody() !== undefined, reasonAgainstNobody());
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'));
    const attempt = spawnParticipant(checkout, scratch.dataDir(), NOBODY);
    await expect(attempt).rejects.toThrow(/^data_dir_unusable: .*may not be written.*WIREWATCH_DATA_DIR/);
  });

  it('holds the database of another user', async (ctx) => {
    ctx.skip(reasonAgainstNobody() !== undefined, reasonAgainstNobody());
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'));
    const dataDir = scratch.dataDir();
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await chown(dataDir, NOBODY.uid, NOBODY.gid);
    await chown(join(dataDir, 'postgres'), 12_345, 12_345);
    const attempt = spawnParticipant(checkout, dataDir, NOBODY);
    await expect(attempt).rejects.toThrow(/^data_dir_unusable: .*belongs to uid 12345/);
  });

  it('lies on a full disk', async (ctx) => {
    const scratch = await makeScratch();
    const disk = join(scratch.path, 'disk');
    await mkdir(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0711', 'none', disk]);
    ctx.skip(mounted.status !== 0, 'a small file system can not be mounted here');
    onTestFinished(() => {
      spawnSync('umount', [disk]);
    });
    const dataDir = scratch.dataDir('disk/data');
    const attempt = startEmbeddedPostgres({ dataDir });
    await expect(attempt).rejects.toMatchObject(refusal('data_dir_unusable', 'is full'));
    expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres'))).toEqual([]);
  });

  it('holds something else under the name of the database', async () => {
    const dataDir = (await makeScratch()).dataDir();
    await mkdir(join(dataDir, 'postgres', 'photos'), { recursive: true });
    await chmod(dataDir, 0o711);
    await makeOwnedByServer(join(dataDir, 'postgres'));
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject(
      refusal('data_dir_unusable', 'holds no database'),
    );
    expect(await inspectEmbeddedPostgres(dataDir)).toMatchObject({ state: 'unusable' });
  });
});

describe('a server that does not start', () => {
  it('says why with the end of its log', async () => {
    const dataDir = (await makeScratch()).dataDir();
    await (await startEmbeddedPostgres({ dataDir })).close();
    await appendFile(join(dataDir, 'postgres', 'postgresql.conf'), '\nshared_buffers = lots\n');
    const attempt = startEmbeddedPostgres({ dataDir });
    await expect(attempt).rejects.toMatchObject(
      refusal('database_start_failed', 'invalid value for parameter "shared_buffers": "lots"'),
    );
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'stopped' });
    expect(await readdir(join(dataDir, 'participants'))).toEqual([]);
  });
});

describe('inspectEmbeddedPostgres', () => {
  it('finds nothing in a missing directory, and does not make it', async () => {
    const scratch = await makeScratch();
    expect(await inspectEmbeddedPostgres(scratch.dataDir())).toEqual({ state: 'not_initialised' });
    expect(await readdir(scratch.path)).toEqual([]);
  });
});

/** Root's server takes the owner of what is there, so it must not be root. */
async function makeOwnedByServer(path: string): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, NOBODY.uid, NOBODY.gid);
}
