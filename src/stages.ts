import { createHash } from 'node:crypto';
import { findSiteRule } from './article/find-site-rule.js';
import { createDeliveryStage, createDeliveryTask } from './delivery-stages.js';
import { errorMessageOf, WirewatchError } from './errors.js';
import type { QueueName } from './model/work.js';
import { fetchArticle } from './pipeline/fetch-article.js';
import { giveUp } from './pipeline/give-up.js';
import { pollFeed } from './pipeline/poll-feed.js';
import { recordPollFailure } from './pipeline/record-poll-failure.js';
import { schedulePolls } from './pipeline/schedule-polls.js';
import type { StageResult } from './pipeline/stage-result.js';
import { sweep } from './pipeline/sweep.js';
import { tagArticle } from './pipeline/tag-article.js';
import { watchSilence } from './pipeline/watch-silence.js';
import { createPoolTagger } from './pool-tagger.js';
import type { JobWorker } from './queue/backend.js';
import { runWorker, type WorkerEvent } from './queue/run-worker.js';
import { runScheduler } from './queue/scheduler.js';
import type { Payload } from './queue/topology.js';
import type { StageApp } from './stage-app.js';
import { createKnownNames } from './tagging/known-names.js';
import { createHubNote, createSubscriptionTask } from './websub-stages.js';

/** A feed that asks for more time than this is left to its next poll, which keeps what it asked for. */
const FEED_THROTTLE_DEADLINE_MS = 60_000;

/** The stage of each queue. */
type Stages = { readonly [Name in QueueName]: (payload: Payload<Name>) => Promise<StageResult> };

/** Each queue's stage with its needs bound: the one place that plumbs the pipeline together. */
export function createStages(app: StageApp) {
  const { store, fetcher, cpu, queues, config, siteRules, now } = app;
  const readArticle = createPoolTagger(store, cpu);
  const knownNames = createKnownNames();
  const enqueueArticles = (ids: readonly string[]) =>
    queues.enqueue(
      'articles',
      ids.map((articleId) => ({ articleId })),
    );
  const enqueueTags = (ids: readonly string[]) =>
    queues.enqueue(
      'tags',
      ids.map((articleId) => ({ articleId, reason: 'new' as const })),
    );
  const enqueueAlerts = (ids: readonly string[]) =>
    queues.enqueue(
      'alerts',
      ids.map((deliveryId) => ({ deliveryId })),
    );

  const stages: Stages = {
    feeds: (payload) =>
      pollFeed(
        {
          findFeed: store.findFeed,
          fetchFeed: ({ url, validators }) =>
            fetcher.fetch({
              url,
              validators,
              accept: config.fetch.feedAccept,
              maxBytes: config.fetch.feedMaxBytes,
              robots: 'ignore',
            }),
          parseFeed: (input) => cpu.run('parse-feed', input),
          noteHub: createHubNote(app),
          savePoll: store.savePoll,
          enqueueArticles,
          now,
        },
        payload,
      ),
    articles: (payload) =>
      fetchArticle(
        {
          findArticle: store.findArticleToFetch,
          fetchPage: (url) =>
            fetcher.fetch({
              url,
              accept: config.fetch.pageAccept,
              maxBytes: config.fetch.pageMaxBytes,
              robots: 'obey',
            }),
          extractArticle: ({ body, contentType, url }) =>
            cpu.run('extract-article', { body, contentType, url, rule: findSiteRule(siteRules, url) }),
          articleFromFeed: (input) => cpu.run('article-from-feed', input),
          storeBody: store.storeArticleBody,
          skip: store.skipArticle,
          hashText: (text) => createHash('sha256').update(text).digest('hex'),
          enqueueTags,
        },
        payload,
      ),
    tags: (payload) =>
      tagArticle(
        {
          findArticle: store.findArticleToTag,
          readArticle,
          listRules: store.listAlertRules,
          knownNames,
          saveTags: store.saveTags,
          enqueueAlerts,
        },
        payload,
      ),
    alerts: createDeliveryStage(app, enqueueAlerts),
  };
  const tick = () =>
    schedulePolls({
      takeDueFeeds: store.takeDueFeeds,
      makeFeedsDue: store.makeFeedsDue,
      now,
      enqueueFeeds: (ids) =>
        queues.enqueue(
          'feeds',
          ids.map((feedId) => ({ feedId })),
        ),
    });
  const sweepForgotten = () =>
    sweep({
      takeForgottenWork: store.takeForgottenWork,
      enqueueArticles,
      enqueueTags,
      prunePolls: store.prunePolls,
      pollHistoryDays: config.pollHistoryDays,
      ageMs: config.queue.sweepAgeMs,
    });
  const listen = () =>
    watchSilence({
      listRules: store.listAlertRules,
      takeQuietFeeds: store.takeQuietFeeds,
      insertAlerts: store.insertAlerts,
      enqueueAlerts,
    });
  return { stages, tick, sweepForgotten, listen, deliver: createDeliveryTask(app, enqueueAlerts) };
}

