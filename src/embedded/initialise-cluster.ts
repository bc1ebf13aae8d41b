import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseFailure } from './database-failure.js';
import { NEW_CLUSTER_PREFIX } from './data-paths.js';
import type { Binaries } from './prepare-binaries.js';
import type { ServerHome } from './server-home.js';
import { INITIAL_SETTINGS } from './server-settings.js';
import { lendIdentity } from './server-user.js';

/** The superuser, and the database, that a new cluster gets. */
export const DATABASE_USER = 'wirewatch';
export const DATABASE_NAME = 'wirewatch';

/** What the programs of PostgreSQL see of the environment: their messages in English, times in UTC. */
export const PROGRAM_ENV = { LC_ALL: 'C', TZ: 'UTC' };

/** How much of a program's output an error shows. */
const MAX_OUTPUT_CHARS = 2_000;

/**
 * The built-in C.UTF-8 locale sorts by code point, knows every letter's case, and can't change with
 * the C library's version, which would corrupt indexes.
 * https://www.postgresql.org/docs/18/locale.html#LOCALE-PROVIDERS
 */
const INITDB_OPTIONS = [
  ['--username', DATABASE_USER],
  // Whoever can open the socket, in a directory of mode 0700, is the user already.
  ['--auth-local', 'trust'],
  ['--auth-host', 'reject'],
  ['--encoding', 'UTF8'],
  ['--locale-provider', 'builtin'],
  ['--builtin-locale', 'C.UTF-8'],
  ['--locale', 'C'],
  ['--no-instructions'],
  ...Object.entries(INITIAL_SETTINGS).map(([name, value]) => ['--set', `${name}=${value}`]),
].flat();

/**
 * Makes a new cluster with its database. It gets its final name when it is whole and on disk, so one
 * that was cut short is never used; such leftovers are removed. Call it under the lock.
 *
 * @param home - the data directory and the server's user
 * @param binaries - PostgreSQL's programs
 * @throws FatalError `database_start_failed` or `data_dir_unusable` (disk full) with what initdb said
 */
export async function initialiseCluster(home: ServerHome, binaries: Binaries): Promise<void> {
  const { dataDir, cluster } = home.paths;
  await removeUnfinished(dataDir);
  const unfinished = join(dataDir, `${NEW_CLUSTER_PREFIX}${randomUUID()}`);
  await mkdir(unfinished, { mode: 0o700 });
  try {
    if (home.host.uid === 0) await chown(unfinished, home.user.uid, home.user.gid);
    await runProgram(home, binaries.initdb, ['--pgdata', unfinished, ...INITDB_OPTIONS], '');
    const createDatabase = `create database ${DATABASE_NAME}\n`;
    await runProgram(home, binaries.postgres, ['--single', '-D', unfinished, 'postgres'], createDatabase);
    await rename(unfinished, cluster);
    await syncDirectory(dataDir);
  } finally {
    // After success nothing has this name; after a failure a full disk gets its room back.
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** An initdb whose starter was killed may still write: removing waits until it gives up. */
async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(NEW_CLUSTER_PREFIX)) continue;
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Runs a program as the server's user to its end; everything it prints is kept for the error. */
async function runProgram(home: ServerHome, program: string, args: string[], input: string): Promise<void> {
  let output = '';
  const status = await new Promise<number | string | null>((resolve) => {
    const child = spawn(program, args, {
      cwd: home.paths.dataDir,
      env: PROGRAM_ENV,
      stdio: 'pipe',
      ...lendIdentity(home.host, home.user),
    });
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-MAX_OUTPUT_CHARS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // A program that ends before it reads its input is judged by its exit status.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('close', (code, signalName) => {
      resolve(code ?? signalName);
    });
  });
  if (status === 0 && !/\b(?:ERROR|FATAL|PANIC): /.test(output)) return;
  throw databaseFailure(`${program} (ended with ${String(status)})`, output.trim(), home.paths.dataDir);
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
