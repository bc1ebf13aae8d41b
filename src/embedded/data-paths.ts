import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where everything lies in a data directory. */
export interface DataPaths {
  readonly dataDir: string;
  /** The database cluster, "PGDATA". */
  readonly cluster: string;
  /** One small file per process that uses the server. */
  readonly participants: string;
  /** Held while a server is started, joined, left or stopped. */
  readonly lock: string;
  readonly log: string;
}

/** Names begin with this while a cluster is made; what a crash leaves behind is removed later. */
export const NEW_CLUSTER_PREFIX = 'postgres.new-';

/** Names of copied binaries begin with this and end with their version. */
export const BINARIES_PREFIX = 'postgres-binaries-';

/** There is no TCP listener; the number only names the socket file. */
export const SERVER_PORT = 5432;

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, with a closing NUL (unix(4), unix(7)). */
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * The paths inside a data directory.
 *
 * @param dataDir - absolute path, symbolic links resolved
 */
export function dataPaths(dataDir: string): DataPaths {
  return {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    participants: join(dataDir, 'participants'),
    lock: join(dataDir, 'lock'),
    log: join(dataDir, 'postgres.log'),
  };
}

/** The socket file that a server makes in a directory. */
export function socketFile(socketDir: string): string {
  return join(socketDir, `.s.PGSQL.${SERVER_PORT}`);
}

/**
 * The directory for a server's socket: in the data directory when the path is short enough for a
 * Unix socket, else one in `tmpDir` that is named for the data directory.
 *
 * @param dataDir - absolute path, symbolic links resolved
 * @param tmpDir - the system's directory for temporary files
 */
export function socketDirFor(dataDir: string, tmpDir: string): string {
  const name = `wirewatch-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const candidates = [join(dataDir, 'run'), join(tmpDir, name)];
  const fitting = candidates.find((dir) => Buffer.byteLength(socketFile(dir)) <= MAX_SOCKET_PATH_BYTES);
  return fitting ?? join('/tmp', name);
}
