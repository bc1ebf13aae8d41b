import { createPostgresBackend, Queue, withBackend, Worker, type WorkerOptions } from 'bullmq';
import type { Job, Processor, QueueOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { DatabaseConnection } from '../model/connection.js';

/** Where the jobs are kept. */
export type QueueStore =
  | { readonly kind: 'postgres'; readonly connection: DatabaseConnection }
  | { readonly kind: 'redis'; readonly url: string };

/** The part of a BullMQ queue that we use: the same on both stores. */
export type JobQueue = Pick<
  Queue,
  'add' | 'addBulk' | 'close' | 'getJobCounts' | 'obliterate' | 'upsertJobScheduler' | 'waitUntilReady' | 'on'
>;

/** The part of a BullMQ worker that we use. */
export type JobWorker = Pick<Worker<unknown, string>, 'close' | 'on' | 'waitUntilReady'>;

export type JobOfWorker = Job<unknown, string>;

/** Makes queues and workers on the chosen store. Nothing else knows which one it is. */
export interface QueueBackend {
  readonly kind: QueueStore['kind'];
  createQueue(name: string, jobDefaults: QueueOptions['defaultJobOptions']): JobQueue;
  createWorker(
    name: string,
    processor: Processor<unknown, string>,
    options: Omit<WorkerOptions, 'connection' | 'prefix'>,
  ): JobWorker;
  close(): Promise<void>;
}

/** Connections per queue and per worker: a job costs a few short statements. */
const CONNECTIONS_PER_QUEUE = 2;
const CONNECTIONS_PER_WORKER = 3;

/**
 * Chooses the store.
 *
 * @param store - where the jobs are kept
 * @param prefix - keeps installations apart: Postgres schema `<prefix>_queue`, Redis keys `{<prefix>}:…`
 * @param onError - told of connections that break; they come back by themselves
 */
export function openQueueBackend(
  store: QueueStore,
  prefix: string,
  onError: (error: Error) => void,
): QueueBackend {
  return store.kind === 'redis'
    ? openRedisBackend(store.url, prefix, onError)
    : openPostgresBackend(store.connection, prefix, onError);
}

function openPostgresBackend(
  connection: DatabaseConnection,
  prefix: string,
  onError: (error: Error) => void,
): QueueBackend {
  const bull = withBackend(createPostgresBackend);
  const pool = (max: number) => ({ ...connection, max, schema: `${prefix}_queue`, migrate: true });
  return {
    kind: 'postgres',
    createQueue(name, jobDefaults) {
      const queue = new bull.Queue(name, {
        connection: pool(CONNECTIONS_PER_QUEUE),
        ...(jobDefaults === undefined ? {} : { defaultJobOptions: jobDefaults }),
      });
      queue.on('error', onError);
      // Both stores share BullMQ's classes; only the type of the connection differs.
      return queue as unknown as JobQueue;
    },
    createWorker(name, processor, options) {
      const worker = new bull.Worker(name, processor, {
        ...options,
        connection: pool(CONNECTIONS_PER_WORKER),
      });
      worker.on('error', onError);
      return worker as unknown as JobWorker;
    },
    close: () => Promise.resolve(),
  };
}

function openRedisBackend(url: string, prefix: string, onError: (error: Error) => void): QueueBackend {
  // Workers block on their connection and must wait out a restart: BullMQ asks for `maxRetriesPerRequest: null`.
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: false });
  redis.on('error', onError);
  // The braces make all keys of a queue hash to one slot of a Redis Cluster.
  const keys = { connection: redis, prefix: `{${prefix}}` };
  return {
    kind: 'redis',
    createQueue(name, jobDefaults) {
      const queue = new Queue(name, {
        ...keys,
        ...(jobDefaults === undefined ? {} : { defaultJobOptions: jobDefaults }),
      });
      queue.on('error', onError);
      return queue;
    },
    createWorker(name, processor, options) {
      const worker = new Worker<unknown, string>(name, processor, { ...options, ...keys });
      worker.on('error', onError);
      return worker;
    },
    async close() {
      await redis.quit().catch(() => {
        redis.disconnect();
      });
    },
  };
}
