import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openApp, resolveDataDir, type App } from './app.js';
import type { Config } from './config.js';
import { inspectEmbeddedPostgres } from './embedded/inspect-embedded-postgres.js';
import { errorMessageOf } from './errors.js';
import { describeFeedHealth } from './feeds/feed-health.js';

/** What was looked at and found, with the way out where something is wrong. */
export interface Check {
  readonly name: string;
  readonly state: 'fine' | 'warning' | 'broken';
  readonly finding: string;
  readonly remedy: string | null;
}

/** The floor of our dependencies (`engines` in package.json). */
const OLDEST_NODE = [20, 18, 1] as const;

/** Below this a busy day may fill the disk; at a tenth of it Postgres is about to stop. */
const LOW_DISK_BYTES = 2 * 1024 ** 3;

/** Signatures of webhooks and the order of polls go by the clock; receivers usually allow five minutes. */
const CLOCK_TOLERANCE_MS = 5_000;

/** Looks at everything that Wirewatch stands on. Never throws: what can't be looked at is a finding. */
export async function runChecks(config: Config): Promise<Check[]> {
  const checks = [checkNode(process.versions.node)];
  if (config.databaseUrl === null) {
    checks.push(await checkDataDir(resolveDataDir(config)), await checkDisk(resolveDataDir(config)));
  }
  try {
    const app = await openApp({ ...config, logLevel: 'silent' }, { schema: 'leave' });
    try {
      checks.push(...(await checkServices(app)));
    } finally {
      await app.close();
    }
  } catch (error) {
    checks.push(
      broken(
        'database',
        errorMessageOf(error),
        'Mend what it says; DATABASE_URL decides which database is used.',
      ),
    );
  }
  return checks;
}

function checkNode(version: string): Check {
  const found = version.split('.').map(Number);
  const difference =
    OLDEST_NODE.map((least, index) => (found[index] ?? 0) - least).find((step) => step !== 0) ?? 0;
  const isNewEnough = difference >= 0;
  return isNewEnough
    ? fine('node', version)
    : broken('node', version, `Install Node ${OLDEST_NODE.join('.')} or newer.`);
}

async function checkDataDir(dataDir: string): Promise<Check> {
  const found = await inspectEmbeddedPostgres(dataDir);
  switch (found.state) {
    case 'not_initialised':
      return fine('data directory', `${dataDir} (empty; filled at the first start)`);
    case 'stopped':
      return fine('data directory', `${dataDir} (server not running; started when needed)`);
    case 'running':
      return fine(
        'data directory',
        `${dataDir} (server running, pid ${found.pid}, used by ${found.participantCount})`,
      );
    case 'other_major_version':
      return broken(
        'data directory',
        `${dataDir} belongs to PostgreSQL ${found.found}, this Wirewatch brings ${found.supported}`,
        'Set WIREWATCH_DATA_DIR to another directory, or move the data with pg_dump of that version.',
      );
    case 'unusable':
      return broken(
        'data directory',
        found.reason,
        'Set WIREWATCH_DATA_DIR to a directory that may be written.',
      );
  }
}

async function checkDisk(dataDir: string): Promise<Check> {
  const { bavail, bsize } = await nearestStatfs(dataDir);
  const freeBytes = bavail * bsize;
  const finding = `${(freeBytes / 1024 ** 3).toFixed(1)} GiB free at ${dataDir}`;
  if (freeBytes > LOW_DISK_BYTES) return fine('disk', finding);
  const remedy = 'Make room, or set WIREWATCH_DATA_DIR to a larger disk.';
  return freeBytes > LOW_DISK_BYTES / 10
    ? { name: 'disk', state: 'warning', finding, remedy }
    : broken('disk', finding, remedy);
}

/** The directory may not exist yet: its nearest ancestor is on the same disk. */
async function nearestStatfs(path: string): Promise<{ bavail: number; bsize: number }> {
  try {
    return await statfs(path);
  } catch (error) {
    if (path === dirname(path)) throw error;
    return nearestStatfs(dirname(path));
  }
}

