import { FatalError } from '../errors.js';

/** What PostgreSQL prints for ENOSPC and EDQUOT in the C locale. */
const DISK_FULL = /No space left on device|Disk quota exceeded/;

/**
 * The error for a PostgreSQL program that failed.
 *
 * @param what - which step failed, such as `initdb`
 * @param output - the last lines it printed
 * @param dataDir - the data directory
 * @returns a FatalError `data_dir_unusable` when the disk is full, else `database_start_failed`
 */
export function databaseFailure(what: string, output: string, dataDir: string): FatalError {
  const context = { dataDir };
  if (DISK_FULL.test(output)) {
    return new FatalError(
      'data_dir_unusable',
      `The disk of the data directory ${dataDir} is full. Make room, or name another directory in ` +
        `WIREWATCH_DATA_DIR. ${what} said:\n${output}`,
      { context },
    );
  }
  return new FatalError(
    'database_start_failed',
    `${what} failed in ${dataDir}. Mend what it says below, or set DATABASE_URL to a PostgreSQL server of ` +
      `your own. It said:\n${output}`,
    { context },
  );
}
