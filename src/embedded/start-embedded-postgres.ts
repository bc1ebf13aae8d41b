import { rm } from 'node:fs/promises';
import { errorMessageOf } from '../errors.js';
import { toDataDirError } from './data-dir-error.js';
import { hasSupportedCluster } from './cluster-version.js';
import { withExclusiveLock } from './exclusive-lock.js';
import { describeHost, type Host } from './host.js';
import { DATABASE_NAME, DATABASE_USER, initialiseCluster } from './initialise-cluster.js';
import { launchServer, waitUntilReady } from './launch-server.js';
import { pruneParticipants, registerParticipant } from './participants.js';
import { locateBinaries, type BinaryPackage } from './locate-binaries.js';
import { prepareBinaries } from './prepare-binaries.js';
import { removeSocketDir } from './prepare-socket-dir.js';
import { findRunningServer, type RunningServer } from './running-server.js';
import { prepareServerHome, type ServerHome } from './server-home.js';
import { trimLog } from './server-log.js';
import { stopServer } from './stop-server.js';

/** Takes a line for people. */
type Log = (message: string) => void;

/** What a caller says about the server it wants. */
export interface EmbeddedPostgresOptions {
  /** `WIREWATCH_DATA_DIR`, or what `defaultDataDir` returns. Made when missing. */
  readonly dataDir: string;
  /** Told about steps that take long enough for a person to wonder. */
  readonly log?: Log;
}

/** A running server that this process takes part in. Connect without a password. */
export interface EmbeddedPostgres {
  /** Absolute path; what `pg` takes as the host. */
  readonly socketDir: string;
  /** Names the socket file; there is no TCP listener. */
  readonly port: number;
  readonly user: typeof DATABASE_USER;
  readonly database: typeof DATABASE_NAME;
  /** Whether the server was running already. */
  readonly joined: boolean;
  /** Leaves; whoever leaves last stops the server. May be called again. */
  close(): Promise<void>;
}

/** How often the server's log is looked at; one line a millisecond makes it 60 MB by then. */
const LOG_CHECK_MS = 600_000;

/**
 * Starts the PostgreSQL server of a data directory, or joins it when it runs already; makes the
 * database at the first start. Any number of processes may call this at the same time.
 *
 * @param options - where the data lies, and whom to tell
 * @param host - the machine and process; given by tests only
 * @returns the running server
 * @throws FatalError `platform_unsupported`, `data_dir_unusable`, `database_unsupported` (data of
 *   another major version), `database_in_use` or `database_start_failed`; each message names the way out
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
  host: Host = describeHost(),
): Promise<EmbeddedPostgres> {
  const source = await locateBinaries(host);
  const home = await prepareServerHome(options.dataDir, host);
  const log = options.log ?? (() => undefined);
  return underLock(home, async () => {
    await pruneParticipants(home.paths.participants);
    const participant = await registerParticipant(home.paths.participants);
    try {
      const running = await findReadyServer(home);
      const server = running ?? (await startServer(home, source, log));
      return takePart({ home, participant, server, joined: running !== undefined, log });
    } catch (error) {
      await rm(participant, { force: true });
      throw error;
    }
  });
}

/** One change of who uses the server, or of whether it runs, at a time. */
async function underLock<T>({ paths }: ServerHome, work: () => Promise<T>): Promise<T> {
  try {
    return await withExclusiveLock(paths.lock, work);
  } catch (error) {
    throw toDataDirError(error, paths.dataDir);
  }
}

/** A server that is starting is waited for; one that is stopping, until it is gone. */
async function findReadyServer(home: ServerHome): Promise<RunningServer | undefined> {
  return (await hasSupportedCluster(home.paths.cluster)) ? waitUntilReady(home, () => true) : undefined;
}

async function startServer(home: ServerHome, source: BinaryPackage, log: Log): Promise<RunningServer> {
  const binaries = await prepareBinaries(source, home);
  if (!(await hasSupportedCluster(home.paths.cluster))) {
    log(`preparing the database in ${home.paths.dataDir} (first start only)`);
    await initialiseCluster(home, binaries);
  }
  return launchServer(home, binaries);
}

/** How one process takes part in a server. */
interface Participation {
  readonly home: ServerHome;
  /** The file that says so. */
  readonly participant: string;
  readonly server: RunningServer;
  readonly joined: boolean;
  readonly log: Log;
}

function takePart(participation: Participation): EmbeddedPostgres {
  const { home, server, joined, log } = participation;
  const logCheck = setInterval(() => {
    trimLog(home.paths.log).catch((error: unknown) => {
      log(`can't shorten ${home.paths.log}: ${errorMessageOf(error)}`);
    });
  }, LOG_CHECK_MS);
  logCheck.unref();
  let closing: Promise<void> | undefined;
  return {
    socketDir: server.socketDir,
    port: server.port,
    user: DATABASE_USER,
    database: DATABASE_NAME,
    joined,
    close: () => {
      clearInterval(logCheck);
      closing ??= leave(participation);
      return closing;
    },
  };
}

async function leave({ home, participant, log }: Participation): Promise<void> {
  await underLock(home, async () => {
    await rm(participant, { force: true });
    if ((await pruneParticipants(home.paths.participants)) > 0) return;
    // Not the server that was joined once: it may have been started anew since.
    const server = await findRunningServer(home);
    if (server === undefined) return;
    if (await stopServer(server)) await removeSocketDir(server.socketDir);
    else log(`the database server (process ${server.pid}) does not stop; its data is safe`);
  });
}
