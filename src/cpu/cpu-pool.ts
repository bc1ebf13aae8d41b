import { Piscina } from 'piscina';
import { errorMessageOf, PermanentError, TransientError } from '../errors.js';
import { createGate } from './gate.js';
import type { CpuAnswer, CpuTask, CpuTaskName, CpuTasks } from './cpu-task.js';

/** Runs parsing, extraction and tagging in worker threads, so that the event loop stays free. */
export interface CpuPool {
  /**
   * @throws PermanentError of the task itself
   * @throws TransientError `cpu_timeout` when it took too long (its thread is ended), `worker_crashed` when the
   *   thread died (out of memory)
   */
  run<Name extends CpuTaskName>(
    name: Name,
    input: CpuTasks[Name]['input'],
  ): Promise<CpuTasks[Name]['output']>;
  close(): Promise<void>;
}

export interface CpuPoolOptions {
  /** The compiled `cpu-worker.js`. */
  readonly workerFile: string;
  readonly threads: number;
  /** Longest time in a thread, in milliseconds. */
  readonly timeoutMs: number;
}

/** Heap of one thread: what keeps a hostile page from taking the process with it. */
const THREAD_HEAP_MB = 256;

/** Starts the pool; threads start when there is work and end when there was none for a while. */
export function startCpuPool(options: CpuPoolOptions): CpuPool {
  const pool = new Piscina<CpuTask, CpuAnswer>({
    filename: options.workerFile,
    minThreads: 0,
    maxThreads: options.threads,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
  });
  // The clock of a task starts when a thread is free for it: waiting is no fault of the task.
  const gate = createGate(options.threads);
  return {
    async run(name, input) {
      await gate.enter();
      try {
        const answer = await runTask(pool, { name, input } as CpuTask, options.timeoutMs);
        if (!answer.ok) {
          throw new PermanentError(answer.error.code, answer.error.message, {
            context: answer.error.context,
          });
        }
        // The worker answers each name with that name's output; the union can't say so.
        return answer.output;
      } finally {
        gate.leave();
      }
    },
    close: () => pool.destroy(),
  };
}

async function runTask(
  pool: Piscina<CpuTask, CpuAnswer>,
  task: CpuTask,
  timeoutMs: number,
): Promise<CpuAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    return await pool.run(task, { signal: deadline });
  } catch (error) {
    if (deadline.aborted) {
      throw new TransientError('cpu_timeout', `${task.name} took more than ${timeoutMs} ms and was stopped`, {
        cause: error,
        context: { task: task.name, timeoutMs },
      });
    }
    if (isThreadDeath(error)) {
      throw new TransientError(
        'worker_crashed',
        `The thread of ${task.name} died: ${errorMessageOf(error)}`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

function isThreadDeath(error: unknown): boolean {
  return (
    error instanceof Error &&
    (('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') ||
      /terminat|worker.*exit/i.test(error.message))
  );
}
