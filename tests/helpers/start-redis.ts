import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePort } from './find-free-port.js';

/** A Redis that tests can have: a running one, or a program to start one. */
export type RedisSource =
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'binary'; readonly path: string };

export interface TestRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** Why a test that needs Redis was skipped. */
export const NO_REDIS = 'no redis-server on the PATH and no REDIS_URL';

/** `REDIS_URL`, else the first `redis-server` on the PATH; null when there is neither. */
export async function findRedis(): Promise<RedisSource | null> {
  const url = process.env.REDIS_URL;
  if (url !== undefined && url !== '') return { kind: 'url', url };
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'redis-server');
    if (await isExecutable(path)) return { kind: 'binary', path };
  }
  return null;
}

/**
 * Starts a Redis that keeps nothing on disk, on a free port; with `REDIS_URL`, uses the one that runs there.
 *
 * @throws Error when there is none (see `findRedis`), or when it does not start
 */
export async function startRedis(): Promise<TestRedis> {
  const source = await findRedis();
  if (source === null) throw new Error(NO_REDIS);
  return source.kind === 'url'
    ? { url: source.url, close: () => Promise.resolve() }
    : startServer(source.path);
}

async function startServer(path: string): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-redis-'));
  const port = await findFreePort();
  const server = spawn(
    path,
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(server, 'exit');
  const lines: string[] = [];
  const isReady = await new Promise<boolean>((resolve, reject) => {
    server.once('error', reject);
    createInterface(server.stdout)
      .on('line', (line) => {
        lines.push(line);
        if (line.includes('Ready to accept connections')) resolve(true);
      })
      .on('close', () => {
        resolve(false);
      });
  });
  if (!isReady) throw new Error(`redis-server did not start:\n${lines.join('\n')}`);
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      server.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
