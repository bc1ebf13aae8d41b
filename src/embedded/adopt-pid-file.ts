import { randomUUID } from 'node:crypto';
import { chown, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPidFile } from './running-server.js';
import type { ServerHome } from './server-home.js';

/**
 * Readies the `postmaster.pid` of a server that died for the next one. A new server refuses to start
 * while the pid in it is taken, though after a crash or reboot it may be any process's. It makes an
 * exception for its parent's pid, so we write our own. Deleting the file would be wrong: the server
 * reads there which shared memory its predecessor's last sessions may still be using.
 * https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/utils/init/miscinit.c CreateLockFile
 *
 * Call it under the lock and while no server runs.
 */
export async function adoptPidFile({ host, paths, user }: ServerHome): Promise<void> {
  const lines = await readPidFile(paths.cluster);
  if (lines === undefined) return;
  const replacement = join(paths.dataDir, `postmaster.pid-${randomUUID()}`);
  await writeFile(replacement, [process.pid, ...lines.slice(1)].join('\n'), { flag: 'wx', mode: 0o600 });
  if (host.uid === 0) await chown(replacement, user.uid, user.gid);
  await rename(replacement, join(paths.cluster, 'postmaster.pid'));
}