async function checkServices(app: App): Promise<Check[]> {
  const checks = [
    await checkDatabase(app),
    await checkSchema(app),
    await checkQueue(app),
    await checkClock(app),
  ];
  const schema = checks.find((check) => check.name === 'schema');
  if (schema?.state === 'fine') {
    checks.push(await checkFeeds(app), await checkQuarantine(app), await checkMessages(app));
  }
  return checks;
}

async function checkDatabase(app: App): Promise<Check> {
  const [row] = await app.db.query<{ version: string; size: string }>(
    `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  const whose = app.config.databaseUrl === null ? 'embedded' : 'DATABASE_URL';
  return fine('database', `PostgreSQL ${row?.version ?? '?'} (${whose}), ${row?.size ?? '?'}`);
}

async function checkSchema(app: App): Promise<Check> {
  const { applied, known } = await app.schemaState();
  if (applied === known) return fine('schema', `version ${applied}`);
  return applied > known
    ? broken('schema', `version ${applied} is newer than this Wirewatch (${known})`, 'Upgrade Wirewatch.')
    : broken('schema', `version ${applied}, needs ${known}`, 'Run: wirewatch migrate');
}

async function checkQueue(app: App): Promise<Check> {
  try {
    const counts = await app.queues.counts();
    const waiting = Object.entries(counts).map(
      ([name, states]) => `${name} ${(states.waiting ?? 0) + (states.delayed ?? 0) + (states.active ?? 0)}`,
    );
    return fine('queue', `on ${app.backend.kind}; open jobs: ${waiting.join(', ')}`);
  } catch (error) {
    return broken(
      'queue',
      errorMessageOf(error),
      app.config.redisUrl === null ? 'Check the database.' : 'Check that Redis runs where REDIS_URL says.',
    );
  }
}

async function checkClock(app: App): Promise<Check> {
  const before = Date.now();
  const [row] = await app.db.query<{ now: Date }>('select clock_timestamp() as now');
  const middle = (before + Date.now()) / 2;
  const offMs = row === undefined ? 0 : Math.abs(row.now.getTime() - middle);
  return offMs < CLOCK_TOLERANCE_MS
    ? fine('clock', `within ${Math.ceil(offMs)} ms of the database's`)
    : broken('clock', `${(offMs / 1000).toFixed(0)} s off the database's`, 'Set both clocks by NTP.');
}

async function checkFeeds(app: App): Promise<Check> {
  const feeds = await app.store.listFeeds();
  if (feeds.length === 0) {
    return {
      name: 'feeds',
      state: 'warning',
      finding: 'none are watched',
      remedy: 'Copy feeds.example.yml to feeds.yml, or run: wirewatch feeds add URL',
    };
  }
  const failing = feeds.filter((feed) => feed.lastErrorCode !== null);
  const needy = feeds.filter((feed) => describeFeedHealth(feed, app.now()).needsAttention);
  const finding = `${feeds.length} watched, ${failing.length} failing, ${needy.length} to look at`;
  if (failing.length * 2 > feeds.length) {
    const remedy = 'Is the network reachable? See: wirewatch feeds --problems';
    return { name: 'feeds', state: 'warning', finding, remedy };
  }
  return needy.length === 0
    ? fine('feeds', finding)
    : { name: 'feeds', state: 'fine', finding, remedy: 'See: wirewatch feeds --problems' };
}

async function checkQuarantine(app: App): Promise<Check> {
  const codes = await app.store.countQuarantine();
  if (codes.length === 0) return fine('quarantine', 'empty');
  return fine('quarantine', codes.map(({ code, count }) => `${count} × ${code}`).join(', '));
}

async function checkMessages(app: App): Promise<Check> {
  const codes = await app.store.countParked();
  if (codes.length === 0) return fine('messages', 'none parked');
  return {
    name: 'messages',
    state: 'warning',
    finding: `parked: ${codes.map(({ code, count }) => `${count} × ${code}`).join(', ')}`,
    remedy: 'See: wirewatch alerts deliveries --status parked',
  };
}

function fine(name: string, finding: string): Check {
  return { name, state: 'fine', finding, remedy: null };
}

function broken(name: string, finding: string, remedy: string): Check {
  return { name, state: 'broken', finding, remedy };
}
