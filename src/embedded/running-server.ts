import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isErrno } from './data-dir-error.js';
import { readProcess } from './read-process.js';
import type { ServerHome } from './server-home.js';

/** A server process that lives, though perhaps not ready yet. */
export interface RunningServer {
  readonly pid: number;
  readonly startedAt: string;
  readonly port: number;
  readonly socketDir: string;
  /** As the server writes it: `starting`, `ready` or `stopping`; empty in its first moments. */
  readonly status: string;
}

/** How often a server is looked at while waiting for it. Starting takes about 100 ms. */
export const POLL_MS = 20;

/**
 * Reads a cluster's `postmaster.pid`.
 * Lines: https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/include/utils/pidfile.h
 *
 * @param cluster - the cluster's directory
 * @returns its lines, or undefined when there is none
 */
export async function readPidFile(cluster: string): Promise<string[] | undefined> {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Finds the server of a data directory. The process that `postmaster.pid` names must run as the
 * server's user and with this cluster as an argument: after a crash its pid may be somebody else's.
 *
 * @returns the server, or undefined when none runs
 */
export async function findRunningServer({ paths, user }: ServerHome): Promise<RunningServer | undefined> {
  const lines = await readPidFile(paths.cluster);
  if (lines === undefined) return undefined;
  const [pid = '', , , port = '', socketDir = '', , , status = ''] = lines;
  if (!/^[1-9]\d*$/.test(pid)) return undefined;
  const found = await readProcess(Number(pid));
  if (found?.uid !== user.uid || !found.command.includes(`-D ${paths.cluster} `)) return undefined;
  return { pid: found.pid, startedAt: found.startedAt, port: Number(port), socketDir, status: status.trim() };
}

/**
 * Waits for a server process to end.
 *
 * @param limitMs - longest wait
 * @returns whether it ended
 */
export async function waitUntilGone(server: RunningServer, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while ((await readProcess(server.pid))?.startedAt === server.startedAt) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
