import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh directory for one run. */
export interface ScratchDir {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Makes a directory that a database server of another user can enter: run by root, the server is not root's.
 * What lies inside is closed to others by the server itself.
 */
export async function makeScratchDir(): Promise<ScratchDir> {
  const path = await mkdtemp(join(tmpdir(), 'wirewatch-'));
  if (process.getuid?.() === 0) await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
