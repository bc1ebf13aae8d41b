import type { Channel, ChannelManners } from '../model/alert.js';
import type { MessageFacts, StartedDelivery } from '../model/delivery.js';
import type { Queryable } from './database.js';
import { listAlertsOf } from './deliveries.js';

/** A bundle that has so many alerts is full: the next one begins. */
const MAX_ALERTS_PER_MESSAGE = 200;

interface ChannelRow extends Channel {
  readonly isResting: boolean;
}

interface DeliveryRow {
  readonly status: string;
  readonly key: string;
  readonly isDue: boolean;
  readonly isCollected: boolean;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
}

/**
 * Begins a try of a message, or holds it back. One message of a channel after the other, so that a cap is kept whatever
 * number of workers send. The try is on record before it is made: what a crash interrupts is tried again as it was.
 *
 * @param plan - when the message may be sent; null: now
 */
export async function startDelivery(
  tx: Queryable,
  deliveryId: string,
  plan: (facts: MessageFacts) => Date | null,
): Promise<StartedDelivery> {
  const [channel] = await tx.query<ChannelRow>(
    `select id, name, target, manners, enabled, coalesce(rests_until > now(), false) as "isResting" from channels
     where id = (select channel_id from deliveries where id = $1) for no key update`,
    [deliveryId],
  );
  const [delivery] = await tx.query<DeliveryRow>(
    `select status, key, collected as "isCollected", attempts, created_at as "createdAt", started_at as "startedAt",
       due_at <= now() as "isDue"
     from deliveries where id = $1 for update`,
    [deliveryId],
  );
  if (!channel || !delivery) return { outcome: 'removed' };
  const channelId = channel.id;
  if (delivery.status !== 'pending' || !delivery.isDue) return { outcome: 'unchanged', channelId };
  if (!channel.enabled || channel.isResting) {
    await tx.query('update deliveries set queued_at = null where id = $1', [deliveryId]);
    return { outcome: channel.enabled ? 'resting' : 'paused', channelId };
  }
  const moment = plan({ ...delivery, manners: channel.manners, recentStarts: await listStarts(tx, channel) });
  if (moment !== null) {
    await hold(tx, { id: deliveryId, channelId, isTried: delivery.attempts > 0 }, moment);
    return { outcome: 'held', channelId };
  }
  return begin(tx, deliveryId, delivery, channel);
}

async function begin(
  tx: Queryable,
  deliveryId: string,
  delivery: DeliveryRow,
  { id, name, target, manners, enabled }: ChannelRow,
): Promise<StartedDelivery> {
  const alerts = await listAlertsOf(tx, deliveryId);
  if (alerts.length === 0) {
    // Their rule was removed meanwhile.
    await tx.query('delete from deliveries where id = $1', [deliveryId]);
    return { outcome: 'removed' };
  }
  const [row] = await tx.query<{ attempts: number; startedAt: Date }>(
    `update deliveries set attempts = attempts + 1, started_at = coalesce(started_at, now()), queued_at = now()
     where id = $1 returning attempts, started_at as "startedAt"`,
    [deliveryId],
  );
  if (!row) throw new Error('a locked row is gone');
  const { key, createdAt } = delivery;
  return {
    outcome: 'started',
    delivery: {
      id: deliveryId,
      key,
      channel: { id, name, target, manners, enabled },
      alerts,
      createdAt,
      ...row,
    },
  };
}

/** First tries of the last hour, where a cap counts them. */
async function listStarts(tx: Queryable, channel: { id: string; manners: ChannelManners }): Promise<Date[]> {
  if (channel.manners.maxPerHour === null) return [];
  const rows = await tx.query<{ startedAt: Date }>(
    `select started_at as "startedAt" from deliveries
     where channel_id = $1 and started_at > now() - interval '1 hour' order by started_at`,
    [channel.id],
  );
  return rows.map(({ startedAt }) => startedAt);
}

/**
 * Lets a message wait. What nobody has seen yet joins the channel's collecting message, or becomes it; what was tried
 * stays as it is.
 */
async function hold(
  tx: Queryable,
  message: { readonly id: string; readonly channelId: string; readonly isTried: boolean },
  until: Date,
): Promise<void> {
  if (message.isTried) {
    await tx.query('update deliveries set due_at = $2, queued_at = null where id = $1', [message.id, until]);
    return;
  }
  const collectingId = await findRoomInCollection(tx, message.channelId);
  if (collectingId === null) {
    await tx.query(
      `update deliveries set status = 'collecting', collected = true, due_at = $2, queued_at = null where id = $1`,
      [message.id, until],
    );
    return;
  }
  await tx.query('update delivery_alerts set delivery_id = $2 where delivery_id = $1', [
    message.id,
    collectingId,
  ]);
  await tx.query('delete from deliveries where id = $1', [message.id]);
  await tx.query('update deliveries set due_at = least(due_at, $2) where id = $1', [collectingId, until]);
}

/** The channel's collecting message; null when there is none, or when it was full and now waits for its time. */
async function findRoomInCollection(tx: Queryable, channelId: string): Promise<string | null> {
  const [collecting] = await tx.query<{ id: string }>(
    `select id from deliveries where channel_id = $1 and status = 'collecting' for update`,
    [channelId],
  );
  if (!collecting) return null;
  const [row] = await tx.query<{ isFull: boolean }>(
    `select count(*) >= ${MAX_ALERTS_PER_MESSAGE} as "isFull" from delivery_alerts where delivery_id = $1`,
    [collecting.id],
  );
  if (row?.isFull !== true) return collecting.id;
  await tx.query(`update deliveries set status = 'pending' where id = $1`, [collecting.id]);
  return null;
}
