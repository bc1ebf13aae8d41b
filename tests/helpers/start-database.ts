import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import type { DatabaseConnection } from '../../src/model/connection.js';

export interface TestDatabase {
  /** For `DATABASE_URL`: reaches the server through its Unix socket. */
  readonly databaseUrl: string;
  readonly connection: DatabaseConnection;
  /** Stops the server and removes its data. */
  close(): Promise<void>;
}

/** Starts a PostgreSQL server with an empty database, in a directory of its own. */
export async function startDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'ww-db-'));
  // Started by root, the server runs as another user, who must get in.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  const { socketDir, port, user, database } = server;
  const socket = new URLSearchParams({ host: socketDir, port: String(port) });
  return {
    databaseUrl: `postgres://${user}@localhost/${database}?${socket.toString()}`,
    connection: { host: socketDir, port, user, database },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
