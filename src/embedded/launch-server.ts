import { spawn, type ChildProcess } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { FatalError } from '../errors.js';
import { adoptPidFile } from './adopt-pid-file.js';
import { databaseFailure } from './database-failure.js';
import { PROGRAM_ENV } from './initialise-cluster.js';
import type { Binaries } from './prepare-binaries.js';
import { prepareSocketDir } from './prepare-socket-dir.js';
import { findRunningServer, POLL_MS, type RunningServer } from './running-server.js';
import type { ServerHome } from './server-home.js';
import { openLog, readLogTail, trimLog } from './server-log.js';
import { fixedSettings } from './server-settings.js';
import { lendIdentity } from './server-user.js';

/**
 * Longest wait until a server accepts connections. After a crash it first replays at most
 * max_wal_size, 1 GB, of log: a minute on a slow disk.
 */
const READY_LIMIT_MS = 180_000;

/** How long the last sessions of a killed server may take to notice and end. */
const ORPHANS_LIMIT_MS = 30_000;
const ORPHANS_POLL_MS = 200;
const ORPHANS_LEFT = 'pre-existing shared memory block';

/**
 * Starts a server for a cluster that has none and waits until it is ready. The server is no child of
 * our terminal's session: Ctrl-C reaches us, and we stop the server once nobody needs it.
 * Call it under the lock.
 *
 * @throws FatalError `database_start_failed` with the end of the server's log, `data_dir_unusable`
 *   when the disk is full, `database_in_use` from `prepareSocketDir`
 */
export async function launchServer(home: ServerHome, binaries: Binaries): Promise<RunningServer> {
  await trimLog(home.paths.log);
  const socketDir = await prepareSocketDir(home);
  const deadline = performance.now() + ORPHANS_LIMIT_MS;
  for (;;) {
    await adoptPidFile(home);
    const outcome = await tryLaunch(home, binaries.postgres, socketDir);
    if (typeof outcome !== 'string') return outcome;
    if (!outcome.includes(ORPHANS_LEFT) || performance.now() > deadline) {
      throw databaseFailure('The database server', outcome, home.paths.dataDir);
    }
    await delay(ORPHANS_POLL_MS);
  }
}

/**
 * Waits until the server of a data directory accepts connections.
 *
 * @param hasGivenUp - whether no server is about to appear any more
 * @returns the server, or undefined when there is none and none will appear
 * @throws FatalError `database_start_failed` when it takes too long
 */
export async function waitUntilReady(
  home: ServerHome,
  hasGivenUp: () => boolean,
): Promise<RunningServer | undefined> {
  const deadline = performance.now() + READY_LIMIT_MS;
  for (;;) {
    const isLastLook = hasGivenUp();
    const server = await findRunningServer(home);
    if (server?.status === 'ready') return server;
    if (server === undefined && isLastLook) return undefined;
    if (performance.now() > deadline) {
      throw new FatalError(
        'database_start_failed',
        `The database server in ${home.paths.dataDir} is still not ready. It may be recovering from a crash: ` +
          `see ${home.paths.log}, and start again later.`,
        { context: { dataDir: home.paths.dataDir } },
      );
    }
    await delay(POLL_MS);
  }
}

/** @returns the server, or what the log says of why it ended */
async function tryLaunch(
  home: ServerHome,
  postgres: string,
  socketDir: string,
): Promise<RunningServer | string> {
  const log = await openLog(home.paths.log);
  try {
    if (home.host.uid === 0) await log.chown(home.user.uid, home.user.gid);
    const { size } = await log.stat();
    const child = spawnServer(home, postgres, socketDir, log);
    let spawnError = '';
    child.on('error', (error) => {
      spawnError = error.message;
    });
    const server = await waitUntilReady(home, () => hasEnded(child));
    return server ?? `${spawnError}\n${await readLogTail(log, size)}`.trim();
  } finally {
    await log.close();
  }
}

function spawnServer(
  { host, paths, user }: ServerHome,
  postgres: string,
  socketDir: string,
  log: FileHandle,
): ChildProcess {
  const settings = Object.entries(fixedSettings(socketDir)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(postgres, ['-D', paths.cluster, ...settings], {
    cwd: paths.dataDir,
    env: PROGRAM_ENV,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...lendIdentity(host, user),
  });
  child.unref();
  return child;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
