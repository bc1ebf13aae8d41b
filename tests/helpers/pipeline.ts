import { openApp, type App } from '../../src/app.js';
import { parseConfig } from '../../src/config.js';
import { startDatabase, type TestDatabase } from './start-database.js';
import { findRedis, startRedis, type TestRedis } from './start-redis.js';

/** The stores that the queue tests run on. */
export const BACKENDS = ['postgres', 'redis'] as const;
export type Backend = (typeof BACKENDS)[number];

/** A database, and a Redis where the store is one. */
export interface Services {
  readonly environment: Readonly<Record<string, string>>;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** Starts what a store needs; null when this machine has no Redis. */
export async function startServices(backend: Backend): Promise<Services | null> {
  if (backend === 'redis' && (await findRedis()) === null) return null;
  const database = await startDatabase();
  const redis: TestRedis | null = backend === 'redis' ? await startRedis() : null;
  return {
    database,
    environment: {
      DATABASE_URL: database.databaseUrl,
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
      // One Redis may serve several test files.
      WIREWATCH_QUEUE_PREFIX: `test_${process.pid}_${Date.now().toString(36)}`,
      WIREWATCH_PORT: '0',
      WIREWATCH_LOG_LEVEL: 'fatal',
      WIREWATCH_ALLOW_HOSTS: '*.localhost,127.0.0.1',
      WIREWATCH_HOST_DELAY_MS: '0',
      WIREWATCH_RETRY_BASE_MS: '50',
      WIREWATCH_TICK_MS: '200',
      WIREWATCH_SWEEP_MS: '500',
      WIREWATCH_SWEEP_AGE_MS: '1000',
    },
    async close() {
      await redis?.close();
      await database.close();
    },
  };
}

/** Opens the application on the services, migrated. */
export function openTestApp(
  services: Services,
  settings: Readonly<Record<string, string>> = {},
): Promise<App> {
  return openApp(parseConfig({ ...services.environment, ...settings }), { schema: 'apply' });
}
