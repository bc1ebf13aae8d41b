import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { isErrno } from './data-dir-error.js';

/** A link that npm could not pack: `target` is the link's own path, `source` what it points to. */
interface PackedLink {
  readonly source: string;
  readonly target: string;
}

/**
 * Lists the library links that are missing from a binary package. npm packs no symbolic links: the
 * package lists them in a file, and its install script, which npm 11 does not run unasked, makes them.
 *
 * @param root - the package's directory
 */
export async function findMissingLinks(root: string): Promise<PackedLink[]> {
  const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as PackedLink[];
  const present = await Promise.all(links.map(({ target }) => isPresent(join(root, target))));
  return links.filter((_, index) => present[index] === false);
}

/**
 * Makes missing links. Others may be making them at the same time.
 *
 * @param root - the package's directory, or a copy of it
 * @param links - from `findMissingLinks`
 * @throws the file system's error when the directory can't be written
 */
export async function restoreLinks(root: string, links: readonly PackedLink[]): Promise<void> {
  for (const { source, target } of links) {
    try {
      await symlink(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
  }
}

async function isPresent(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
