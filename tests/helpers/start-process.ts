import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A running program and what it has written so far. */
export interface StartedProcess {
  /** Standard output and standard error, as they came. */
  output(): string;
  /** Resolves when it has ended. @returns its exit code; null if a signal killed it */
  readonly ended: Promise<number | null>;
  /** Sends SIGTERM and waits. @returns the exit code; null if the signal killed it */
  stop(): Promise<number | null>;
}

export interface ProcessOptions {
  readonly cwd: string;
  /** The whole environment; only PATH and HOME are handed on beside it. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a program. The caller ends it. */
export function startProcess(command: readonly string[], { cwd, env }: ProcessOptions): StartedProcess {
  const [file = '', ...args] = command;
  const { PATH, HOME } = process.env;
  const child = spawn(file, args, { cwd, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  // `close` comes after `exit`, when all of the output is there.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    output: () => output,
    ended,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/**
 * Runs a program to its end.
 *
 * @returns what it wrote
 * @throws Error with what it wrote, when it fails
 */
export async function runProgram(command: readonly string[], options: ProcessOptions): Promise<string> {
  const started = startProcess(command, options);
  const code = await started.ended;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}:\n${started.output()}`);
  return started.output();
}
