import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FatalError } from '../errors.js';
import type { Database, Queryable } from './database.js';

/** One numbered SQL file. */
interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** What the database has against what the code knows. */
export interface SchemaState {
  readonly applied: number;
  readonly known: number;
}

/** Any number will do, as long as nobody else locks it: "wire" in ASCII. */
const ADVISORY_LOCK_KEY = 0x77697265;

/** Files are named `0001_words.sql`; the number is the version. */
const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * Brings the schema up to date: each pending file runs in one transaction, under an advisory lock, so that any
 * number of processes may call this at once.
 *
 * @param db - where to
 * @param migrationsDir - the folder of numbered SQL files
 * @returns names of the files applied by this call, in order
 * @throws FatalError `schema_too_new` when the database was migrated by a newer Wirewatch
 */
export async function migrate(db: Database, migrationsDir: string): Promise<string[]> {
  const migrations = await readMigrations(migrationsDir);
  return db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK_KEY]);
    await tx.query(
      `create table if not exists schema_migrations (
         version integer primary key,
         name text not null,
         applied_at timestamptz not null default now()
       )`,
    );
    const applied = await appliedVersion(tx);
    refuseNewer(applied, migrations.length);
    const pending = migrations.filter((migration) => migration.version > applied);
    for (const { version, name, sql } of pending) {
      await tx.query(sql);
      await tx.query('insert into schema_migrations (version, name) values ($1, $2)', [version, name]);
    }
    return pending.map((migration) => migration.name);
  });
}

/**
 * Makes sure that the code and the schema fit, without changing anything.
 *
 * @throws FatalError `schema_missing` when migrations are pending, `schema_too_new` when the code is too old
 */
export async function requireSchema(db: Queryable, migrationsDir: string): Promise<void> {
  const { applied, known } = await readSchemaState(db, migrationsDir);
  refuseNewer(applied, known);
  if (applied < known) {
    throw new FatalError(
      'schema_missing',
      `The database is at schema version ${applied}, this Wirewatch needs ${known}. Run: wirewatch migrate`,
      { context: { applied, known } },
    );
  }
}

/** The version of the schema in the database (0: empty) and the newest that the code has. */
export async function readSchemaState(db: Queryable, migrationsDir: string): Promise<SchemaState> {
  const [table] = await db.query<{ present: boolean }>(
    `select to_regclass('schema_migrations') is not null as present`,
  );
  const known = (await readMigrations(migrationsDir)).length;
  return { applied: table?.present === true ? await appliedVersion(db) : 0, known };
}

async function appliedVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number | null }>(
    'select max(version) as version from schema_migrations',
  );
  return row?.version ?? 0;
}

function refuseNewer(applied: number, known: number): void {
  if (applied <= known) return;
  throw new FatalError(
    'schema_too_new',
    `The database is at schema version ${applied}, this Wirewatch knows ${known}. Upgrade Wirewatch; it never downgrades a database.`,
    { context: { applied, known } },
  );
}

async function readMigrations(migrationsDir: string): Promise<Migration[]> {
  const names = (await readdir(migrationsDir)).filter((name) => FILE_NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(FILE_NAME.exec(name)?.[1]);
      if (version !== index + 1) throw new Error(`${name}: migrations must be numbered without gaps`);
      return { version, name, sql: await readFile(join(migrationsDir, name), 'utf8') };
    }),
  );
}
