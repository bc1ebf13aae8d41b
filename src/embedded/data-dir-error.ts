import { FatalError } from '../errors.js';

/** Whether something thrown is a system error with one of these codes, such as `ENOENT`. */
export function isErrno(thrown: unknown, ...codes: string[]): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'code' in thrown && codes.includes(String(thrown.code));
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written by this user',
  EPERM: 'it may not be written by this user',
  EROFS: 'it lies on a read-only file system',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of its path is not a directory',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'it vanished',
  ELOOP: 'its path is a circle of symbolic links',
  ENAMETOOLONG: 'its path is too long',
};

/**
 * Turns what the file system says about the data directory into an error for people.
 *
 * @param thrown - what was caught
 * @param dataDir - the data directory
 * @returns a FatalError `data_dir_unusable` for system errors; anything else as it was
 */
export function toDataDirError(thrown: unknown, dataDir: string): unknown {
  if (!isErrno(thrown, ...Object.keys(REASONS))) return thrown;
  const reason = REASONS[thrown.code ?? ''] ?? thrown.message;
  return new FatalError(
    'data_dir_unusable',
    `The data directory ${dataDir} can't be used: ${reason} (${thrown.message}). ` +
      'Mend that, or name another directory in WIREWATCH_DATA_DIR.',
    { context: { dataDir }, cause: thrown },
  );
}
