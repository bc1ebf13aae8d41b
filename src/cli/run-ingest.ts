import { setTimeout as delay } from 'node:timers/promises';
import type { App } from '../app.js';
import { QUEUE_NAMES } from '../model/work.js';
import type { RunBaseline, RunProgress } from '../model/progress.js';

export interface IngestOptions {
  /** The feeds of this run; null: all active ones. */
  readonly feedIds: readonly string[] | null;
  readonly onProgress: (progress: RunProgress) => void;
  /** Ends the run early: work in hand is finished by closing the application. */
  readonly signal?: AbortSignal;
}

/** A display needs no more; a run ends at most this much later than its last piece of work. */
const LOOK_EVERY_MS = 150;

/**
 * Polls feeds now, through the real queues and workers, and waits until nothing is left to do.
 *
 * @returns from where on the run counts
 */
export async function runIngest(app: App, options: IngestOptions): Promise<RunBaseline> {
  const run = await app.store.readBaseline();
  await app.store.makeFeedsDue(options.feedIds);
  await app.startWorkers(QUEUE_NAMES);
  await app.startScheduler();
  while (options.signal?.aborted !== true) {
    const progress = await Promise.race([app.store.readProgress(run, options.feedIds), app.fatal]);
    options.onProgress(progress);
    if (isDrained(progress)) break;
    await delay(LOOK_EVERY_MS);
  }
  return run;
}

function isDrained(progress: RunProgress): boolean {
  return progress.feedsPending + progress.toFetch + progress.toTag + progress.alertsPending === 0;
}
