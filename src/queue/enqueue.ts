import { errorMessageOf, TransientError } from '../errors.js';
import { QUEUE_NAMES, type QueueName } from '../model/work.js';
import type { JobQueue, QueueBackend } from './backend.js';
import { subjectIdOf, TOPOLOGY, type Payload } from './topology.js';

/** How many jobs of a queue are in which state. */
export type JobCounts = Readonly<Record<string, number>>;

/** The four work queues, from the side of those who make jobs. */
export interface WorkQueues {
  /**
   * Makes jobs. A job whose work is queued already is not made again.
   *
   * @throws TransientError `queue_unavailable`; the sweep makes the jobs later
   */
  enqueue<Name extends QueueName>(name: Name, payloads: readonly Payload<Name>[]): Promise<void>;
  counts(): Promise<Record<QueueName, JobCounts>>;
  /** Forgets all jobs: the tables know what is to be done. */
  obliterate(): Promise<void>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** One statement or round trip carries at most this many jobs. */
const BATCH = 500;

/** Failed jobs stay visible for a week, at most this many; quarantine keeps what matters. */
const KEEP_FAILED = { age: 7 * 86_400, count: 1_000 };

/** Opens the work queues on a backend. */
export function openWorkQueues(backend: QueueBackend): WorkQueues {
  const queues = Object.fromEntries(
    QUEUE_NAMES.map((name) => [
      name,
      backend.createQueue(name, {
        attempts: TOPOLOGY[name].attempts,
        backoff: { type: 'capped' },
        removeOnComplete: true,
        removeOnFail: KEEP_FAILED,
      }),
    ]),
  ) as Record<QueueName, JobQueue>;
  const all = Object.values(queues);
  return {
    enqueue: (name, payloads) => enqueue(queues[name], name, payloads),
    async counts() {
      const counts = await Promise.all(
        QUEUE_NAMES.map(async (name) => [name, await queues[name].getJobCounts()] as const),
      );
      return Object.fromEntries(counts) as Record<QueueName, JobCounts>;
    },
    async obliterate() {
      for (const queue of all) await queue.obliterate({ force: true });
    },
    async ready() {
      await Promise.all(all.map((queue) => queue.waitUntilReady()));
    },
    async close() {
      await Promise.all(all.map((queue) => queue.close()));
    },
  };
}

async function enqueue<Name extends QueueName>(
  queue: JobQueue,
  name: Name,
  payloads: readonly Payload<Name>[],
): Promise<void> {
  for (let from = 0; from < payloads.length; from += BATCH) {
    const jobs = payloads.slice(from, from + BATCH).map((payload) => ({
      name,
      data: payload,
      // Not a jobId: a kept failed job of that id would swallow every later one.
      opts: { deduplication: { id: deduplicationId(name, payload) } },
    }));
    try {
      await queue.addBulk(jobs);
    } catch (error) {
      throw new TransientError(
        'queue_unavailable',
        `Could not add jobs to the queue ${name}: ${errorMessageOf(error)}`,
        { cause: error },
      );
    }
  }
}

/** A re-tagging must not be swallowed by a first tagging that is still queued, or the other way round. */
function deduplicationId(name: QueueName, payload: Payload<QueueName>): string {
  const reason = 'reason' in payload ? `:${payload.reason}` : '';
  return `${name}:${subjectIdOf(payload)}${reason}`;
}
