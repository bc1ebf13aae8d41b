import { randomBytes } from 'node:crypto';
import { createBackground } from './background.js';
import { errorMessageOf } from './errors.js';
import type { WebsubDeps } from './http/websub.js';
import type { DiscoveredHub, SubscriptionRequest } from './model/websub.js';
import { keepSubscriptions } from './pipeline/keep-subscriptions.js';
import { readPush } from './pipeline/read-push.js';
import { receivePush, type Push } from './pipeline/receive-push.js';
import { requestSubscription } from './pipeline/request-subscription.js';
import type { StageResult } from './pipeline/stage-result.js';
import { verifyIntent } from './pipeline/verify-intent.js';
import type { StageApp } from './stage-app.js';
import { subscriptionForm } from './websub/subscription-form.js';

/** What the web server answers hubs with, and the reading that goes on after its answers. */
export interface WebsubServer extends WebsubDeps {
  /** Waits until everything that was pushed is stored. */
  drain(): Promise<void>;
}

/** An answer of a hub is read for a line of explanation. */
const MAX_HUB_ANSWER_BYTES = 8 * 1024;

/** Pushed feeds in memory at once; further ones are polled instead. */
const PUSHES_AT_ONCE = 16;

/** Of callback tokens and secrets: 256 bits, 43 characters. */
const CREDENTIAL_BYTES = 32;

/** Keeps where a feed can be subscribed to, when others can reach us. */
export function createHubNote(app: StageApp): (feedId: string, hub: DiscoveredHub | null) => Promise<void> {
  const { store, config } = app;
  if (config.http.publicUrl === null) return () => Promise.resolve();
  return (feedId, hub) =>
    hub === null ? store.unwishSubscription(feedId) : store.wishSubscription(feedId, hub);
}

/** The task that asks hubs for what is due. @param publicUrl - where hubs reach us */
export function createSubscriptionTask(app: StageApp, publicUrl: string): () => Promise<StageResult> {
  const { store, fetcher, now } = app;
  const askHub = (hub: string, request: SubscriptionRequest) =>
    fetcher.post({
      url: hub,
      body: subscriptionForm(request, `${publicUrl}/websub/${request.callbackToken}`),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      maxResponseBytes: MAX_HUB_ANSWER_BYTES,
    });
  const credential = () => randomBytes(CREDENTIAL_BYTES).toString('base64url');
  const deps = {
    ...store,
    askHub,
    createCredentials: () => ({ callbackToken: credential(), secret: credential() }),
    now,
    random: Math.random,
  };
  return () =>
    keepSubscriptions({
      takeDueSubscriptions: store.takeDueSubscriptions,
      pollForUnreadPushes: store.pollForUnreadPushes,
      requestSubscription: async (work) => count(app, await requestSubscription(deps, work)),
      now,
    });
}

/** What the callbacks do. */
export function createWebsubServer(app: StageApp): WebsubServer {
  const { store, config, now } = app;
  const reading = createBackground(PUSHES_AT_ONCE, (error) => {
    // Its feed is polled instead, because the push stays marked as unread.
    app.log.warn({ message: errorMessageOf(error) }, 'a push could not be stored');
  });
  return {
    maxBodyBytes: config.fetch.feedMaxBytes,
    async verifyIntent(question) {
      const result = await verifyIntent({ ...store, now, random: Math.random }, question);
      return count(app, result).echo;
    },
    async receivePush(delivery) {
      const startReading = (push: Push) => {
        reading.start(async () => {
          count(app, await readPush(readPushDeps(app), push));
        });
      };
      const outcome = await receivePush(
        {
          findSubscriptionByToken: store.findSubscriptionByToken,
          notePush: store.notePush,
          startReading,
          now,
        },
        delivery,
      );
      return count(app, { outcome }).outcome;
    },
    drain: () => reading.drain(),
  };
}

function readPushDeps({ store, cpu, queues }: StageApp): Parameters<typeof readPush>[0] {
  return {
    parseFeed: (input) => cpu.run('parse-feed', input),
    savePush: store.savePush,
    enqueueArticles: (ids) =>
      queues.enqueue(
        'articles',
        ids.map((articleId) => ({ articleId })),
      ),
    async pollInstead({ feedId, arrivedAt }) {
      await store.pollForUnreadPushes({ feedId, arrivedUntil: arrivedAt });
    },
  };
}

function count<Result extends StageResult>(app: StageApp, result: Result): Result {
  app.metrics.stageOutcomes.inc({ stage: 'websub', outcome: result.outcome });
  return result;
}
