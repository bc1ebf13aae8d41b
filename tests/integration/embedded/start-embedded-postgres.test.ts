import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { describeHost } from '../../../src/embedded/host.js';
import { inspectEmbeddedPostgres } from '../../../src/embedded/inspect-embedded-postgres.js';
import { startEmbeddedPostgres } from '../../../src/embedded/start-embedded-postgres.js';
import { spawnParticipant } from './participant.js';
import { makeCheckout, makeScratch } from './scratch.js';
import { sql } from './sql.js';

// Making databases takes seconds, and many times that on a machine that is busy otherwise.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('startEmbeddedPostgres', () => {
  it('starts a private UTF-8 database that keeps its rows', async () => {
    const dataDir = (await makeScratch()).dataDir();
    const messages: string[] = [];
    const log = (message: string) => messages.push(message);
    const first = await startEmbeddedPostgres({ dataDir, log });
    expect(first).toMatchObject({ user: 'wirewatch', database: 'wirewatch', joined: false });
    expect(messages).toEqual([expect.stringContaining('first start only')]);
    const settings = await sql(
      first,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
         current_setting('server_encoding') as encoding, current_setting('listen_addresses') as tcp,
         current_setting('TimeZone') as timezone, lower('ÀÉŞ') as lower`,
    );
    expect(settings).toEqual([
      { major: 18, fsync: 'on', encoding: 'UTF8', tcp: '', timezone: 'UTC', lower: 'àéş' },
    ]);
    await sql(first, `create table notes (body text); insert into notes values ('Ünïcødé 😀 новости')`);
    await first.close();

    const second = await startEmbeddedPostgres({ dataDir, log });
    expect(second.joined).toBe(false);
    expect(await sql(second, 'select body from notes')).toEqual([{ body: 'Ünïcødé 😀 новости' }]);
    expect(messages).toHaveLength(1);
    await second.close();
  });

  it('lets nobody else near the socket', async () => {
    const dataDir = (await makeScratch()).dataDir();
    const server = await startEmbeddedPostgres({ dataDir });
    const { mode } = await stat(server.socketDir);
    expect(mode & 0o777).toBe(0o700);
    await server.close();
  });

  it('is joined by other processes and stopped by the last one out', async () => {
    const scratch = await makeScratch();
    const dataDir = scratch.dataDir();
    const checkout = await makeCheckout(join(scratch.path, 'checkout'));
    const first = await spawnParticipant(checkout, dataDir);
    const second = await spawnParticipant(checkout, dataDir);
    expect([first.server.joined, second.server.joined]).toEqual([false, true]);
    expect(await inspectEmbeddedPostgres(dataDir)).toMatchObject({ state: 'running', participantCount: 2 });
    await first.close();
    expect(await sql(second.server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'stopped' });
  });

  it('counts two calls in one process as two, and a second close as none', async () => {
    const dataDir = (await makeScratch()).dataDir();
    const first = await startEmbeddedPostgres({ dataDir });
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.joined).toBe(true);
    await first.close();
    await first.close();
    expect(await sql(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'stopped' });
  });

  it('works in a directory whose name needs quoting', async () => {
    const dataDir = (await makeScratch()).dataDir('my "data", с пробелом');
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
  });

  it('moves the socket elsewhere when the path is too long for one', async () => {
    const scratch = await makeScratch();
    const dataDir = scratch.dataDir('d'.repeat(120));
    const tmpDir = join(scratch.path, 'tmp');
    await mkdir(tmpDir, { mode: 0o755 });
    const server = await startEmbeddedPostgres({ dataDir }, { ...describeHost(), tmpDir });
    expect(server.socketDir.startsWith(tmpDir)).toBe(true);
    expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    expect(await readdir(tmpDir)).toEqual([]);
  });

  it('shortens a log that has grown too long', async () => {
    const dataDir = (await makeScratch()).dataDir();
    const log = join(dataDir, 'postgres.log');
    await mkdir(dataDir, { mode: 0o711 });
    await writeFile(log, `${'an old line\n'.repeat(400_000)}the last old line\n`);
    await (await startEmbeddedPostgres({ dataDir })).close();
    const text = await readFile(log, 'utf8');
    expect(text.length).toBeLessThan(300_000);
    expect(text.startsWith('an old line\n')).toBe(true);
    expect(text).toContain('the last old line\n');
  });
});
