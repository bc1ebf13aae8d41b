import { renderEmail } from './alerting/render-email.js';
import { renderMattermost } from './alerting/render-mattermost.js';
import { renderSlack } from './alerting/render-slack.js';
import { renderTeams } from './alerting/render-teams.js';
import { errorCodeOf, errorMessageOf, WirewatchError } from './errors.js';
import type { PostRequest } from './fetch/fetcher.js';
import type { DeliveryToSend } from './model/alert.js';
import type { SendReceipt } from './model/delivery.js';
import { sendDelivery } from './notify/send-delivery.js';
import { deliverDue } from './pipeline/deliver-due.js';
import { sendAlert, type SendAlertDeps } from './pipeline/send-alert.js';
import type { StageResult } from './pipeline/stage-result.js';
import type { StageApp } from './stage-app.js';

const RENDERERS = {
  slack: renderSlack,
  mattermost: renderMattermost,
  teams: renderTeams,
  email: renderEmail,
};

/** Hands a message to its channel at once, whatever its manners. */
export function createSender(
  app: Pick<StageApp, 'fetcher' | 'mailer' | 'now'>,
): (delivery: DeliveryToSend) => Promise<SendReceipt> {
  const { fetcher, mailer, now } = app;
  const deps = { post: (request: PostRequest) => fetcher.post(request), mailer, render: RENDERERS };
  return (delivery) => sendDelivery(deps, delivery, now());
}

/** The stage that sends messages. */
export function createDeliveryStage(
  app: StageApp,
  enqueueAlerts: (deliveryIds: readonly string[]) => Promise<void>,
): (work: { readonly deliveryId: string }) => Promise<StageResult> {
  const { store, config, now } = app;
  const deps: SendAlertDeps = {
    startDelivery: store.startDelivery,
    send: createSender(app),
    markSent: store.markDeliverySent,
    postpone: store.postponeDelivery,
    park: store.parkDelivery,
    takePending: store.takePendingDeliveries,
    enqueueAlerts,
    report: (failed) => {
      report(app, failed);
    },
    now,
    random: Math.random,
    retryBaseMs: config.queue.retryBaseMs,
  };
  return (work) => sendAlert(deps, work);
}

/** The task that makes jobs for the messages that are due. */
export function createDeliveryTask(
  app: StageApp,
  enqueueAlerts: (deliveryIds: readonly string[]) => Promise<void>,
): () => Promise<StageResult> {
  const { store, config } = app;
  return () =>
    deliverDue({
      takeDueDeliveries: store.takeDueDeliveries,
      enqueueAlerts,
      leaseMs: config.queue.sweepAgeMs,
    });
}

function report(app: StageApp, failed: Parameters<SendAlertDeps['report']>[0]): void {
  const { delivery, outcome, error } = failed;
  const code = errorCodeOf(error);
  app.metrics.stageFailures.inc({ stage: 'alerts', code, decision: outcome });
  const facts = { deliveryId: delivery.id, channel: delivery.channel.name, code, attempt: delivery.attempts };
  if (!(error instanceof WirewatchError) || code === 'delivery_unrenderable') {
    app.log.error({ ...facts, err: error }, 'a bug: please report it with this stack');
    return;
  }
  const said = { ...facts, message: errorMessageOf(error) };
  if (outcome === 'parked') app.log.warn(said, 'a message to a channel was given up');
  else app.log.debug(said, 'a message to a channel will be tried again');
}
