import { FatalError, TransientError } from '../errors.js';

/** Names of the SQLSTATE codes that mean "run the transaction again" (PostgreSQL manual, appendix A). */
const LOST_RACE = new Set(['40001', '40P01', '55P03']);

/**
 * SQLSTATE classes in which the server can't serve for now: 08 connection, 53 resources (a full disk is 53100),
 * 57P0x shutdown, 58 system error, 25006 read-only (a fail-over in progress).
 */
const UNAVAILABLE = /^(?:08|53|57P0|58|25006)/;

/** SQLSTATE codes that say the server or its credentials are wrong: no retry heals them. */
const MISCONFIGURED = /^(?:28|3D000)/;

/**
 * Turns an error of the driver into ours where a decision hangs on it.
 *
 * @param error - what `pg` threw
 * @returns TransientError when another try may do, FatalError when the address or password is wrong, and the
 *   error itself otherwise (a bug in a statement)
 */
export function explainDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (LOST_RACE.has(code)) {
    return new TransientError('db_serialization', `The database asked for another try: ${error.message}`, {
      cause: error,
      context: { sqlstate: code },
    });
  }
  if (MISCONFIGURED.test(code)) {
    return new FatalError(
      'config_invalid',
      `The database refused us: ${error.message}. Check DATABASE_URL: user, password and database name.`,
      { cause: error, context: { sqlstate: code } },
    );
  }
  if (UNAVAILABLE.test(code) || isConnectionFault(error, code)) {
    return new TransientError(
      'db_unavailable',
      `The database can't serve now: ${error.message || code}. Check that it runs and has disk space.`,
      { cause: error, context: { sqlstate: code } },
    );
  }
  return error;
}

/** Faults of the socket carry no SQLSTATE: Node's error codes, or pg's own words. */
function isConnectionFault(error: Error, code: string): boolean {
  return (
    /^E[A-Z]+$/.test(code) ||
    /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i.test(
      error.message,
    )
  );
}
