import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../../../demo/newsroom/start-newsroom.js';
import { openDatabase } from '../../../src/db/database.js';
import { eventually } from '../../helpers/eventually.js';
import { BACKENDS, startServices, type Services } from '../../helpers/pipeline.js';
import { runCli, startCli, type RunningCli } from '../../helpers/run-cli.js';
import { NO_REDIS } from '../../helpers/start-redis.js';

describe.each(BACKENDS)('three `wirewatch work` and a `wirewatch serve` on %s', (backend) => {
  let services: Services | null;
  let newsroom: Newsroom;
  const running: RunningCli[] = [];

  beforeAll(async () => {
    services = await startServices(backend);
    newsroom = await startNewsroom({ stories: 150, seed: 3 });
  });
  afterAll(async () => {
    for (const { child, exited } of running) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exited;
    }
    await newsroom.close();
    await services?.close();
  });
  beforeEach((ctx) => {
    if (services === null) ctx.skip(NO_REDIS);
  });

  it('refuse to start before the schema is there', async () => {
    const { code, stderr } = await runCli(['work'], { env: services?.environment ?? {} });
    expect(code).toBe(1);
    expect(stderr).toContain('wirewatch migrate');
  });

  it('store each story once, and drain on SIGTERM', async () => {
    const env = services?.environment ?? {};
    expect((await runCli(['migrate'], { env })).code).toBe(0);
    expect((await runCli(['feeds', 'add', ...newsroom.feeds.map((feed) => feed.url)], { env })).code).toBe(0);
    for (const command of ['work', 'work', 'work', 'serve']) running.push(startCli([command], { env }));
    const db = openDatabase({
      connection: { connectionString: env.DATABASE_URL ?? '' },
      maxConnections: 1,
      onIdleError: () => undefined,
    });
    const urls = newsroom.truth.stories.map((story) => story.url);
    await eventually(
      'every story',
      async () => {
        const [row] = await db.query<{ tagged: number }>(
          `select count(*)::int as tagged from articles where status = 'tagged'`,
        );
        return (row?.tagged ?? 0) >= urls.length ? true : undefined;
      },
      150_000,
    );
    const rows = await db.query<{ url: string; copies: number }>(
      `select coalesce(canonical_url, url) as url, count(*)::int as copies
       from articles where status = 'tagged' group by 1`,
    );
    await db.close();
    expect(rows.map((row) => row.url).sort()).toEqual([...urls].sort());
    expect(rows.every((row) => row.copies === 1)).toBe(true);

    for (const { child } of running) child.kill('SIGTERM');
    expect(await Promise.all(running.map(({ exited }) => exited))).toEqual([0, 0, 0, 0]);
  }, 240_000);
});
