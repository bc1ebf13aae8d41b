import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeScratchDir, type ScratchDir } from '../../../demo/scratch-dir.js';
import { inspectEmbeddedPostgres } from '../../../src/embedded/inspect-embedded-postgres.js';
import { keepPostgresRunning } from '../../../src/embedded/keep-running.js';
import { eventually } from '../../helpers/eventually.js';

let scratch: ScratchDir;
beforeAll(async () => {
  scratch = await makeScratchDir();
});
afterAll(async () => {
  await scratch.remove();
});

it('starts a server again that died while it was needed, and stops it at the end', async () => {
  const dataDir = `${scratch.path}/data`;
  const said: string[] = [];
  const server = await keepPostgresRunning({ dataDir, log: (message) => said.push(message) });
  const before = await inspectEmbeddedPostgres(dataDir);
  if (before.state !== 'running') throw new Error(`the server is ${before.state}`);
  process.kill(before.pid, 'SIGKILL');
  const answer = await eventually('an answer of the new server', async () => {
    const client = new pg.Client({
      host: server.socketDir,
      port: server.port,
      user: server.user,
      database: server.database,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<{ one: number }>('select 1 as one')).rows[0];
    } catch {
      return undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
  });
  expect(answer).toEqual({ one: 1 });
  expect(said).toContain('the database server died; starting it again');
  await server.close();
  expect((await inspectEmbeddedPostgres(dataDir)).state).toBe('stopped');
});
