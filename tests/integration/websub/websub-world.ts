import { expect, vi } from 'vitest';
import type { App } from '../../../src/app.js';
import type { SubscriptionListing } from '../../../src/model/websub.js';
import { createStages } from '../../../src/stages.js';
import { createSubscriptionTask } from '../../../src/websub-stages.js';
import { findFreePort } from '../../helpers/find-free-port.js';
import { openTestApp, startServices } from '../../helpers/pipeline.js';
import { renderTestFeed, startHub, type HubRequest, type TestHub } from '../../helpers/start-hub.js';

/** Small, so that a test can go over it. */
export const FEED_LIMIT_BYTES = 64 * 1024;

/** The application with its web server, one feed, and the hub that it names. Its clocks are turned by hand. */
export interface WebsubWorld {
  readonly app: App;
  readonly publicUrl: string;
  readonly hub: TestHub;
  readonly feedId: string;
  /** Polls the feed. */
  poll(): Promise<unknown>;
  /** Does what the clock of subscriptions does, some time from now. */
  keep(laterMs?: number): Promise<unknown>;
  /** Polls, asks and verifies. @returns the request that the hub has verified */
  subscribe(): Promise<HubRequest>;
  subscription(): Promise<SubscriptionListing | undefined>;
  /** Titles of all items, in the order of their coming. */
  titles(): Promise<string[]>;
  /** The feed of the hub with these items in it. */
  render(...titles: string[]): string;
  /** How often something ended like that. */
  outcomes(outcome: string): Promise<number>;
  /** Starts anew, with a new hub; the old one is for the test to close. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts everything but the hub: `reset` does. */
export async function startWebsubWorld(): Promise<WebsubWorld> {
  const services = await startServices('postgres');
  if (services === null) throw new Error('Postgres needs no Redis, so this can not be');
  const port = await findFreePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const app = await openTestApp(services, {
    WIREWATCH_PORT: String(port),
    WIREWATCH_PUBLIC_URL: `${publicUrl}/`,
    WIREWATCH_API_TOKEN: 'a-token-that-hubs-do-not-have',
    WIREWATCH_FEED_MAX_BYTES: String(FEED_LIMIT_BYTES),
  });
  await app.serve();
  let hub: TestHub | undefined;
  let feedId = '';

  const world: WebsubWorld = {
    app,
    publicUrl,
    get hub() {
      if (hub === undefined) throw new Error('reset the world first');
      return hub;
    },
    get feedId() {
      return feedId;
    },
    poll: () => createStages(app).stages.feeds({ feedId }),
    keep: (laterMs = 0) =>
      createSubscriptionTask({ ...app, now: () => new Date(Date.now() + laterMs) }, publicUrl)(),
    async subscribe() {
      await world.poll();
      await world.keep();
      const request = world.hub.lastRequest();
      expect((await world.hub.verify(request)).status).toBe(200);
      return request;
    },
    async subscription() {
      return (await app.store.listSubscriptions()).find((row) => row.feedId === feedId);
    },
    async titles() {
      const rows = await app.db.query<{ title: string }>('select title from items order by id');
      return rows.map((row) => row.title);
    },
    render: (...titles) => renderTestFeed(new URL(world.hub.url).origin, titles),
    async outcomes(outcome) {
      const { values } = await app.metrics.stageOutcomes.get();
      const found = values.find(({ labels }) => labels.stage === 'websub' && labels.outcome === outcome);
      return found?.value ?? 0;
    },
    async reset() {
      // An answer to the hub of the test before may still be reading: one of the two is told to try again.
      await vi.waitFor(() => app.db.query('truncate feeds, articles restart identity cascade'), {
        timeout: 10_000,
      });
      await app.queues.obliterate();
      hub = await startHub();
      hub.publish(['Old news']);
      const { ids } = await app.store.upsertFeeds([{ url: hub.feedUrl }]);
      feedId = ids[0] ?? '';
    },
    async close() {
      await app.close();
      await services.close();
    },
  };
  return world;
}