export interface WorkersOptions {
  readonly names: readonly QueueName[];
  /** Jobs at once in each queue; undefined: what the configuration says of each. */
  readonly concurrency: number | undefined;
  readonly onFatal: (error: unknown) => void;
}

/**
 * Starts workers.
 *
 * @returns closes them: running jobs are finished, no new ones taken
 */
export async function startWorkers(app: StageApp, options: WorkersOptions): Promise<() => Promise<void>> {
  const { stages } = createStages(app);
  // Spelled out, so that each queue's name and payload go together in the types.
  const start: Readonly<Record<QueueName, () => JobWorker>> = {
    feeds: () => startWorker(app, 'feeds', stages.feeds, options),
    articles: () => startWorker(app, 'articles', stages.articles, options),
    tags: () => startWorker(app, 'tags', stages.tags, options),
    alerts: () => startWorker(app, 'alerts', stages.alerts, options),
  };
  const workers = options.names.map((name) => start[name]());
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return async () => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
}

function startWorker<Name extends QueueName>(
  app: StageApp,
  name: Name,
  stage: (payload: Payload<Name>) => Promise<StageResult>,
  options: WorkersOptions,
): JobWorker {
  const { store, config } = app;
  return runWorker(app.backend, {
    name,
    concurrency: options.concurrency ?? config.queue.concurrency[name],
    retryBaseMs: config.queue.retryBaseMs,
    throttleDeadlineMs: name === 'feeds' ? FEED_THROTTLE_DEADLINE_MS : config.queue.throttleDeadlineMs,
    handle: async (payload) => (await stage(payload)).outcome,
    giveUp: (work, error) =>
      giveUp(
        {
          quarantine: store.quarantine,
          parkDelivery: store.parkDelivery,
          recordPollFailure: (feedId, failure) =>
            recordPollFailure(
              { findFeed: store.findFeed, recordPollFailure: store.recordPollFailure, now: app.now },
              feedId,
              failure,
            ),
        },
        work,
        error,
      ),
    observe: (event) => {
      observe(app, event);
    },
    onFatal: options.onFatal,
  });
}

/** Starts the tick, the sweep and, where hubs can reach us, the care for subscriptions. @returns stops them */
export async function startScheduler(app: StageApp): Promise<() => Promise<void>> {
  const { tick, sweepForgotten, listen, deliver } = createStages(app);
  const count = (stage: string, run: () => Promise<StageResult>) => async () => {
    const { outcome } = await run();
    app.metrics.stageOutcomes.inc({ stage, outcome });
  };
  const report = (task: string, error: unknown) => {
    const facts = { task, message: errorMessageOf(error) };
    if (error instanceof WirewatchError)
      app.log.warn(facts, 'a scheduled task failed; it runs again next period');
    else app.log.error({ ...facts, err: error }, 'a bug in a scheduled task');
  };
  const { tickMs, sweepMs } = app.config.queue;
  const tasks = [
    { name: 'tick', everyMs: tickMs, run: count('tick', tick) },
    { name: 'deliver', everyMs: tickMs, run: count('deliver', deliver) },
    { name: 'sweep', everyMs: sweepMs, run: count('sweep', sweepForgotten) },
    { name: 'silence', everyMs: sweepMs, run: count('silence', listen) },
  ];
  const schedulers = [await runScheduler(app.backend, 'schedule', tasks, report)];
  const { publicUrl } = app.config.http;
  if (publicUrl !== null) {
    const run = count('subscriptions', createSubscriptionTask(app, publicUrl));
    const care = [{ name: 'subscriptions', everyMs: tickMs, run }];
    schedulers.push(await runScheduler(app.backend, 'websub', care, report));
  }
  return async () => {
    await Promise.all(schedulers.map((scheduler) => scheduler.close()));
  };
}

function observe(app: StageApp, event: WorkerEvent): void {
  const stage = event.queue;
  if (event.kind === 'done') {
    app.metrics.stageOutcomes.inc({ stage, outcome: event.outcome });
    app.metrics.stageSeconds.observe({ stage }, event.ms / 1000);
    app.log.debug({ stage, outcome: event.outcome, ms: Math.round(event.ms) }, 'done');
    return;
  }
  const { code, decision, attempt, subjectId, error } = event;
  app.metrics.stageFailures.inc({ stage, code, decision });
  const facts = { stage, subjectId, code, decision, attempt };
  if (event.isBug) app.log.error({ ...facts, err: error }, 'a bug: please report it with this stack');
  else if (decision === 'give-up') app.log.warn({ ...facts, message: errorMessageOf(error) }, 'given up');
  else app.log.debug({ ...facts, message: errorMessageOf(error) }, 'will be tried again');
}
