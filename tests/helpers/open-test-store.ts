import { join } from 'node:path';
import { quoteSentence } from '../../src/alerting/quote-sentence.js';
import { openDatabase, type Database } from '../../src/db/database.js';
import { migrate } from '../../src/db/migrate.js';
import { createStore, type Store } from '../../src/db/store.js';
import { findPackageRoot } from '../../src/package-root.js';
import { startDatabase } from './start-database.js';

/** A store on a database server of its own, migrated and empty. */
export interface TestStore {
  readonly db: Database;
  readonly store: Store;
  /** For commands that are to see the same. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** Starts the server and opens the store. */
export async function openTestStore(): Promise<TestStore> {
  const server = await startDatabase();
  const db = openDatabase({
    connection: server.connection,
    maxConnections: 10,
    onIdleError: () => undefined,
  });
  await migrate(db, join(findPackageRoot(), 'migrations'));
  return {
    db,
    store: createStore(db, quoteSentence),
    databaseUrl: server.databaseUrl,
    async close() {
      await db.close();
      await server.close();
    },
  };
}
