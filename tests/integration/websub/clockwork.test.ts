import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.js';
import { eventually } from '../../helpers/eventually.js';
import { findFreePort } from '../../helpers/find-free-port.js';
import { BACKENDS, openTestApp, startServices, type Services } from '../../helpers/pipeline.js';
import { renderTestFeed, startHub, type TestHub } from '../../helpers/start-hub.js';
import { NO_REDIS } from '../../helpers/start-redis.js';

describe.each(BACKENDS)('the whole program on %s', (backend) => {
  let services: Services | null;
  let app: App;
  let hub: TestHub;
  let silentHub: TestHub;

  beforeAll(async () => {
    services = await startServices(backend);
    if (services === null) return;
    hub = await startHub();
    silentHub = await startHub();
    const port = await findFreePort();
    app = await openTestApp(services, {
      WIREWATCH_PORT: String(port),
      WIREWATCH_PUBLIC_URL: `http://127.0.0.1:${port}`,
    });
    await app.serve();
    await app.startWorkers(['feeds']);
    await app.startScheduler();
  });
  afterAll(async () => {
    if (services === null) return;
    // Ends the question that is still open.
    await silentHub.close();
    await app.close();
    await hub.close();
    await services.close();
  });
  beforeEach((ctx) => {
    if (services === null) ctx.skip(NO_REDIS);
  });

  async function hasItem(title: string): Promise<true | undefined> {
    const rows = await app.db.query('select 1 from items where title = $1', [title]);
    return rows.length > 0 ? true : undefined;
  }

  it('finds the hub of a feed, subscribes, is told of news and fetches them', async () => {
    hub.answerWith((request, response) => {
      response.writeHead(202).end();
      void hub.verify(request);
    });
    hub.publish(['Old news']);
    await app.store.upsertFeeds([{ url: hub.feedUrl }]);
    await eventually('an active subscription', async () =>
      (await app.store.listSubscriptions())[0]?.state === 'active' ? true : undefined,
    );
    await hub.deliver(hub.lastRequest(), renderTestFeed(new URL(hub.url).origin, ['Dam plans stolen']));
    await eventually('the pushed item', () => hasItem('Dam plans stolen'));
    expect(hub.requests).toHaveLength(1);
    expect(hub.feedFetches()).toBe(1);
    const { articles } = await app.queues.counts();
    expect(articles.waiting).toBe(2);
  });

  it('polls feeds while a hub does not answer', async () => {
    silentHub.answerWith(() => undefined);
    silentHub.publish(['Of the silent hub']);
    await app.store.upsertFeeds([{ url: silentHub.feedUrl }]);
    await eventually('the question to the silent hub', () =>
      Promise.resolve(silentHub.requests.length > 0 ? true : undefined),
    );
    silentHub.publish(['Polled meanwhile']);
    await app.store.makeFeedsDue(null);
    await eventually('the next poll', () => hasItem('Polled meanwhile'));
  });
});
