import { readlink, rm, symlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { FatalError } from '../errors.js';
import { isErrno } from './data-dir-error.js';
import { isMarkAlive, markOfSelf, type ProcessMark } from './process-mark.js';

const POLL_MS = 25;

/**
 * Longest wait for another process. It covers the slowest thing done under the lock: a first start,
 * or recovery after a crash, on a slow disk.
 */
const WAIT_LIMIT_MS = 300_000;

/**
 * Runs `work` while no other process (and no other call in this one) runs work under the same lock.
 *
 * The lock is a symbolic link whose target text is the holder's mark: made, filled and tested in one
 * atomic step. The lock of a process that died is taken over.
 *
 * @param lockFile - path of the lock; its directory must exist
 * @param work - what to run; the lock is released when it settles
 * @returns what `work` returns
 * @throws FatalError `database_in_use` when a living process holds the lock for five minutes
 */
export async function withExclusiveLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  await acquireLock(lockFile);
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function acquireLock(lockFile: string): Promise<void> {
  const mark = await markOfSelf();
  const deadline = performance.now() + WAIT_LIMIT_MS;
  while (!(await tryLink(mark, lockFile))) {
    const holder = await readHolder(lockFile);
    if (holder === undefined) continue;
    if (!(await isMarkAlive(holder))) {
      await breakLock(lockFile, holder);
    } else if (performance.now() > deadline) {
      throw new FatalError(
        'database_in_use',
        `Process ${holder} has held ${lockFile} for too long; end it and try again.`,
        {
          context: { lockFile },
        },
      );
    } else {
      await delay(POLL_MS);
    }
  }
}

/**
 * Removes the lock of a dead process. Breakers take turns under a lock of their own: without it, a
 * slow breaker could remove the lock that a quick one has taken in the meantime.
 */
async function breakLock(lockFile: string, deadHolder: ProcessMark): Promise<void> {
  await withExclusiveLock(`${lockFile}.break`, async () => {
    if ((await readHolder(lockFile)) === deadHolder) await rm(lockFile, { force: true });
  });
}

async function tryLink(mark: ProcessMark, lockFile: string): Promise<boolean> {
  try {
    await symlink(mark, lockFile);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** The mark in the lock, or undefined when it was released meanwhile. */
async function readHolder(lockFile: string): Promise<ProcessMark | undefined> {
  try {
    return await readlink(lockFile);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    // Something else than our link lies there: nobody's lock, so a dead one.
    if (isErrno(error, 'EINVAL')) return '';
    throw error;
  }
}
