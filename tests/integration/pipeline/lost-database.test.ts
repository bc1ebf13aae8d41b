import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../../../demo/newsroom/start-newsroom.js';
import type { App } from '../../../src/app.js';
import { QUEUE_NAMES } from '../../../src/model/work.js';
import { eventually } from '../../helpers/eventually.js';
import { BACKENDS, openTestApp, startServices, type Services } from '../../helpers/pipeline.js';
import { NO_REDIS } from '../../helpers/start-redis.js';

describe.each(BACKENDS)('a database that is killed in the middle of the work, queues on %s', (backend) => {
  let services: Services | null;
  let newsroom: Newsroom;
  let app: App;

  beforeAll(async () => {
    services = await startServices(backend);
    newsroom = await startNewsroom({ stories: 60, seed: 5, misbehaving: false });
    if (services !== null) app = await openTestApp(services);
  });
  afterAll(async () => {
    if (services !== null) await app.close();
    await newsroom.close();
    await services?.close();
  });
  beforeEach((ctx) => {
    if (services === null) ctx.skip(NO_REDIS);
  });

  it('loses nothing: the work goes on when it is back', async () => {
    await app.store.upsertFeeds(newsroom.feeds.map(({ url }) => ({ url })));
    await app.startWorkers(QUEUE_NAMES);
    await app.startScheduler();
    await eventually('the first tagged articles', async () => ((await countTagged()) > 3 ? true : undefined));
    await services?.database.crash();
    await services?.database.restart();
    await eventually(
      'all stories',
      async () => {
        const tagged = await countTagged().catch(() => 0);
        return tagged >= newsroom.truth.stories.length ? true : undefined;
      },
      150_000,
    );
    const [row] = await app.db.query<{ articles: number; half: number }>(
      `select count(*)::int as articles,
         count(*) filter (where (text is null) <> (status in ('discovered', 'failed')))::int as half
       from articles`,
    );
    expect(row).toEqual({ articles: newsroom.truth.stories.length, half: 0 });
  }, 240_000);

  async function countTagged(): Promise<number> {
    const [row] = await app.db.query<{ tagged: number }>(
      `select count(*)::int as tagged from articles where status = 'tagged'`,
    );
    return row?.tagged ?? 0;
  }
});
