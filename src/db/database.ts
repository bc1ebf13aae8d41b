import pg from 'pg';
import type { DatabaseConnection } from '../model/connection.js';
import { explainDatabaseError } from './explain-database-error.js';

/** Something that runs SQL: the pool, or one transaction. */
export interface Queryable {
  /**
   * Runs one statement.
   *
   * @param sql - the statement, with `$n` for values
   * @param values - the values, in order
   * @returns the rows, typed by the caller who wrote the select list
   * @throws TransientError when the database can't be reached or the transaction must be repeated
   */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The pool of connections to Postgres. */
export interface Database extends Queryable {
  /**
   * Runs work in one transaction on one connection: all of it is committed, or nothing. Repeated when
   * Postgres says that it lost a race (serialization failure, deadlock), so it must not have other effects.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: DatabaseConnection;
  /** Most connections held. */
  readonly maxConnections: number;
  /** Told of connections that broke while idle (a restarted server). They are replaced by themselves. */
  readonly onIdleError: (error: Error) => void;
}

/** How often a transaction that lost a race is run before the loss is passed on. */
const TRANSACTION_TRIES = 5;

/** No statement of ours takes long; one that does is a lock or a missing index, and must not hang a worker. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** Opens a pool. Nothing is connected before the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...options.connection,
    max: options.maxConnections,
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'wirewatch',
  });
  // Without a listener, a restart of the server would end the process.
  pool.on('error', options.onIdleError);
  // The pool listens while a connection is idle and we while it is lent; in between, a server that dies in the
  // same packet that ends a query would find nobody. The statement that comes next fails and tells.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });

  return {
    query: (sql, values) => run(pool, sql, values),
    transaction: (work) => transact(pool, work),
    close: () => pool.end(),
  };
}

async function run<Row>(
  client: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  try {
    // The row type is the caller's claim about its own select list; pg can't know it.
    return (await client.query(sql, [...values])).rows as Row[];
  } catch (error) {
    throw explainDatabaseError(error);
  }
}

async function transact<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  for (let tryNumber = 1; ; tryNumber += 1) {
    const client = await pool.connect().catch((error: unknown) => {
      throw explainDatabaseError(error);
    });
    let broken: Error | undefined;
    const onBroken = (error: Error) => (broken = error);
    client.on('error', onBroken);
    try {
      await run(client, 'begin');
      const result = await work({ query: (sql, values) => run(client, sql, values) });
      await run(client, 'commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      if (!lostRace(error) || tryNumber === TRANSACTION_TRIES) throw error;
    } finally {
      client.off('error', onBroken);
      // A connection that broke, or can't even roll back, is thrown away rather than pooled.
      client.release(broken);
    }
  }
}

function lostRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'db_serialization';
}
