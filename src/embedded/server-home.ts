import { access, chown, constants, lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FatalError } from '../errors.js';
import { isErrno, toDataDirError } from './data-dir-error.js';
import { dataPaths, type DataPaths } from './data-paths.js';
import type { Host } from './host.js';
import { findClosedDirectory } from './path-access.js';
import { chooseServerUser, type Owner, type ServerUser } from './server-user.js';

/** A data directory that is ready for a server, and who that server runs as. */
export interface ServerHome {
  readonly host: Host;
  readonly paths: DataPaths;
  readonly user: ServerUser;
}

/**
 * Makes the data directory where it is missing and checks that a server can live in it.
 *
 * @param dataDir - absolute or relative path
 * @param host - the machine and process
 * @throws FatalError `data_dir_unusable` naming the reason and the remedy; `platform_unsupported` from
 *   `chooseServerUser`
 */
export async function prepareServerHome(dataDir: string, host: Host): Promise<ServerHome> {
  const wanted = resolve(dataDir);
  try {
    // Root's server runs as somebody else, who has to pass through.
    await mkdir(wanted, { recursive: true, mode: host.uid === 0 ? 0o711 : 0o700 });
    const home = await openServerHome(wanted, host);
    await refuseUnreachable(home);
    await makeParticipantsDirectory(home);
    return home;
  } catch (error) {
    throw toDataDirError(error, wanted);
  }
}

/**
 * Describes an existing data directory without touching it.
 *
 * @param dataDir - absolute path
 * @param host - the machine and process
 * @throws FatalError `data_dir_unusable` when the cluster belongs to another user than the server's
 */
export async function openServerHome(dataDir: string, host: Host): Promise<ServerHome> {
  const paths = dataPaths(await realpath(dataDir));
  const clusterOwner = await ownerOf(paths.cluster);
  const owners = [clusterOwner, await ownerOf(paths.dataDir)].filter((owner) => owner !== undefined);
  const user = await chooseServerUser(host, owners);
  if (clusterOwner !== undefined && clusterOwner.uid !== user.uid) {
    throw new FatalError(
      'data_dir_unusable',
      `The database in ${paths.cluster} belongs to uid ${clusterOwner.uid}, but its server would run as ` +
        `${user.name}. Start Wirewatch as the user that made it, give it away with ` +
        `"chown -R ${user.uid} ${paths.cluster}", or name another directory in WIREWATCH_DATA_DIR.`,
      { context: { dataDir } },
    );
  }
  return { host, paths, user };
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  try {
    const { uid, gid } = await lstat(path);
    return { uid, gid };
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function refuseUnreachable({ host, paths, user }: ServerHome): Promise<void> {
  await access(paths.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  const closed = host.uid === 0 ? await findClosedDirectory(paths.dataDir, user) : undefined;
  if (closed === undefined) return;
  throw new FatalError(
    'data_dir_unusable',
    `The data directory ${paths.dataDir} can't be used: PostgreSQL refuses to run as root, so it runs as ` +
      `${user.name}, who may not enter ${closed}. Name a directory that other users can reach in ` +
      `WIREWATCH_DATA_DIR (the default for root is /var/lib/wirewatch), or run "chmod o+x ${closed}".`,
    { context: { dataDir: paths.dataDir, closed } },
  );
}

/** What root makes in another user's data directory belongs to that user, who can then go on alone. */
async function makeParticipantsDirectory({ host, paths }: ServerHome): Promise<void> {
  await mkdir(paths.participants, { recursive: true, mode: 0o755 });
  if (host.uid !== 0) return;
  const { uid, gid } = await stat(paths.dataDir);
  await chown(paths.participants, uid, gid);
}
