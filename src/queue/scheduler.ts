import type { JobWorker, QueueBackend } from './backend.js';

/** Work that comes back by the clock, once per period in the whole installation. */
export interface ScheduledTask {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

/** A running scheduler. */
export interface Scheduler {
  close(): Promise<void>;
}

/** A task that a dead process held is taken over after this time. */
const LOCK_MS = 10_000;

/** Tasks that share a clock wait for one another: those that ask others have one of their own. */
export type ClockName = 'schedule' | 'websub';

/**
 * Registers the tasks as BullMQ job schedulers and works them off, one at a time. Any number of processes may
 * run a scheduler: each period's job goes to one of them.
 *
 * @param clock - the queue of its own that they are kept in
 * @param onFailure - told when a task throws; its next period comes all the same
 */
export async function runScheduler(
  backend: QueueBackend,
  clock: ClockName,
  tasks: readonly ScheduledTask[],
  onFailure: (task: string, error: unknown) => void,
): Promise<Scheduler> {
  const queue = backend.createQueue(clock, { removeOnComplete: true, removeOnFail: { count: 100 } });
  for (const task of tasks) {
    await queue.upsertJobScheduler(task.name, { every: task.everyMs }, { name: task.name });
  }
  const worker: JobWorker = backend.createWorker(
    clock,
    async (job) => {
      const task = tasks.find((candidate) => candidate.name === job.name);
      try {
        await task?.run();
      } catch (error) {
        onFailure(job.name, error);
        throw error;
      }
      return task === undefined ? 'unknown' : 'done';
    },
    {
      concurrency: 1,
      // A process that died with a task should not hold the clock up for long; one that lives renews its lock.
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      // However often that happens, the task must come back: a failed one would not be scheduled again.
      maxStalledCount: 1_000_000,
    },
  );
  return {
    async close() {
      await worker.close();
      await queue.close();
    },
  };
}
