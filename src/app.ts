import { homedir } from 'node:os';
import { join } from 'node:path';
import { quoteSentence } from './alerting/quote-sentence.js';
import { createCloser } from './closer.js';
import type { Config } from './config.js';
import { startCpuPool, type CpuPool } from './cpu/cpu-pool.js';
import { openDatabase, type Database } from './db/database.js';
import { createHostSlots } from './db/host-slots.js';
import { migrate, readSchemaState, requireSchema, type SchemaState } from './db/migrate.js';
import { createStore, type Store } from './db/store.js';
import { defaultDataDir } from './embedded/data-dir.js';
import { keepPostgresRunning } from './embedded/keep-running.js';
import { createFetcher } from './fetch/create-fetcher.js';
import type { Fetcher } from './fetch/fetcher.js';
import { createHttpApp } from './http/app.js';
import { serveHttp, type HttpServer } from './http/server.js';
import { createLog, type Log } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';
import type { DatabaseConnection } from './model/connection.js';
import type { RehearsalReport, RehearsalWork } from './model/rehearsal.js';
import type { SiteRules } from './model/site-rules.js';
import type { QueueName } from './model/work.js';
import { createMailer, type Mailer } from './notify/mailer.js';
import { findPackageRoot } from './package-root.js';
import { rehearseRule } from './pipeline/rehearse-rule.js';
import { openQueueBackend, type QueueBackend } from './queue/backend.js';
import { openWorkQueues, type WorkQueues } from './queue/enqueue.js';
import { readSiteRules } from './read-site-rules.js';
import { startScheduler, startWorkers } from './stages.js';
import { createKnownNames } from './tagging/known-names.js';
import { createWebsubServer } from './websub-stages.js';

/** Everything that a process shares, opened once and closed in reverse. */
export interface App {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly db: Database;
  readonly store: Store;
  readonly backend: QueueBackend;
  readonly queues: WorkQueues;
  readonly fetcher: Fetcher;
  /** Null when no mail server is configured. */
  readonly mailer: Mailer | null;
  readonly cpu: CpuPool;
  readonly siteRules: SiteRules;
  /** Where the embedded database lives, or would. */
  readonly dataDir: string;
  /** Told when something is so wrong that the process must end. */
  readonly fatal: Promise<never>;
  readonly now: () => Date;
  /** Tries out an alert rule on stored articles. */
  rehearse(work: RehearsalWork): Promise<RehearsalReport>;
  /** Applies pending migrations. @returns their names */
  migrate(): Promise<string[]>;
  schemaState(): Promise<SchemaState>;
  /**
   * Starts workers for the given queues. They are drained by `close`.
   *
   * @param concurrency - jobs at once in each; default: what the configuration says of each
   */
  startWorkers(names: readonly QueueName[], concurrency?: number): Promise<void>;
  /** Starts the tick that polls due feeds, and the sweep. */
  startScheduler(): Promise<void>;
  serve(): Promise<HttpServer>;
  close(): Promise<void>;
}

export interface AppOptions {
  /** `apply` pending migrations, `require` that there are none, or `leave` the schema alone. */
  readonly schema: 'apply' | 'require' | 'leave';
  /** Told about slow steps of the start, in words for a person. */
  readonly announce?: (message: string) => void;
}

/** Statements are short: this many connections serve the concurrency of one process. */
const DATABASE_CONNECTIONS = 10;

/** What a request to a host usually takes: the step of the line of those who wait for it. */
const HOST_LINE_STEP_MS = 50;

/**
 * Opens the application: database (embedded unless `DATABASE_URL` is set), queues, HTTP client, threads.
 *
 * @throws FatalError when the database, its schema or the configuration does not allow to work
 */
export async function openApp(config: Config, options: AppOptions): Promise<App> {
  const closer = createCloser();
  try {
    return await open(config, options, closer);
  } catch (error) {
    await closer.closeAll().catch(() => undefined);
    throw error;
  }
}

