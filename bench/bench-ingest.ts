import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createServer } from 'node:net';
import { makeScratchDir } from '../demo/scratch-dir.js';

/** What one case measured. */
export type IngestReport =
  | {
      readonly backend: 'postgres' | 'redis';
      readonly published: number;
      readonly stored: number;
      readonly tagged: number;
      readonly seconds: number;
      readonly articlesPerSecond: number;
      readonly jobsPerSecond: number;
      /** Share of the summed time of all jobs, by stage. */
      readonly stageShare: Readonly<Record<string, number>>;
      readonly peakMemoryMb: number;
    }
  | { readonly backend: 'postgres' | 'redis'; readonly skipped: string };

export interface IngestCase {
  readonly backend: 'postgres' | 'redis';
  readonly stories: number;
}

/** Runs one case: newsroom, store and pipeline each in a process of its own, all of them fresh. */
export async function benchIngest(options: IngestCase): Promise<IngestReport> {
  const scratch = await makeScratchDir();
  const children: ChildProcess[] = [];
  try {
    let redisUrl = '';
    if (options.backend === 'redis') {
      const redis = await startRedis(scratch.path);
      if (redis === null) return { backend: options.backend, skipped: 'redis-server is not on the path' };
      children.push(redis.child);
      redisUrl = redis.url;
    }
    const newsroom = spawnScript('newsroom-process.js', [String(options.stories)], {});
    children.push(newsroom);
    const description = join(scratch.path, 'newsroom.json');
    await writeFile(description, await firstLine(newsroom));
    const pipeline = spawnScript('ingest-process.js', [description], {
      WIREWATCH_DATA_DIR: scratch.path,
      DATABASE_URL: '',
      REDIS_URL: redisUrl,
    });
    children.push(pipeline);
    const report = JSON.parse(await firstLine(pipeline)) as Omit<
      Exclude<IngestReport, { skipped: string }>,
      'backend'
    >;
    await once(pipeline, 'exit');
    return { backend: options.backend, ...report };
  } finally {
    for (const child of children.filter((one) => one.exitCode === null)) {
      child.kill();
      await once(child, 'exit');
    }
    await scratch.remove();
  }
}

function spawnScript(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const script = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  // Spawned with a pipe for stdout.
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) return line;
  throw new Error(`${child.spawnargs.join(' ')} ended without a result`);
}

async function startRedis(scratch: string): Promise<{ child: ChildProcess; url: string } | null> {
  const found = await promisify(execFile)('redis-server', ['--version']).catch(() => null);
  if (found === null) return null;
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', scratch],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  return { child, url: `redis://127.0.0.1:${port}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
