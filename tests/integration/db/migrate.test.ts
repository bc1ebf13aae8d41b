import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../src/db/database.js';
import { migrate, readSchemaState, requireSchema } from '../../../src/db/migrate.js';
import { findPackageRoot } from '../../../src/package-root.js';
import { startDatabase, type TestDatabase } from '../../helpers/start-database.js';

const MIGRATIONS = join(findPackageRoot(), 'migrations');

describe('migrate', () => {
  let server: TestDatabase;
  const open = (): Database =>
    openDatabase({ connection: server.connection, maxConnections: 2, onIdleError: () => undefined });

  beforeAll(async () => {
    server = await startDatabase();
  });
  afterAll(async () => {
    await server.close();
  });

  it('refuses to work on a database without the schema, and names the command', async () => {
    const db = open();
    await expect(requireSchema(db, MIGRATIONS)).rejects.toMatchObject({
      code: 'schema_missing',
      message: expect.stringContaining('wirewatch migrate') as string,
    });
    await db.close();
  });

  it('applies each file once when ten processes start together', async () => {
    const databases = Array.from({ length: 10 }, open);
    const applied = await Promise.all(databases.map((db) => migrate(db, MIGRATIONS)));
    const states = await Promise.all(databases.map((db) => readSchemaState(db, MIGRATIONS)));
    expect(new Set(applied.flat()).size).toBe(applied.flat().length);
    for (const state of states) expect(state.applied).toBe(state.known);
    expect(applied.flat()).toHaveLength(states[0]?.known ?? 0);
    await Promise.all(databases.map((db) => db.close()));
  });

  it('does nothing the second time', async () => {
    const db = open();
    expect(await migrate(db, MIGRATIONS)).toEqual([]);
    await expect(requireSchema(db, MIGRATIONS)).resolves.toBeUndefined();
    await db.close();
  });

  it('writes nothing of a file that fails half-way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wirewatch-migrations-'));
    await cp(MIGRATIONS, folder, { recursive: true });
    const db = open();
    const { known } = await readSchemaState(db, MIGRATIONS);
    const name = `${String(known + 1).padStart(4, '0')}_broken.sql`;
    await writeFile(join(folder, name), 'create table half (id int); create table half (id int);');
    await expect(migrate(db, folder)).rejects.toThrow(/already exists/);
    expect(await db.query(`select 1 from pg_tables where tablename = 'half'`)).toEqual([]);
    expect((await readSchemaState(db, MIGRATIONS)).applied).toBe(known);
    await db.close();
    await rm(folder, { recursive: true });
  });

  it('refuses a schema newer than the code', async () => {
    const db = open();
    await db.query(`insert into schema_migrations (version, name) values (9999, '9999_future.sql')`);
    await expect(migrate(db, MIGRATIONS)).rejects.toMatchObject({
      name: 'FatalError',
      code: 'schema_too_new',
    });
    await expect(requireSchema(db, MIGRATIONS)).rejects.toMatchObject({ code: 'schema_too_new' });
    await db.query('delete from schema_migrations where version = 9999');
    await db.close();
  });
});