async function open(
  config: Config,
  options: AppOptions,
  closer: ReturnType<typeof createCloser>,
): Promise<App> {
  const root = findPackageRoot();
  const migrationsDir = join(root, 'migrations');
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const dataDir = resolveDataDir(config);
  const siteRules = await readSiteRules(config.siteRulesFile);

  const connection = await connect(config, dataDir, options, closer);
  const warn = (what: string) => (error: Error) => {
    log.warn({ err: error }, `${what} broke and is being renewed`);
  };
  const db = openDatabase({
    connection,
    maxConnections: DATABASE_CONNECTIONS,
    onIdleError: warn('a database connection'),
  });
  closer.add(() => db.close());
  if (options.schema === 'apply') await migrate(db, migrationsDir);
  if (options.schema === 'require') await requireSchema(db, migrationsDir);

  const backend = openQueueBackend(
    config.redisUrl === null ? { kind: 'postgres', connection } : { kind: 'redis', url: config.redisUrl },
    config.queue.prefix,
    warn('a queue connection'),
  );
  closer.add(() => backend.close());
  const queues = openWorkQueues(backend);
  closer.add(() => queues.close());

  const fetcher = createFetcher({
    userAgent: config.fetch.userAgent,
    allowHosts: config.fetch.allowHosts,
    limits: config.fetch,
    slots: createHostSlots(db, { spacingMs: HOST_LINE_STEP_MS }),
    hostDelayMs: config.fetch.hostDelayMs,
    obeyRobots: config.fetch.obeyRobots,
  });
  closer.add(() => fetcher.close());
  const mailer = config.mail === null ? null : createMailer(config.mail);
  closer.add(() => Promise.resolve(mailer?.close()));
  const cpu = startCpuPool({ workerFile: join(root, 'dist/src/cpu/cpu-worker.js'), ...config.cpu });
  closer.add(() => cpu.close());

  let reportFatal: (error: unknown) => void = () => undefined;
  const fatal = new Promise<never>((_, reject) => (reportFatal = reject));
  // A fatal error that nobody waits for yet must not end the process as an unhandled rejection.
  fatal.catch(() => undefined);

  const app: App = {
    config,
    log,
    metrics,
    db,
    store: createStore(db, quoteSentence),
    backend,
    queues,
    fetcher,
    mailer,
    cpu,
    siteRules,
    dataDir,
    fatal,
    now: () => new Date(),
    rehearse: (work) =>
      rehearseRule({ readStoredEvents: app.store.readStoredEvents, knownNames: createKnownNames() }, work),
    migrate: () => migrate(db, migrationsDir),
    schemaState: () => readSchemaState(db, migrationsDir),
    async startWorkers(names, concurrency) {
      closer.add(await startWorkers(app, { names, concurrency, onFatal: reportFatal }));
    },
    async startScheduler() {
      closer.add(await startScheduler(app));
    },
    async serve() {
      const websub = config.http.publicUrl === null ? null : createWebsubServer(app);
      if (websub !== null) closer.add(() => websub.drain());
      const server = await serveHttp(createHttpApp({ ...httpDeps(app), websub }), config.http);
      closer.add(() => server.close());
      return server;
    },
    close: () => closer.closeAll(),
  };
  return app;
}

/** Where the embedded database lives. */
export function resolveDataDir(config: Config): string {
  return (
    config.dataDir ??
    defaultDataDir({
      home: homedir(),
      xdgDataHome: config.xdgDataHome ?? undefined,
      isRoot: process.getuid?.() === 0,
      platform: process.platform,
    })
  );
}

async function connect(
  config: Config,
  dataDir: string,
  options: AppOptions,
  closer: ReturnType<typeof createCloser>,
): Promise<DatabaseConnection> {
  if (config.databaseUrl !== null) return { connectionString: config.databaseUrl };
  const server = await keepPostgresRunning({
    dataDir,
    ...(options.announce === undefined ? {} : { log: options.announce }),
  });
  closer.add(() => server.close());
  return { host: server.socketDir, port: server.port, user: server.user, database: server.database };
}

function httpDeps(app: App): Omit<Parameters<typeof createHttpApp>[0], 'websub'> {
  return {
    apiToken: app.config.http.apiToken,
    publicUrl: app.config.http.publicUrl,
    readAlertFeed: app.store.readAlertFeed,
    listArticles: (filter) => app.store.listArticles(filter),
    listRules: () => app.store.listAlertRules(),
    saveRule: (rule) => app.store.saveAlertRule(rule),
    removeRule: (name) => app.store.removeAlertRule(name),
    rehearse: (work) => app.rehearse(work),
    listAlerts: (filter) => app.store.listAlerts(filter),
    now: app.now,
    async checkReady() {
      await app.db.query('select 1');
      await app.queues.counts();
    },
    async renderMetrics() {
      for (const [stage, count] of Object.entries(await app.store.countPending())) {
        app.metrics.pending.set({ stage }, count);
      }
      return app.metrics.registry.metrics();
    },
    reportError(error) {
      app.log.error({ err: error }, 'a request failed');
    },
  };
}
