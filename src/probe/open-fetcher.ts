import type { Config } from '../config.js';
import { createFetcher } from '../fetch/create-fetcher.js';
import type { Fetcher } from '../fetch/fetcher.js';
import { createLocalHostSlots } from '../fetch/host-slots.js';

/** Opens a fetcher that shares its turns with nobody: for commands without a database. Close it at the end. */
export function openFetcher(config: Config): Fetcher {
  return createFetcher({
    userAgent: config.fetch.userAgent,
    allowHosts: config.fetch.allowHosts,
    limits: config.fetch,
    slots: createLocalHostSlots(Date.now),
    hostDelayMs: config.fetch.hostDelayMs,
    obeyRobots: config.fetch.obeyRobots,
  });
}
