import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** Above this size the log is cut; weeks of a healthy server, minutes of one that complains all the time. */
const MAX_LOG_BYTES = 4 * 1024 * 1024;

/** What stays when it is cut: enough to see what led to the end. */
const KEPT_LOG_BYTES = 256 * 1024;

/** How much of the log an error shows. */
const TAIL_BYTES = 2_000;

/**
 * Opens the log for a server to write to. Append mode makes every line go to the end of the file even
 * after it was cut; links are not followed, since root may write here in another user's directory.
 *
 * @param file - path of the log, created when missing
 */
export async function openLog(file: string): Promise<FileHandle> {
  const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW } = constants;
  return open(file, O_APPEND | O_CREAT | O_RDWR | O_NOFOLLOW, 0o600);
}

/**
 * Cuts the log down to its last part when it has grown too long, whether or not a server writes to it.
 * A line written in the same moment may be lost.
 *
 * @param file - path of the log, created when missing
 */
export async function trimLog(file: string): Promise<void> {
  const log = await openLog(file);
  try {
    const { size } = await log.stat();
    if (size <= MAX_LOG_BYTES) return;
    const kept = await readEnd(log, KEPT_LOG_BYTES);
    await log.truncate();
    await log.appendFile(kept.slice(kept.indexOf('\n') + 1));
  } finally {
    await log.close();
  }
}

/**
 * Reads the last lines of the log.
 *
 * @param log - from `openLog`
 * @param fromByte - what lies before is another start's
 * @returns at most 2,000 bytes of text, trimmed
 */
export async function readLogTail(log: FileHandle, fromByte: number): Promise<string> {
  const { size } = await log.stat();
  return (await readEnd(log, Math.min(TAIL_BYTES, Math.max(0, size - fromByte)))).trim();
}

async function readEnd(log: FileHandle, bytes: number): Promise<string> {
  const { size }: Stats = await log.stat();
  const length = Math.min(bytes, size);
  const { buffer, bytesRead } = await log.read(Buffer.alloc(length), 0, length, size - length);
  return buffer.toString('utf8', 0, bytesRead);
}
