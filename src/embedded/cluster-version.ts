import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FatalError } from '../errors.js';
import { isErrno } from './data-dir-error.js';

/** The major version of the npm binaries. A cluster works with its own major version only. */
export const SUPPORTED_MAJOR = 18;

/**
 * Reads the major version of a cluster.
 *
 * @param cluster - the cluster's directory
 * @returns the version, NaN for a directory that holds no readable one, undefined for no directory
 */
export async function readClusterMajor(cluster: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    // Either nothing is there, or something that no initdb finished.
    return (await isPresent(cluster)) ? Number.NaN : undefined;
  }
}

/**
 * @param cluster - the cluster's directory
 * @returns whether there is a cluster of the supported version
 * @throws FatalError `database_unsupported` for another version, `data_dir_unusable` for no cluster at all
 */
export async function hasSupportedCluster(cluster: string): Promise<boolean> {
  const major = await readClusterMajor(cluster);
  if (major === undefined) return false;
  if (major === SUPPORTED_MAJOR) return true;
  if (Number.isNaN(major)) {
    throw new FatalError(
      'data_dir_unusable',
      `${cluster} is there but holds no database. Move it away, or name another directory in WIREWATCH_DATA_DIR.`,
      { context: { cluster } },
    );
  }
  throw new FatalError(
    'database_unsupported',
    `The database in ${cluster} was made by PostgreSQL ${major}; this Wirewatch runs PostgreSQL ${SUPPORTED_MAJOR}. ` +
      `Name another directory in WIREWATCH_DATA_DIR to start afresh, take the data over with pg_upgrade or with ` +
      `pg_dump from PostgreSQL ${major}, or set DATABASE_URL to a server that runs it.`,
    { context: { cluster, found: major, supported: SUPPORTED_MAJOR } },
  );
}

async function isPresent(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => !isErrno(error, 'ENOENT'),
  );
}
