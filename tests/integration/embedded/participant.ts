import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { EmbeddedPostgres } from '../../../src/embedded/start-embedded-postgres.js';

/** A process of its own that takes part in a server. */
export interface Participant {
  readonly server: Omit<EmbeddedPostgres, 'close'>;
  /** Lets it leave, and waits for its end. */
  close(): Promise<void>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
}

/** Someone that a root process can run programs as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The conventional ids of `nobody` on Linux. */
export const NOBODY: SystemUser = { uid: 65534, gid: 65534 };

/** Why this process can't run Node as `nobody`; undefined when it can. */
export function reasonAgainstNobody(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can run programs as another user';
  const { status } = spawnSync(process.execPath, ['--version'], { ...NOBODY, cwd: '/' });
  return status === 0 ? undefined : `${process.execPath} can't be run by other users`;
}

/**
 * Starts a participant and waits until it has a server.
 *
 * @param checkout - from `makeCheckout`
 * @param dataDir - the data directory
 * @param user - whom to run it as; else the user of the tests
 * @throws Error with the participant's error code and message
 */
export async function spawnParticipant(
  checkout: string,
  dataDir: string,
  user?: SystemUser,
): Promise<Participant> {
  const child = startProgram(checkout, dataDir, user);
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  const answer = JSON.parse(line ?? '{"code":"silent","message":"ended without a word"}') as
    Participant['server'] | { code: string; message: string };
  if ('code' in answer) throw new Error(`${answer.code}: ${answer.message}`);
  const ended = once(child, 'exit');
  return {
    server: answer,
    close: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * Starts a participant without waiting for its server. It is killed when the test ends.
 *
 * @returns the process
 */
export function startProgram(checkout: string, dataDir: string, user?: SystemUser) {
  const program = join(checkout, 'dist/tests/integration/embedded/participant-program.js');
  const child = spawn(process.execPath, [program, dataDir], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    ...user,
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}
