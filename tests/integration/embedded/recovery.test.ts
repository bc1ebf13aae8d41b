import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { inspectEmbeddedPostgres } from '../../../src/embedded/inspect-embedded-postgres.js';
import { startEmbeddedPostgres } from '../../../src/embedded/start-embedded-postgres.js';
import { spawnParticipant, startProgram } from './participant.js';
import { killServer, makeCheckout, makeScratch, makeSharedScratch, type Scratch } from './scratch.js';
import { connect, sql, type Address } from './sql.js';

// Making databases takes seconds, and many times that on a machine that is busy otherwise.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let shared: Scratch;
let checkout: string;
let template: string;

beforeAll(async () => {
  shared = await makeSharedScratch();
  checkout = await makeCheckout(join(shared.path, 'checkout'));
  template = shared.dataDir('template');
  await (await startEmbeddedPostgres({ dataDir: template })).close();
  return shared.remove;
});

/** A data directory with a database in it: a copy, which is quicker than a first start. */
async function makeDatabase(): Promise<string> {
  const dataDir = (await makeScratch()).dataDir();
  execFileSync('cp', ['-a', template, dataDir]);
  return dataDir;
}

/** Inserts rows one commit at a time until the server is gone. */
async function insertUntilCut(server: Address, onRow: (count: number) => void): Promise<number> {
  const client = await connect(server);
  client.on('error', () => undefined);
  let count = 0;
  for (;;) {
    try {
      await client.query('insert into ticks values ($1)', [count + 1]);
    } catch {
      return count;
    }
    onRow((count += 1));
  }
}

describe('after a crash', () => {
  it('stops the server with the last living participant, not counting killed ones', async () => {
    const dataDir = await makeDatabase();
    const doomed = await spawnParticipant(checkout, dataDir);
    const survivor = await spawnParticipant(checkout, dataDir);
    await doomed.kill();
    expect(await inspectEmbeddedPostgres(dataDir)).toMatchObject({ state: 'running', participantCount: 1 });
    await survivor.close();
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'stopped' });
    expect(await readdir(join(dataDir, 'participants'))).toEqual([]);
  });

  it('joins a server that was left over, and stops it afterwards', async () => {
    const dataDir = await makeDatabase();
    const doomed = await spawnParticipant(checkout, dataDir);
    await doomed.kill();
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.joined).toBe(true);
    await server.close();
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'stopped' });
  });

  it('has every committed row when everything was killed in the middle of writing', async () => {
    const dataDir = await makeDatabase();
    const doomed = await spawnParticipant(checkout, dataDir);
    await sql(doomed.server, 'create table ticks (n int primary key)');
    let isWriting: () => void;
    const writing = new Promise<void>((resolve) => (isWriting = resolve));
    const committed = insertUntilCut(doomed.server, (count) => {
      if (count === 50) isWriting();
    });
    await writing;
    await doomed.kill();
    expect(await killServer(dataDir)).toBe(true);
    const count = await committed;

    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.joined).toBe(false);
    const [row] = await sql(server, `select count(*)::int as rows from ticks where n <= ${count}`);
    expect(row).toEqual({ rows: count });
    await server.close();
  });

  it('starts again while sessions of a killed server still hold its memory', async () => {
    const dataDir = await makeDatabase();
    const first = await startEmbeddedPostgres({ dataDir });
    const found = await inspectEmbeddedPostgres(dataDir);
    if (found.state !== 'running') throw new Error('not running');
    const busy = await connect(first);
    busy.on('error', () => undefined);
    // Computes for seconds without a look at anything else, so the session outlives its server.
    const work = busy.query(`do $$ begin for i in 1..60000000 loop end loop; end $$`).catch(() => undefined);
    await vi.waitFor(async () => {
      const active = `select 1 from pg_stat_activity where query like 'do $$%' and state = 'active'`;
      expect(await sql(first, active)).toHaveLength(1);
    });
    process.kill(found.pid, 'SIGKILL');
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.joined).toBe(false);
    await work;
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('still in use');
    expect(await sql(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
    await first.close();
  });

  it('takes over the lock of a dead process, and a broken one', async () => {
    const dataDir = await makeDatabase();
    // A pid above the system's limit, a pid that was given to another process since, and no mark at all.
    for (const mark of ['999999999 long ago', `${process.pid} long ago`, 'nonsense']) {
      await symlink(mark, join(dataDir, 'lock'));
      await (await startEmbeddedPostgres({ dataDir })).close();
    }
    await symlink(`${process.pid} long ago`, join(dataDir, 'lock'));
    await symlink(`${process.pid} long ago`, join(dataDir, 'lock.break'));
    await (await startEmbeddedPostgres({ dataDir })).close();
    expect((await readdir(dataDir)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('starts although postmaster.pid names a process that is none of ours', async () => {
    const dataDir = await makeDatabase();
    await startEmbeddedPostgres({ dataDir });
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await killServer(dataDir);
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'));
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'stopped' });
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.joined).toBe(false);
    await server.close();
  });

  it('waits for what a killed server left on its socket', async () => {
    const dataDir = await makeDatabase();
    await mkdir(join(dataDir, 'run'));
    const leftOver = createServer((connection) => {
      connection.destroy();
      leftOver.close();
    });
    leftOver.listen(join(dataDir, 'run', '.s.PGSQL.5432'));
    await once(leftOver, 'listening');
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.joined).toBe(false);
    await server.close();
  });

  it('makes the database again when the first start was killed', async () => {
    const dataDir = (await makeScratch()).dataDir();
    const child = startProgram(checkout, dataDir);
    await vi.waitFor(
      async () => {
        const names = await readdir(dataDir, { recursive: true });
        expect(names.some((name) => name.endsWith('/base/1'))).toBe(true);
      },
      { timeout: 20_000, interval: 5 },
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'not_initialised' });
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    expect((await readdir(dataDir)).sort()).toEqual(['participants', 'postgres', 'postgres.log']);
  });

  it('refuses a second server when one answers that is not of this system', async () => {
    const dataDir = await makeDatabase();
    const first = await startEmbeddedPostgres({ dataDir });
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    // As from another container: the server answers, but its process can't be seen.
    await rename(pidFile, `${pidFile}.hidden`);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'database_in_use' });
    await rename(`${pidFile}.hidden`, pidFile);
    await first.close();
  });
});

describe('many at once', () => {
  it('gives ten processes that start together one server', async () => {
    const dataDir = (await makeScratch()).dataDir();
    const ten = await Promise.all(Array.from({ length: 10 }, () => spawnParticipant(checkout, dataDir)));
    expect(ten.filter(({ server }) => !server.joined)).toHaveLength(1);
    expect(await inspectEmbeddedPostgres(dataDir)).toMatchObject({ state: 'running', participantCount: 10 });
    await Promise.all(ten.map((participant) => participant.close()));
    expect(await inspectEmbeddedPostgres(dataDir)).toEqual({ state: 'stopped' });
  });
});
