import { FatalError } from '../errors.js';
import { readProcess } from './read-process.js';

/**
 * A mark names one process for good: its pid and start time, so that a later process that is given
 * the same pid is not mistaken for it. It is one line of text, as locks and participant files hold it.
 */
export type ProcessMark = string;

/**
 * The mark of the calling process.
 *
 * @throws FatalError `platform_unsupported` where processes can't be looked up
 */
export async function markOfSelf(): Promise<ProcessMark> {
  const self = await readProcess(process.pid);
  if (self === undefined) {
    throw new FatalError(
      'platform_unsupported',
      'The built-in PostgreSQL needs to see which processes run: mount /proc, or set DATABASE_URL.',
    );
  }
  return `${self.pid} ${self.startedAt}`;
}

/**
 * Whether the process that a mark names still runs.
 *
 * @param mark - text from `markOfSelf`; anything else counts as a process that is gone
 */
export async function isMarkAlive(mark: ProcessMark): Promise<boolean> {
  const [, pid, startedAt] = /^(\d{1,10}) (.*)$/.exec(mark) ?? [];
  if (pid === undefined || Number(pid) === 0) return false;
  const found = await readProcess(Number(pid));
  return found?.startedAt === startedAt;
}
