import type { Config } from './config.js';
import type { CpuPool } from './cpu/cpu-pool.js';
import type { Store } from './db/store.js';
import type { Fetcher } from './fetch/fetcher.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { SiteRules } from './model/site-rules.js';
import type { Mailer } from './notify/mailer.js';
import type { QueueBackend } from './queue/backend.js';
import type { WorkQueues } from './queue/enqueue.js';

/** What stages, workers and the scheduler need of the application. */
export interface StageApp {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly store: Store;
  readonly backend: QueueBackend;
  readonly queues: WorkQueues;
  readonly fetcher: Fetcher;
  /** Null when no mail server is configured. */
  readonly mailer: Mailer | null;
  readonly cpu: CpuPool;
  readonly siteRules: SiteRules;
  readonly now: () => Date;
}
