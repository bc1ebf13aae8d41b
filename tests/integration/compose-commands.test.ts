import { quoteSentence } from '../../src/alerting/quote-sentence.js';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFailed, onTestFinished } from 'vitest';
import { compareWithTruth } from '../../demo/compare-with-truth.js';
import { startNewsroom } from '../../demo/newsroom/start-newsroom.js';
import { openDatabase } from '../../src/db/database.js';
import { createStore } from '../../src/db/store.js';
import { renderFeedsYaml } from '../../src/feeds/feeds-file.js';
import { findFreePort } from '../helpers/find-free-port.js';
import {
  findService,
  isOneShot,
  isWirewatch,
  readCompose,
  resolveEnvironment,
  type ComposeService,
} from '../helpers/read-compose.js';
import { startDatabase } from '../helpers/start-database.js';
import { runProgram, startProcess, type ProcessOptions } from '../helpers/start-process.js';
import { findRedis, NO_REDIS, startRedis } from '../helpers/start-redis.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The image's entry point, which the commands of docker-compose.yml are arguments of. */
const ENTRYPOINT = ['node', 'dist/src/cli/main.js'];

const STORIES = 40;

/** As with `docker compose up --scale`. */
const SCALE: Readonly<Record<string, number>> = { articles: 2, tags: 2 };

const TEST_TIMEOUT_MS = 240_000;

it(
  'the commands of docker-compose.yml store and tag every story once',
  async (ctx) => {
    if ((await findRedis()) === null) ctx.skip(NO_REDIS);
    const newsroom = await startNewsroom({ stories: STORIES });
    onTestFinished(newsroom.close);
    const stack = await prepareStack();
    const db = openDatabase({
      connection: stack.connection,
      maxConnections: 1,
      onIdleError: () => undefined,
    });
    onTestFinished(() => db.close());
    const store = createStore(db, quoteSentence);

    for (const [, service] of stack.services(isOneShot)) await stack.run(service, service.command);
    const baseline = await store.readBaseline();
    const processes = stack
      .services((service) => !isOneShot(service))
      .flatMap(([name, service]) =>
        Array.from({ length: SCALE[name] ?? 1 }, () => ({ name, started: stack.start(service) })),
      );
    onTestFailed(() => {
      for (const { name, started } of processes) console.error(`--- ${name}\n${started.output()}`);
    });
    const [added = '', ...imported] = newsroom.feeds.map((feed) => feed.url);
    await stack.run(stack.service('cli'), ['feeds', 'import', await writeFeedsFile(imported)]);
    await stack.run(stack.service('cli'), ['feeds', 'add', added]);

    const compare = async () => compareWithTruth(db, newsroom.truth, await store.summariseRun(baseline), 0);
    await expect
      .poll(compare, { timeout: TEST_TIMEOUT_MS / 2, interval: 500 })
      .toMatchObject({ published: STORIES, stored: STORIES, tagged: STORIES, lost: 0, twice: 0 });

    for (const [name, service] of stack.services((each) => !isOneShot(each))) {
      await expect(stack.checkHealth(service), name).resolves.toBeTypeOf('string');
    }
    expect(await stack.askApi('/readyz')).toEqual({ status: 'ready' });
    await expect(stack.askApi('/api/articles?limit=5')).resolves.toBeDefined();

    const endings = await Promise.all(
      processes.map(async ({ name, started }) => ({
        name,
        code: await started.stop(),
        output: started.output(),
      })),
    );
    for (const { name, code, output } of endings) {
      expect(code, `${name}:\n${output}`).toBe(0);
      expect(output, name).toMatch(/^wirewatch: stopped$/m);
    }
    expect(await compare()).toMatchObject({ stored: STORIES, tagged: STORIES, twice: 0 });
  },
  TEST_TIMEOUT_MS,
);

/** Starts what Wirewatch needs, and readies its services to be run against that. */
async function prepareStack() {
  const compose = await readCompose();
  const database = await startDatabase();
  onTestFinished(() => database.close());
  const redis = await startRedis();
  onTestFinished(() => redis.close());
  const port = await findFreePort();
  const token = randomUUID();

  /**
   * What .env would hold. The newsroom is on this machine and may be asked without a rest. So many processes
   * that start at once are slow on a small machine, which must not pass for a page that hangs.
   */
  const outside = {
    POSTGRES_PASSWORD: 'unused',
    WIREWATCH_API_TOKEN: token,
    WIREWATCH_ALLOW_HOSTS: '*.localhost',
    WIREWATCH_HOST_DELAY_MS: '0',
    WIREWATCH_RETRY_BASE_MS: '200',
    WIREWATCH_TICK_MS: '500',
    WIREWATCH_CPU_THREADS: '1',
    WIREWATCH_CPU_TIMEOUT_MS: '120000',
    WIREWATCH_FIRST_BYTE_TIMEOUT_MS: '60000',
    WIREWATCH_FETCH_TIMEOUT_MS: '120000',
    WIREWATCH_QUEUE_PREFIX: `test_${randomUUID().replaceAll('-', '')}`,
  };
  const options = (service: ComposeService): ProcessOptions => ({
    cwd: ROOT,
    env: {
      ...resolveEnvironment(service, outside),
      DATABASE_URL: database.databaseUrl,
      REDIS_URL: redis.url,
      WIREWATCH_PORT: String(port),
    },
  });
  return {
    connection: database.connection,
    service: (name: string) => findService(compose, name),
    services: (matches: (service: ComposeService) => boolean) =>
      Object.entries(compose.services).filter(([, service]) => isWirewatch(service) && matches(service)),
    run: (service: ComposeService, command: readonly string[]) =>
      runProgram([...ENTRYPOINT, ...command], options(service)),
    start(service: ComposeService) {
      const started = startProcess([...ENTRYPOINT, ...service.command], options(service));
      // Does nothing to a process that the test has stopped.
      onTestFinished(async () => {
        await started.stop();
      });
      return started;
    },
    checkHealth(service: ComposeService) {
      const [, ...check] = service.healthcheck.test ?? [];
      const command = check.map((word) => word.replace('127.0.0.1:8080', `127.0.0.1:${port}`));
      return runProgram(command, options(service));
    },
    async askApi(path: string): Promise<unknown> {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status, path).toBe(200);
      return response.json();
    },
  };
}

async function writeFeedsFile(urls: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-feeds-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'feeds.yml');
  await writeFile(file, renderFeedsYaml(urls.map((url) => ({ url }))));
  return file;
}
