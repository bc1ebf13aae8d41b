import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectEmbeddedPostgres } from '../../src/embedded/inspect-embedded-postgres.js';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import type { DatabaseConnection } from '../../src/model/connection.js';
import { eventually } from './eventually.js';

export interface TestDatabase {
  /** For `DATABASE_URL`: reaches the server through its Unix socket. */
  readonly databaseUrl: string;
  readonly connection: DatabaseConnection;
  /** Kills the server without warning. */
  crash(): Promise<void>;
  /** Starts it again on the same data and the same socket. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. */
  close(): Promise<void>;
}

/** Starts a PostgreSQL server with an empty database, in a directory of its own. */
export async function startDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'ww-db-'));
  // Started by root, the server runs as another user, who must get in.
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  const server = await startEmbeddedPostgres({ dataDir });
  const restarted: (typeof server)[] = [];
  const { socketDir, port, user, database } = server;
  const socket = new URLSearchParams({ host: socketDir, port: String(port) });
  return {
    databaseUrl: `postgres://${user}@localhost/${database}?${socket.toString()}`,
    connection: { host: socketDir, port, user, database },
    async crash() {
      const found = await inspectEmbeddedPostgres(dataDir);
      if (found.state !== 'running') throw new Error(`the server is ${found.state}`);
      process.kill(found.pid, 'SIGKILL');
      await eventually('the end of the server', async () => {
        const { state } = await inspectEmbeddedPostgres(dataDir);
        return state === 'running' ? undefined : true;
      });
    },
    async restart() {
      restarted.push(await startEmbeddedPostgres({ dataDir }));
    },
    async close() {
      for (const one of [server, ...restarted]) await one.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
