import { once } from 'node:events';
import { chown, mkdir, rm, rmdir } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { FatalError } from '../errors.js';
import { isErrno } from './data-dir-error.js';
import { socketDirFor, socketFile } from './data-paths.js';
import type { ServerHome } from './server-home.js';

/** A process that a killed server had just begun holds its socket until it notices. */
const LINGER_LIMIT_MS = 5_000;
const LINGER_POLL_MS = 50;

/**
 * Makes a fresh directory of mode 0700 for the server's socket; what an earlier server left there
 * goes. Call it under the lock and while no server of this machine runs.
 *
 * @returns its absolute path
 * @throws FatalError `database_in_use` when something goes on answering on the socket
 */
export async function prepareSocketDir({ host, paths, user }: ServerHome): Promise<string> {
  const directory = socketDirFor(paths.dataDir, host.tmpDir);
  const socket = socketFile(directory);
  if (await staysAnswered(socket)) {
    throw new FatalError(
      'database_in_use',
      `A database server answers on ${socket}, but it is no process of this system: perhaps of another container ` +
        `with the same volume. Stop that one, or name another directory in WIREWATCH_DATA_DIR.`,
      { context: { dataDir: paths.dataDir } },
    );
  }
  await rm(socket, { force: true });
  await rm(`${socket}.lock`, { force: true });
  await removeSocketDir(directory);
  // Fails if somebody else's directory of that name is still there: then it is not ours to use.
  await mkdir(directory, { mode: 0o700 });
  if (host.uid === 0) await chown(directory, user.uid, user.gid);
  return directory;
}

/** Removes the directory of a server that has stopped, unless something else lies in it. */
export async function removeSocketDir(directory: string): Promise<void> {
  try {
    await rmdir(directory);
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'ENOTEMPTY', 'EPERM', 'EACCES')) throw error;
  }
}

async function staysAnswered(socket: string): Promise<boolean> {
  const deadline = performance.now() + LINGER_LIMIT_MS;
  while (await isAnswered(socket)) {
    if (performance.now() > deadline) return true;
    await delay(LINGER_POLL_MS);
  }
  return false;
}

async function isAnswered(socket: string): Promise<boolean> {
  const connection = createConnection(socket);
  try {
    await once(connection, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}
