import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './data-dir-error.js';
import { isMarkAlive, markOfSelf, type ProcessMark } from './process-mark.js';

/**
 * Notes that this process uses the server. Call it under the lock.
 *
 * @param directory - where participant files lie
 * @returns the file to remove when the process leaves
 */
export async function registerParticipant(directory: string): Promise<string> {
  const file = join(directory, `${process.pid}-${randomUUID()}`);
  await writeFile(file, await markOfSelf(), { flag: 'wx', mode: 0o644 });
  return file;
}

/**
 * Lists who uses the server.
 *
 * @param directory - where participant files lie
 * @returns the files of processes that live, and of those that died without leaving
 */
export async function listParticipants(directory: string): Promise<{ alive: string[]; dead: string[] }> {
  const names = await readdir(directory);
  const alive: string[] = [];
  const dead: string[] = [];
  for (const name of names) {
    const file = join(directory, name);
    ((await isMarkAlive(await readMark(file))) ? alive : dead).push(file);
  }
  return { alive, dead };
}

/**
 * Clears away the files of processes that died. Call it under the lock.
 *
 * @param directory - where participant files lie
 * @returns how many participants live
 */
export async function pruneParticipants(directory: string): Promise<number> {
  const { alive, dead } = await listParticipants(directory);
  await Promise.all(dead.map((file) => rm(file, { force: true })));
  return alive.length;
}

/** A participant that leaves while the files are read, as may happen without the lock, has no mark. */
async function readMark(file: string): Promise<ProcessMark> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return '';
    throw error;
  }
}
