import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { isErrno } from './data-dir-error.js';

/** A process that is running. */
export interface ProcessFacts {
  readonly pid: number;
  /** Effective user id. */
  readonly uid: number;
  /** When it started, in the system's own notation: tells two processes that had one pid apart. */
  readonly startedAt: string;
  /** Program and arguments, separated by spaces. */
  readonly command: string;
}

/**
 * Looks a process up.
 *
 * @param pid - process id, positive
 * @returns its facts, or undefined when there is none or only a zombie, which holds no files any more
 */
export async function readProcess(pid: number): Promise<ProcessFacts | undefined> {
  return process.platform === 'linux' ? readFromProc(pid) : readFromPs(pid);
}

/** Field layout: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function readFromProc(pid: number): Promise<ProcessFacts | undefined> {
  const [stat, status, commandLine, bootId] = await Promise.all([
    readOrEmpty(`/proc/${pid}/stat`),
    readOrEmpty(`/proc/${pid}/status`),
    readOrEmpty(`/proc/${pid}/cmdline`),
    readOrEmpty('/proc/sys/kernel/random/boot_id'),
  ]);
  // The second field, the name in brackets, may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startTicks = fields[19];
  const uid = /^Uid:\t\d+\t(\d+)/m.exec(status)?.[1];
  if (startTicks === undefined || uid === undefined || state === 'Z' || state === 'X') return undefined;
  return {
    pid,
    uid: Number(uid),
    // Ticks count from the boot, so the boot is part of the time.
    startedAt: `${bootId.trim()}:${startTicks}`,
    command: commandLine.replaceAll('\0', ' ').trim(),
  };
}

/** Missing or unreadable files mean a process that is gone; any other trouble must not pass for that. */
async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ESRCH', 'EACCES')) return '';
    throw error;
  }
}

async function readFromPs(pid: number): Promise<ProcessFacts | undefined> {
  const line = await runPs(pid);
  // uid, state, "Mon Nov 23 15:05:06 2026", command
  const match = /^(-?\d+) +(\S+) +(\S+ +\S+ +\d+ +[\d:]+ +\d+) +(.*)$/.exec(line);
  if (match === null) return undefined;
  const [, uid = '', state = '', startedAt = '', command = ''] = match;
  if (state.startsWith('Z')) return undefined;
  // `ps` shows the uid of `nobody` on macOS as -2, other calls as 4294967294.
  return { pid, uid: Number(uid) >>> 0, startedAt, command };
}

async function runPs(pid: number): Promise<string> {
  const columns = ['-o', 'uid=', '-o', 'stat=', '-o', 'lstart=', '-o', 'command='];
  try {
    const env = { LC_ALL: 'C', TZ: 'UTC' };
    const { stdout } = await promisify(execFile)('/bin/ps', ['-ww', ...columns, '-p', String(pid)], { env });
    return stdout.trim();
  } catch (error) {
    // Its answer when there is no such process.
    if (error instanceof Error && 'code' in error && error.code === 1) return '';
    throw error;
  }
}
