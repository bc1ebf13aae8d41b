import { isErrno } from './data-dir-error.js';
import { waitUntilGone, type RunningServer } from './running-server.js';

/** A fast shutdown writes all changed pages to disk: at most shared_buffers, seconds even on slow disks. */
const FAST_LIMIT_MS = 60_000;

/** An immediate shutdown writes nothing; the log is replayed at the next start, so nothing is lost. */
const IMMEDIATE_LIMIT_MS = 10_000;

/**
 * Stops a server: fast shutdown, which ends sessions and rolls their open transactions back, and
 * immediate shutdown if that hangs.
 * Signals: https://www.postgresql.org/docs/18/server-shutdown.html
 *
 * @returns whether it has stopped
 */
export async function stopServer(server: RunningServer): Promise<boolean> {
  signal(server.pid, 'SIGINT');
  if (await waitUntilGone(server, FAST_LIMIT_MS)) return true;
  signal(server.pid, 'SIGQUIT');
  return waitUntilGone(server, IMMEDIATE_LIMIT_MS);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}
