import { chmod, chown, lstat, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { describeHost } from '../../../src/embedded/host.js';
import { startEmbeddedPostgres } from '../../../src/embedded/start-embedded-postgres.js';
import { NOBODY, reasonAgainstNobody, spawnParticipant } from './participant.js';
import { makeCheckout, makeScratch, removeLinks } from './scratch.js';
import { sql } from './sql.js';

// Making databases takes seconds, and many times that on a machine that is busy otherwise.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const IS_ROOT = process.getuid?.() === 0;
const NEEDS_ROOT = 'only root starts servers as another user';

/** Someone's home, which nobody else may enter. */
async function makeHomeOfNobody(scratchPath: string): Promise<string> {
  const home = join(scratchPath, 'home');
  await mkdir(home, { mode: 0o700 });
  await chown(home, NOBODY.uid, NOBODY.gid);
  return home;
}

async function entriesLike(dataDir: string, prefix: string): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => name.startsWith(prefix));
}

describe('an ordinary user', () => {
  it('runs the server as themselves, in a home closed to others', async (ctx) => {
    ctx.skip(reasonAgainstNobody() !== undefined, reasonAgainstNobody());
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'), 'copied');
    await makeHomeOfNobody(scratch.path);
    const dataDir = scratch.dataDir('home/.local/share/wirewatch');
    const participant = await spawnParticipant(checkout, dataDir, NOBODY);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(NOBODY.uid);
    expect(await sql(participant.server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await participant.close();
  });

  it('gets a copy of binaries that lack their links in a checkout they may not write', async (ctx) => {
    ctx.skip(reasonAgainstNobody() !== undefined, reasonAgainstNobody());
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'), 'copied');
    const links = await removeLinks(checkout);
    await makeHomeOfNobody(scratch.path);
    const dataDir = scratch.dataDir('home/data');
    await (await spawnParticipant(checkout, dataDir, NOBODY)).close();
    expect(await entriesLike(dataDir, 'postgres-binaries-')).toHaveLength(1);
    await expect(lstat(links[0] ?? '')).rejects.toThrow('ENOENT');
  });

  it('may be joined by root, whose server would be theirs too', async (ctx) => {
    ctx.skip(reasonAgainstNobody() !== undefined, reasonAgainstNobody());
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'), 'copied');
    await makeHomeOfNobody(scratch.path);
    const dataDir = scratch.dataDir('home');
    await (await startEmbeddedPostgres({ dataDir })).close();
    const theirs = await spawnParticipant(checkout, dataDir, NOBODY);
    const joined = await startEmbeddedPostgres({ dataDir });
    expect([theirs.server.joined, joined.joined]).toEqual([false, true]);
    await theirs.close();
    await joined.close();
    expect(await readdir(join(dataDir, 'participants'))).toEqual([]);
  });
});

describe('binaries', () => {
  it('get their missing links back where the checkout can be written', async () => {
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'), 'copied');
    const links = await removeLinks(checkout);
    const dataDir = scratch.dataDir();
    await (await spawnParticipant(checkout, dataDir)).close();
    for (const link of links) expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await entriesLike(dataDir, 'postgres-binaries-')).toEqual([]);
  });
});

describe('root', () => {
  it('runs the server as somebody else', async (ctx) => {
    ctx.skip(!IS_ROOT, NEEDS_ROOT);
    const dataDir = (await makeScratch()).dataDir();
    const server = await startEmbeddedPostgres({ dataDir });
    expect((await stat(join(dataDir, 'postgres'))).uid).not.toBe(0);
    await server.close();
  });

  it('runs it as nobody where there is no postgres user', async (ctx) => {
    ctx.skip(!IS_ROOT, NEEDS_ROOT);
    const scratch = await makeScratch();
    const passwdFile = join(scratch.path, 'passwd');
    await writeFile(passwdFile, 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n');
    const dataDir = scratch.dataDir();
    const server = await startEmbeddedPostgres({ dataDir }, { ...describeHost(), passwdFile });
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(NOBODY.uid);
    await server.close();
    // A postgres user that turns up later does not take the data away from its owner.
    const later = await startEmbeddedPostgres({ dataDir });
    expect(await sql(later, 'select 1 as one')).toEqual([{ one: 1 }]);
    await later.close();
  });

  it('copies the binaries out of a checkout that others may not enter, once', async (ctx) => {
    ctx.skip(!IS_ROOT, NEEDS_ROOT);
    const scratch = await makeScratch();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'), 'copied');
    await removeLinks(checkout);
    await chmod(checkout, 0o700);
    const dataDir = scratch.dataDir();
    await (await spawnParticipant(checkout, dataDir)).close();
    const [copy = ''] = await entriesLike(dataDir, 'postgres-binaries-');
    const { ino } = await stat(join(dataDir, copy));
    await (await spawnParticipant(checkout, dataDir)).close();
    expect((await stat(join(dataDir, copy))).ino).toBe(ino);
  });

  it('is told when nobody else may enter the data directory', async (ctx) => {
    ctx.skip(!IS_ROOT, NEEDS_ROOT);
    const scratch = await makeScratch();
    const closed = join(scratch.path, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const attempt = startEmbeddedPostgres({ dataDir: scratch.dataDir('closed/data') });
    await expect(attempt).rejects.toMatchObject({
      code: 'data_dir_unusable',
      message: expect.stringContaining(`may not enter ${closed}.`) as string,
    });
  });

  it('is told when there is no user to run the server as', async (ctx) => {
    ctx.skip(!IS_ROOT, NEEDS_ROOT);
    const scratch = await makeScratch();
    const passwdFile = join(scratch.path, 'passwd');
    await writeFile(passwdFile, 'root:x:0:0:root:/root:/bin/sh\n');
    const attempt = startEmbeddedPostgres({ dataDir: scratch.dataDir() }, { ...describeHost(), passwdFile });
    await expect(attempt).rejects.toMatchObject({
      code: 'platform_unsupported',
      message: expect.stringContaining('DATABASE_URL') as string,
    });
  });
});
