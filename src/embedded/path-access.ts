import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Owner } from './server-user.js';

/** Permission bits of one class of users, as in `rwx`. */
const ENTER = 0o1;
const READ_AND_RUN = 0o5;

/**
 * Finds what keeps a user from a directory.
 *
 * @param path - absolute path of an existing directory, symbolic links resolved
 * @param user - any user but root
 * @returns the topmost directory on the way, itself included, that the user may not enter, or undefined
 */
export async function findClosedDirectory(path: string, user: Owner): Promise<string | undefined> {
  const parent = dirname(path);
  const closedAbove = parent === path ? undefined : await findClosedDirectory(parent, user);
  if (closedAbove !== undefined) return closedAbove;
  return (await isAllowed(path, user, ENTER)) ? undefined : path;
}

/**
 * Whether a user may run a program, going by its own and its directories' permissions.
 *
 * @param path - absolute path of an existing file, symbolic links resolved
 * @param user - any user but root
 */
export async function canRun(path: string, user: Owner): Promise<boolean> {
  const closed = await findClosedDirectory(dirname(path), user);
  return closed === undefined && (await isAllowed(path, user, READ_AND_RUN));
}

/** Access control lists are not asked: where they alone decide, the permission bits are the cautious answer. */
async function isAllowed(path: string, user: Owner, wanted: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
