import {
  chmod,
  constants,
  copyFile,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './data-dir-error.js';
import { BINARIES_PREFIX } from './data-paths.js';
import type { BinaryPackage } from './locate-binaries.js';
import { canRun } from './path-access.js';
import { findMissingLinks, restoreLinks } from './restore-links.js';
import type { ServerHome } from './server-home.js';

/** PostgreSQL's programs, ready for the server's user to run. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Readies the programs: those in `node_modules` where the server's user can run them and their links
 * are there or can be made; else a copy in the data directory, made once per version.
 * Call it under the lock and while no server runs.
 *
 * @param source - the npm package
 * @param home - the data directory and the server's user
 */
export async function prepareBinaries(source: BinaryPackage, home: ServerHome): Promise<Binaries> {
  const root = (await isUsableInPlace(source, home))
    ? source.root
    : await copyOnce(source, home.paths.dataDir);
  const directory = join(root, 'native', 'bin');
  return { postgres: join(directory, 'postgres'), initdb: join(directory, 'initdb') };
}

async function isUsableInPlace({ root }: BinaryPackage, { host, user }: ServerHome): Promise<boolean> {
  if (host.uid === 0 && !(await canRun(join(root, 'native', 'bin', 'postgres'), user))) return false;
  try {
    await restoreLinks(root, await findMissingLinks(root));
    return true;
  } catch (error) {
    if (isErrno(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw error;
  }
}

/** Copies to a name of its own first, so that a copy cut short is never taken for a whole one. */
async function copyOnce({ root, version }: BinaryPackage, dataDir: string): Promise<string> {
  const name = `${BINARIES_PREFIX}${version}`;
  const target = join(dataDir, name);
  for (const other of await readdir(dataDir)) {
    if (other.startsWith(BINARIES_PREFIX) && other !== name)
      await rm(join(dataDir, other), { recursive: true });
  }
  if (await isDirectory(target)) return target;
  const unfinished = `${target}.new-${process.pid}`;
  await mkdir(unfinished, { mode: 0o755 });
  await copyReadable(join(root, 'native'), join(unfinished, 'native'));
  await restoreLinks(unfinished, await findMissingLinks(unfinished));
  await chmod(unfinished, 0o755);
  await rename(unfinished, target);
  return target;
}

/** Copies a directory and opens it for everyone to read: the original may be closed by a strict umask. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await copyReadable(source, target);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      const { mode } = await stat(source);
      await chmod(target, (mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
