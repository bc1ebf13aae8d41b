import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.js';
import { openQueueBackend, type QueueBackend, type JobWorker } from '../../../src/queue/backend.js';
import { openWorkQueues, type WorkQueues } from '../../../src/queue/enqueue.js';
import { runWorker, type WorkerEvent } from '../../../src/queue/run-worker.js';
import { runScheduler } from '../../../src/queue/scheduler.js';
import { BACKENDS, startServices, type Services } from '../../helpers/pipeline.js';
import { eventually } from '../../helpers/eventually.js';
import { NO_REDIS } from '../../helpers/start-redis.js';

let fresh = 0;

describe.each(BACKENDS)('work queues on %s', (kind) => {
  let services: Services | null;
  let backend: QueueBackend;
  let queues: WorkQueues;
  const workers: JobWorker[] = [];

  beforeAll(async () => {
    services = await startServices(kind);
  });
  afterAll(async () => {
    await services?.close();
  });
  beforeEach(async (ctx) => {
    if (services === null) return ctx.skip(NO_REDIS);
    fresh += 1;
    const { environment, database } = services;
    backend = openQueueBackend(
      kind === 'redis'
        ? { kind, url: environment.REDIS_URL ?? '' }
        : { kind, connection: database.connection },
      `queue_test_${process.pid}_${fresh}`,
      () => undefined,
    );
    queues = openWorkQueues(backend);
    await queues.ready();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    await queues.close();
    await backend.close();
  });

  function startWorker(
    handle: (articleId: string) => Promise<string>,
    settings: { deadlineMs?: number } = {},
  ) {
    const events: WorkerEvent[] = [];
    const givenUp: { subjectId: string; attempts: number; error: unknown }[] = [];
    const fatal: unknown[] = [];
    workers.push(
      runWorker(backend, {
        name: 'articles',
        concurrency: 4,
        retryBaseMs: 20,
        throttleDeadlineMs: settings.deadlineMs ?? 60_000,
        handle: ({ articleId }) => handle(articleId),
        giveUp: ({ subjectId, attempts }, error) => {
          givenUp.push({ subjectId, attempts, error });
          return Promise.resolve();
        },
        observe: (event) => events.push(event),
        onFatal: (error) => fatal.push(error),
      }),
    );
    return { events, givenUp, fatal };
  }

  const outcomes = (events: readonly WorkerEvent[]) =>
    events.map((event) => (event.kind === 'done' ? event.outcome : event.decision));

  it('hands each payload to a worker once', async () => {
    const seen: string[] = [];
    const { events } = startWorker((id) => {
      seen.push(id);
      return Promise.resolve('stored');
    });
    await queues.enqueue(
      'articles',
      Array.from({ length: 700 }, (_, index) => ({ articleId: String(index) })),
    );
    await eventually('700 jobs', () => Promise.resolve(events.length === 700 ? true : undefined));
    expect(new Set(seen).size).toBe(700);
    expect(new Set(outcomes(events))).toEqual(new Set(['stored']));
  });

  it('does not make a job twice while one is waiting, and makes it again once it ended', async () => {
    await queues.enqueue('articles', [{ articleId: '1' }]);
    await queues.enqueue('articles', [{ articleId: '1' }, { articleId: '2' }]);
    const seen: string[] = [];
    const { events } = startWorker((id) => {
      seen.push(id);
      return Promise.resolve('stored');
    });
    await eventually('two jobs', () => Promise.resolve(events.length === 2 ? true : undefined));
    await eventually('an empty queue', async () => {
      const { articles } = await queues.counts();
      return (articles.active ?? 0) + (articles.waiting ?? 0) === 0 ? true : undefined;
    });
    await queues.enqueue('articles', [{ articleId: '1' }]);
    await eventually('a third job', () => Promise.resolve(events.length === 3 ? true : undefined));
    expect(seen.sort()).toEqual(['1', '1', '2']);
  });

  it('tries a transient failure again until it heals', async () => {
    let tries = 0;
    const { events, givenUp } = startWorker(() => {
      tries += 1;
      if (tries < 4) return Promise.reject(new TransientError('http_5xx', 'not yet'));
      return Promise.resolve('stored');
    });
    await queues.enqueue('articles', [{ articleId: '1' }]);
    await eventually('success', () =>
      Promise.resolve(outcomes(events).includes('stored') ? true : undefined),
    );
    expect(outcomes(events)).toEqual(['retry', 'retry', 'retry', 'stored']);
    expect(givenUp).toEqual([]);
  });

  it('gives a transient failure up when its attempts are used', async () => {
    const { events, givenUp } = startWorker(() => Promise.reject(new TransientError('timeout', 'never')));
    await queues.enqueue('articles', [{ articleId: '7' }]);
    await eventually('giving up', () => Promise.resolve(givenUp[0]));
    expect(givenUp).toMatchObject([{ subjectId: '7', attempts: 8 }]);
    expect(outcomes(events)).toEqual([...Array.from({ length: 7 }, () => 'retry'), 'give-up']);
  });

  it('gives a permanent failure up at once', async () => {
    const { events, givenUp } = startWorker(() =>
      Promise.reject(new PermanentError('http_404', 'no such page')),
    );
    await queues.enqueue('articles', [{ articleId: '7' }]);
    await eventually('giving up', () => Promise.resolve(givenUp[0]));
    expect(givenUp).toMatchObject([{ subjectId: '7', attempts: 1, error: { code: 'http_404' } }]);
    expect(outcomes(events)).toEqual(['give-up']);
  });

  it('puts a throttled job off without spending an attempt', async () => {
    let tries = 0;
    const { events, givenUp } = startWorker(() => {
      tries += 1;
      // More often than a job has attempts.
      if (tries <= 10) return Promise.reject(new ThrottledError('host_busy', 'wait', 30));
      return Promise.resolve('stored');
    });
    await queues.enqueue('articles', [{ articleId: '1' }]);
    await eventually('success', () =>
      Promise.resolve(outcomes(events).includes('stored') ? true : undefined),
    );
    expect(givenUp).toEqual([]);
    expect(events.flatMap((event) => (event.kind === 'failed' ? [event.attempt] : []))).toEqual(
      Array.from({ length: 10 }, () => 1),
    );
  });

  it('gives a throttled job up when it would pass its deadline', async () => {
    const { givenUp } = startWorker(
      () => Promise.reject(new ThrottledError('http_429', 'tomorrow', 86_400_000)),
      {
        deadlineMs: 1_000,
      },
    );
    await queues.enqueue('articles', [{ articleId: '9' }]);
    await eventually('giving up', () => Promise.resolve(givenUp[0]));
    expect(givenUp).toMatchObject([{ subjectId: '9', error: { code: 'http_429' } }]);
  });

  it('gives a bug few tries', async () => {
    const { events, givenUp } = startWorker(() => Promise.reject(new TypeError('x is not a function')));
    await queues.enqueue('articles', [{ articleId: '3' }]);
    await eventually('giving up', () => Promise.resolve(givenUp[0]));
    expect(givenUp).toMatchObject([{ attempts: 3 }]);
    expect(events.every((event) => event.kind === 'failed' && event.isBug)).toBe(true);
  });

  it('refuses a payload of the wrong shape without running it', async () => {
    const seen: string[] = [];
    const { events, givenUp } = startWorker((id) => {
      seen.push(id);
      return Promise.resolve('stored');
    });
    const stranger = backend.createQueue('articles', {});
    await stranger.add('articles', { articleId: 'drop table' });
    const event = await eventually('a refusal', () => Promise.resolve(events[0]));
    await stranger.close();
    expect(event).toMatchObject({
      kind: 'failed',
      code: 'bad_payload',
      decision: 'give-up',
      subjectId: null,
    });
    expect(seen).toEqual([]);
    expect(givenUp).toEqual([]);
  });

  it('runs scheduled tasks again and again, one process at a time, past failures', async () => {
    const failures: string[] = [];
    let runs = 0;
    let inside = 0;
    let most = 0;
    const task = {
      name: 'tick',
      everyMs: 100,
      async run() {
        inside += 1;
        most = Math.max(most, inside);
        runs += 1;
        await Promise.resolve();
        inside -= 1;
        if (runs === 2) throw new Error('once');
      },
    };
    const onFailure = (name: string) => failures.push(name);
    const schedulers = [
      await runScheduler(backend, 'schedule', [task], onFailure),
      await runScheduler(backend, 'schedule', [task], onFailure),
    ];
    await eventually('five runs', () => Promise.resolve(runs >= 5 ? true : undefined));
    await Promise.all(schedulers.map((scheduler) => scheduler.close()));
    expect(failures).toEqual(['tick']);
    expect(most).toBe(1);
  });
});
